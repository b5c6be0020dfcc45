/** Acts on one thing one after the other; undefined when it was not one's turn within so many milliseconds. */
export type InTurn = <T>(key: string, patience: number, act: () => Promise<T>) => Promise<T | undefined>;

/** Keeps a line of waiting acts for each key; what has no line is not remembered. */
export function createTurns(): InTurn {
  const lasts = new Map<string, Promise<unknown>>();
  return async (key, patience, act) => {
    const before = lasts.get(key) ?? Promise.resolve();
    let leave = (): void => undefined;
    const here = new Promise<void>((resolve) => {
      leave = resolve;
    });
    // Whoever gives up leaves the line, and the one behind still waits for all who stand before.
    const last = before.then(() => here);
    lasts.set(key, last);
    void last.then(() => {
      if (lasts.get(key) === last) lasts.delete(key);
    });
    try {
      return (await comesWithin(before, patience)) ? await act() : undefined;
    } finally {
      leave();
    }
  };
}

function comesWithin(turn: Promise<unknown>, millis: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), millis);
    void turn.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
