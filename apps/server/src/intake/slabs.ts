/** Memory for bodies, used again and again. */
export type Slabs = {
  readonly take: () => Buffer;
  /** Only when nobody reads or sends these bytes any longer. */
  readonly giveBack: (slab: Buffer) => void;
};

/**
 * Slabs of `size` bytes. A body that lives until the database has answered outlives the collector's nursery; sixty of
 * them fresh for every second of a rush would be collected, at great cost, as old memory.
 */
export function createSlabs(size: number): Slabs {
  const free: Buffer[] = [];
  return {
    take: () => free.pop() ?? Buffer.allocUnsafeSlow(size),
    giveBack: (slab) => {
      if (free.length < mostKept) free.push(slab);
    },
  };
}

/** What one rush took is not kept for ever. */
const mostKept = 64;
