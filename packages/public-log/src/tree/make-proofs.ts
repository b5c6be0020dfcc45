import { granted, type Result } from "@temwen/vocabulary";
import { foldPeaks } from "./compact-range.ts";
import type { Hash, Hasher } from "./hashing.ts";
import { consistencyRanges, inclusionRanges, type LeafRange, type Subtree, subtreesOf } from "./ranges.ts";

/** The root of a perfect subtree of the log, wherever it is kept, or why it cannot be had. */
export type ReadSubtree<R> = (subtree: Subtree) => Promise<Result<Hash, R>>;

/** The hashes that prove a leaf in a tree of `size`, leaf sibling first. Throws where `index` is not below `size`. */
export async function makeInclusionProof<R>(
  hasher: Hasher,
  readSubtree: ReadSubtree<R>,
  { index, size }: { readonly index: bigint; readonly size: bigint },
): Promise<Result<readonly Hash[], R>> {
  if (index < 0n || index >= size) throw new RangeError("a leaf beyond the tree has no proof");
  return readRanges(hasher, readSubtree, inclusionRanges(index, size));
}

/** The hashes that prove that the tree of `oldSize` begins the tree of `size`; none for 0 and for equal sizes. */
export async function makeConsistencyProof<R>(
  hasher: Hasher,
  readSubtree: ReadSubtree<R>,
  { oldSize, size }: { readonly oldSize: bigint; readonly size: bigint },
): Promise<Result<readonly Hash[], R>> {
  if (oldSize < 0n || oldSize > size) throw new RangeError("a tree does not shrink");
  return oldSize === 0n ? granted([]) : readRanges(hasher, readSubtree, consistencyRanges(oldSize, size));
}

/** All subtrees at once: they lie in a few tiles, and a far log answers each after a way there and back. */
async function readRanges<R>(
  hasher: Hasher,
  readSubtree: ReadSubtree<R>,
  ranges: readonly LeafRange[],
): Promise<Result<readonly Hash[], R>> {
  const read = await Promise.all(ranges.map((range) => Promise.all(subtreesOf(range).map(readSubtree))));
  const proof: Hash[] = [];
  for (const roots of read) {
    const peaks: Hash[] = [];
    for (const root of roots) {
      if (!root.ok) return root;
      peaks.push(root.value);
    }
    const hash = foldPeaks(hasher, peaks);
    if (hash === undefined) throw new Error("a range of a proof has no leaves");
    proof.push(hash);
  }
  return granted(proof);
}
