import { damaged } from "./backup-fault.ts";

/** Takes bytes off a stream in pieces of a wanted size. */
export type ByteReader = {
  /** Exactly so many bytes, or `BackupFault` when the stream ends before. */
  readonly take: (size: number) => Promise<Uint8Array>;
  readonly isAtEnd: () => Promise<boolean>;
};

/** Reads on only when it is asked to, so that no more than a piece of the stream is held. */
export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();
  const more = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await chunks.next();
      if (next.done) return false;
      held = next.value;
    }
    return true;
  };
  return {
    take: async (size) => {
      const taken = new Uint8Array(size);
      for (let filled = 0; filled < size; ) {
        if (!(await more())) throw damaged();
        const part = held.subarray(0, size - filled);
        taken.set(part, filled);
        held = held.subarray(part.length);
        filled += part.length;
      }
      return taken;
    },
    isAtEnd: async () => !(await more()),
  };
}
