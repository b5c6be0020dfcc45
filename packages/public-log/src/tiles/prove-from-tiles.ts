import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Hash } from "../tree/hashing.ts";
import { makeConsistencyProof, makeInclusionProof } from "../tree/make-proofs.ts";
import type { TileRefusal } from "./read-tiles.ts";
import { readCheckedEntries, readSubtreeRoot, type TileTree } from "./tile-tree.ts";

/** The hashes that prove the entry at an index, leaf sibling first. */
export function proveInclusion(
  tree: TileTree,
  index: bigint,
): Promise<Result<readonly Hash[], TileRefusal | { readonly code: "index-beyond-size" }>> {
  if (index < 0n || index >= tree.size) return Promise.resolve(refused({ code: "index-beyond-size" }));
  return makeInclusionProof(tree.hasher, (subtree) => readSubtreeRoot(tree, subtree), { index, size: tree.size });
}

/** The hashes that prove that this tree begins with an older one; none for 0 and for the same size. */
export function proveConsistency(
  tree: TileTree,
  oldSize: bigint,
): Promise<Result<readonly Hash[], TileRefusal | { readonly code: "size-beyond-tree" }>> {
  if (oldSize < 0n || oldSize > tree.size) return Promise.resolve(refused({ code: "size-beyond-tree" }));
  return makeConsistencyProof(tree.hasher, (subtree) => readSubtreeRoot(tree, subtree), { oldSize, size: tree.size });
}

/** The entries from one index up to, and without, another, each checked, with the index it has. */
export async function* readEntries(
  tree: TileTree,
  { from, to }: { readonly from: bigint; readonly to: bigint },
): AsyncGenerator<Result<{ readonly index: bigint; readonly entry: Uint8Array }, TileRefusal>> {
  const end = to < tree.size ? to : tree.size;
  for (let n = from / 256n; 256n * n < end; n += 1n) {
    const entries = await readCheckedEntries(tree, n);
    if (!entries.ok) return yield entries;
    for (const [i, entry] of entries.value.entries()) {
      const index = 256n * n + BigInt(i);
      if (index >= from && index < end) yield granted({ index, entry });
    }
  }
}
