/** Leaves from `from` up to, and without, `to`. */
export type LeafRange = { readonly from: bigint; readonly to: bigint };

/** A perfect subtree of 2^height leaves, the `index`th of its height. */
export type Subtree = { readonly height: number; readonly index: bigint };

/** The largest power of two below a size of 2 or more (RFC 6962 §2.1). */
function splitPoint(size: bigint): bigint {
  return 1n << BigInt((size - 1n).toString(2).length - 1);
}

/** The ranges whose hashes prove that a leaf is in a tree, the leaf's sibling first (RFC 6962 §2.1.1). `index` < `size`. */
export function inclusionRanges(index: bigint, size: bigint): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  let [from, to] = [0n, size];
  while (to - from > 1n) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
}

/** The ranges whose hashes prove that one tree begins another (RFC 6962 §2.1.2). 0 < `oldSize` ≤ `size`. */
export function consistencyRanges(oldSize: bigint, size: bigint): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  let [from, to] = [0n, size];
  while (oldSize < to) {
    const middle = from + splitPoint(to - from);
    if (oldSize <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  // What is left ends where the old tree ended. Where it is the whole old tree, its root is known to who verifies.
  if (from > 0n) ranges.push({ from, to });
  return ranges.reverse();
}

/** The perfect subtrees that a range of RFC 6962 is made of, from the left; the right edge of a tree makes it more than one. */
export function subtreesOf({ from, to }: LeafRange): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let at = from;
  while (at < to) {
    const height = (to - at).toString(2).length - 1;
    subtrees.push({ height, index: at >> BigInt(height) });
    at += 1n << BigInt(height);
  }
  return subtrees;
}
