/** Runs one writer of a thing at a time; whoever comes later takes the pen from whoever writes. */
export type Pens = <T>(key: string, giveUp: () => void, write: () => Promise<T>) => Promise<T>;

type Writer = { readonly giveUp: () => void; readonly ended: Promise<unknown> };

/**
 * For a sender whose line broke and who is back before we have noticed: the old connection would be waited for, and it is
 * the same person. `giveUp` must make the writer end soon.
 */
export function createPens(): Pens {
  const writers = new Map<string, Writer>();
  return async (key, giveUp, write) => {
    for (let before = writers.get(key); before; before = writers.get(key)) {
      before.giveUp();
      await before.ended;
    }
    const written = write();
    const writer: Writer = { giveUp, ended: written.catch(() => undefined) };
    writers.set(key, writer);
    try {
      return await written;
    } finally {
      if (writers.get(key) === writer) writers.delete(key);
    }
  };
}
