/** Numbers that were joined: those with one root hang together, over however many others. */
export type Forest = {
  readonly join: (one: number, other: number) => void;
  readonly rootOf: (one: number) => number;
  /** The same, where odd and even numbers have changed places if that is asked for. */
  readonly copy: (isTurned: boolean) => Forest;
};

export function createForest(from: Int32Array = grow(new Int32Array(0), 16)): Forest {
  let parents = from;
  const rootOf = (one: number): number => {
    if (one >= parents.length) parents = grow(parents, one + 1);
    let at = one;
    for (;;) {
      const up = parents[at] ?? at;
      if (up === at) return at;
      // Each step hangs a number nearer to its root, so that later ones find it sooner.
      const higher = parents[up] ?? up;
      parents[at] = higher;
      at = higher;
    }
  };
  return {
    rootOf,
    join: (one, other) => {
      const [first, second] = [rootOf(one), rootOf(other)];
      if (first !== second) parents[Math.max(first, second)] = Math.min(first, second);
    },
    copy: (isTurned) => {
      const copied = new Int32Array(parents.length);
      for (const [place, up] of parents.entries()) {
        if (isTurned) copied[place ^ 1] = up ^ 1;
        else copied[place] = up;
      }
      return createForest(copied);
    },
  };
}

/** At least so many and an even number, each its own root. */
function grow(parents: Int32Array, least: number): Int32Array {
  const grown = new Int32Array(Math.max(least + (least % 2), parents.length * 2));
  grown.set(parents);
  for (let n = parents.length; n < grown.length; n += 1) grown[n] = n;
  return grown;
}
