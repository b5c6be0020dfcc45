import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Hash, type Hasher, sameHash } from "./hashing.ts";

/** What says that a tree begins with all leaves of an older one, in their order. */
export type ConsistencyClaim = {
  /** At least 1: every tree begins with the empty one, and there is nothing to prove. */
  readonly oldSize: bigint;
  readonly oldRoot: Hash;
  readonly size: bigint;
  readonly root: Hash;
  readonly proof: readonly Hash[];
};

export type ConsistencyRefusal =
  | { readonly code: "malformed-hash" }
  /** The old size is 0, or above the new one. */
  | { readonly code: "sizes-do-not-grow" }
  | { readonly code: "proof-length" }
  | { readonly code: "old-root-differs" }
  | { readonly code: "root-differs" };

/** Whether one tree begins another, by RFC 9162 §2.1.4.2. Equal sizes need equal roots and no proof. */
export function verifyConsistency(hasher: Hasher, claim: ConsistencyClaim): Result<"consistent", ConsistencyRefusal> {
  const { oldSize, oldRoot, size, root, proof } = claim;
  if (oldSize < 1n || oldSize > size) return refused({ code: "sizes-do-not-grow" });
  if ([oldRoot, root, ...proof].some((hash) => hash.length !== 32)) return refused({ code: "malformed-hash" });
  if (oldSize === size) {
    if (proof.length > 0) return refused({ code: "proof-length" });
    return sameHash(oldRoot, root) ? granted("consistent") : refused({ code: "root-differs" });
  }
  return climb(hasher, claim);
}

function climb(hasher: Hasher, claim: ConsistencyClaim): Result<"consistent", ConsistencyRefusal> {
  const isPowerOfTwo = (claim.oldSize & (claim.oldSize - 1n)) === 0n;
  const [first, ...rest] = isPowerOfTwo ? [claim.oldRoot, ...claim.proof] : claim.proof;
  if (first === undefined) return refused({ code: "proof-length" });
  let [at, last] = [claim.oldSize - 1n, claim.size - 1n];
  while ((at & 1n) === 1n) [at, last] = [at >> 1n, last >> 1n];
  let [old, whole] = [first, first];
  for (const hash of rest) {
    if (last === 0n) return refused({ code: "proof-length" });
    if ((at & 1n) === 1n || at === last) {
      old = hasher.node(hash, old);
      whole = hasher.node(hash, whole);
      while ((at & 1n) === 0n && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
    } else {
      whole = hasher.node(whole, hash);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  if (last !== 0n) return refused({ code: "proof-length" });
  if (!sameHash(old, claim.oldRoot)) return refused({ code: "old-root-differs" });
  return sameHash(whole, claim.root) ? granted("consistent") : refused({ code: "root-differs" });
}
