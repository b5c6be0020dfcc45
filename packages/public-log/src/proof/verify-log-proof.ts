import { granted, type Result, refused } from "@temwen/vocabulary";
import { judgeCheckpoint, type TrustedCheckpoint, type TrustRefusal } from "../policy/judge-checkpoint.ts";
import type { LogPolicy } from "../policy/policy-file.ts";
import type { Primitives } from "../primitives.ts";
import type { Hash } from "../tree/hashing.ts";
import { type InclusionRefusal, verifyInclusion } from "../tree/inclusion.ts";
import type { LogProof } from "./proof-file.ts";

export type ProofRefusal = TrustRefusal | InclusionRefusal;

/** Whether a leaf is where a proof says, in a tree that is enough for a policy. `leafHash` comes from the reader's own leaf. */
export function verifyLogProof(
  { proof, leafHash }: { readonly proof: LogProof; readonly leafHash: Hash },
  policy: LogPolicy,
  primitives: Primitives,
): Result<TrustedCheckpoint, ProofRefusal> {
  const trusted = judgeCheckpoint(proof.checkpoint, policy, primitives);
  if (!trusted.ok) return trusted;
  const { size, root } = trusted.value.checkpoint;
  const included = verifyInclusion(primitives.hasher, {
    index: proof.index,
    size,
    leafHash,
    proof: proof.hashes,
    root,
  });
  return included.ok ? granted(trusted.value) : refused(included.refusal);
}
