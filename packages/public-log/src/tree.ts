export { type CompactRange, emptyRange, growRange, rangeRoot, rootOfHashes } from "./tree/compact-range.ts";
export { type ConsistencyClaim, type ConsistencyRefusal, verifyConsistency } from "./tree/consistency.ts";
export { createHasher, formatHash, type Hash, type Hasher, parseHash, type Sha256, sameHash } from "./tree/hashing.ts";
export { type InclusionClaim, type InclusionRefusal, verifyInclusion } from "./tree/inclusion.ts";
export { makeConsistencyProof, makeInclusionProof, type ReadSubtree } from "./tree/make-proofs.ts";
export type { Subtree } from "./tree/ranges.ts";
