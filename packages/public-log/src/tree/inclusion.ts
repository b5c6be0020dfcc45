import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Hash, type Hasher, sameHash } from "./hashing.ts";

/** What says that a leaf stands at an index of a tree. `proof` is leaf sibling first. */
export type InclusionClaim = {
  readonly index: bigint;
  readonly size: bigint;
  readonly leafHash: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
};

export type InclusionRefusal =
  | { readonly code: "index-beyond-size" }
  | { readonly code: "malformed-hash" }
  /** Too many or too few hashes for that index and size. */
  | { readonly code: "proof-length" }
  | { readonly code: "root-differs" };

/** Whether a leaf is in a tree, by RFC 9162 §2.1.3.2. */
export function verifyInclusion(hasher: Hasher, claim: InclusionClaim): Result<"included", InclusionRefusal> {
  const { index, size, leafHash, proof, root } = claim;
  if (index < 0n || index >= size) return refused({ code: "index-beyond-size" });
  if ([leafHash, root, ...proof].some((hash) => hash.length !== 32)) return refused({ code: "malformed-hash" });
  let [at, last, reached] = [index, size - 1n, leafHash];
  for (const sibling of proof) {
    if (last === 0n) return refused({ code: "proof-length" });
    if ((at & 1n) === 1n || at === last) {
      reached = hasher.node(sibling, reached);
      // A right edge without a sibling goes up unchanged.
      while ((at & 1n) === 0n && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
    } else {
      reached = hasher.node(reached, sibling);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  if (last !== 0n) return refused({ code: "proof-length" });
  return sameHash(reached, root) ? granted("included") : refused({ code: "root-differs" });
}
