/** How much of the disk uploads may have. */
export type RoomOptions = {
  /** Free bytes of the disk, asked anew for each upload. */
  readonly readFree: () => Promise<number>;
  /** Bytes that no upload may touch: words come first. */
  readonly keptForWords: number;
  readonly mostAtOnce: number;
};

/** Lets an upload in, and returns what gives its place and its bytes back; or says why not. */
export type Room = {
  readonly take: (size: number) => Promise<(() => void) | "no-space" | "too-many-uploads">;
};

/**
 * Counts what was promised to the uploads under way, so that together they cannot eat what is kept for words. What an
 * upload has written already is counted twice until it ends, as promised and as not free: the error is on the side of
 * the words. One is let in after the other, or two would look at the same free bytes.
 */
export function createRoom({ readFree, keptForWords, mostAtOnce }: RoomOptions): Room {
  let promised = 0;
  let underWay = 0;
  let lettingIn: Promise<unknown> = Promise.resolve();

  const letIn = async (size: number): Promise<(() => void) | "no-space" | "too-many-uploads"> => {
    if (underWay >= mostAtOnce) return "too-many-uploads";
    // Before the look at the disk: whoever ends while we look may have written the rest only after it.
    const counted = promised;
    if ((await readFree()) - counted < size + keptForWords) return "no-space";
    promised += size;
    underWay += 1;
    return () => {
      promised -= size;
      underWay -= 1;
    };
  };
  return {
    take: (size) => {
      const taken = lettingIn.then(() => letIn(size));
      lettingIn = taken.catch(() => undefined);
      return taken;
    },
  };
}
