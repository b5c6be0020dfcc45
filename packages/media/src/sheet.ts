/** A fresh sheet that a copy is written on, from its beginning. One allocation: a file of a million tiny pieces costs no more. */
export type Sheet = {
  /** Adds bytes, or a stretch of them. */
  readonly add: (bytes: Uint8Array, from?: number, to?: number) => void;
  /** What was added, in a buffer of its own. */
  readonly finish: () => Uint8Array;
};

/** What a copy may be longer than its original: a small orientation block, two rebuilt heads, an end mark. */
const room = 96;

/** A sheet for the copy of a file of so many bytes. */
export function createSheet(originalSize: number): Sheet {
  const page = new Uint8Array(originalSize + room);
  let length = 0;
  return {
    add: (bytes, from = 0, to = bytes.length) => {
      page.set(bytes.subarray(from, to), length);
      length += to - from;
    },
    finish: () => page.slice(0, length),
  };
}
