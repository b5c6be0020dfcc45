import type { Hash, Hasher } from "./hashing.ts";

/** All that is needed of a tree to let it grow: the roots of its perfect subtrees, the largest first. */
export type CompactRange = { readonly size: bigint; readonly peaks: readonly Hash[] };

/** The tree without leaves. */
export const emptyRange: CompactRange = { size: 0n, peaks: [] };

/** The range with more leaves, given by their hashes. */
export function growRange(hasher: Hasher, range: CompactRange, leafHashes: readonly Hash[]): CompactRange {
  const peaks = [...range.peaks];
  let size = range.size;
  for (const leafHash of leafHashes) {
    let right = leafHash;
    // Each trailing one of the size is a peak that the new leaf completes.
    for (let ones = size; (ones & 1n) === 1n; ones >>= 1n) right = hasher.node(takeLast(peaks), right);
    peaks.push(right);
    size += 1n;
  }
  return { size, peaks };
}

/** RFC 6962's tree hash of all leaves so far. */
export function rangeRoot(hasher: Hasher, range: CompactRange): Hash {
  return foldPeaks(hasher, range.peaks) ?? hasher.emptyRoot;
}

/** The root above peaks, from the right; undefined where there are none. */
export function foldPeaks(hasher: Hasher, peaks: readonly Hash[]): Hash | undefined {
  return peaks.reduceRight<Hash | undefined>(
    (right, peak) => (right === undefined ? peak : hasher.node(peak, right)),
    undefined,
  );
}

/** The root over a list of leaf or node hashes: pairs, and pairs of pairs; who has no partner goes up unchanged. */
export function rootOfHashes(hasher: Hasher, hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let i = 0; i < row.length; i += 2) {
      const [left, right] = [row[i] ?? hasher.emptyRoot, row[i + 1]];
      above.push(right === undefined ? left : hasher.node(left, right));
    }
    row = above;
  }
  return row[0] ?? hasher.emptyRoot;
}

function takeLast(peaks: Hash[]): Hash {
  const last = peaks.pop();
  if (last === undefined) throw new Error("the peaks of a range do not fit its size");
  return last;
}
