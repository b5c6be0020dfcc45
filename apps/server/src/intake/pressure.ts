/** How hard the door is pressed. */
export type Pressure = {
  /** Tells that a parcel of so many bytes was taken. */
  readonly took: (bytes: number) => void;
  /**
   * What the last ten minutes brought, as a share of the room left for words: 0 for an ordinary day, above 1 when as much
   * again would not fit.
   */
  readonly read: () => Promise<number>;
};

const minute = 60_000;
const minutesKept = 10;
/** Some 1 500 parcels. */
const houseLeast = 64 * 1024 * 1024;
/** What a disk is asked is good for this long, in milliseconds. */
const lookEvery = 1000;

export type PressureOptions = {
  /** Bytes that are free for words. When it fails nobody is pressed. */
  readonly readFree: () => Promise<number>;
  /** Less than so many bytes in ten minutes are no flood, however full the disk is. */
  readonly leastFlood?: number;
  /** Milliseconds. */
  readonly now?: () => number;
};

/** Watches what comes in, by the minute. */
export function createPressure(options: PressureOptions): Pressure {
  const { readFree, leastFlood = houseLeast, now = () => performance.now() } = options;
  /** Bytes by minute. */
  const taken = new Map<number, number>();
  const thisMinute = (): number => Math.floor(now() / minute);
  let looked = Number.NEGATIVE_INFINITY;
  // The look itself is kept, not what it found: whoever comes while the disk is being asked waits for the answer.
  let look: Promise<number> = Promise.resolve(Number.POSITIVE_INFINITY);
  const readRoom = (): Promise<number> => {
    if (now() - looked >= lookEvery) {
      looked = now();
      look = readFree().catch(() => Number.POSITIVE_INFINITY);
    }
    return look;
  };
  return {
    took: (bytes) => {
      const at = thisMinute();
      taken.set(at, (taken.get(at) ?? 0) + bytes);
    },
    read: async () => {
      const oldest = thisMinute() - minutesKept;
      for (const at of taken.keys()) if (at <= oldest) taken.delete(at);
      const came = [...taken.values()].reduce((sum, bytes) => sum + bytes, 0);
      if (came < leastFlood) return 0;
      return came / Math.max(await readRoom(), 1);
    },
  };
}
