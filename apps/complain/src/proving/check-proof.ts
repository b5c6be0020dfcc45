import type { Checkpoint } from "@temwen/public-log/checkpoint";
import type { LogPolicy, TrustedCheckpoint } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-web";
import { type LogProof, parseLogProof, verifyLogProof } from "@temwen/public-log/proof";
import { proveConsistency, type TileTree } from "@temwen/public-log/tiles";
import { type Hash, sameHash, verifyConsistency } from "@temwen/public-log/tree";
import { granted, type Result, refused } from "@temwen/vocabulary";
import type { LogRefusal } from "./witnessed-log.ts";

/** A leaf that is in a tree which is enough for a policy. */
export type ProvedLeaf = { readonly proof: LogProof; readonly trusted: TrustedCheckpoint };

/** Whether a proof file holds for a leaf's hash, by itself; without one, for the leaf that it bears. The codes are those of docs/specs/log.md. */
export function checkLeafProof(
  { proof, leafHash }: { readonly proof: Uint8Array; readonly leafHash: Hash | null },
  policy: LogPolicy,
  primitives: Primitives,
): Result<ProvedLeaf, LogRefusal> {
  const parsed = parseLogProof(proof);
  if (!parsed.ok) return refused({ code: parsed.refusal });
  const { extra } = parsed.value;
  const own = leafHash ?? (extra && primitives.hasher.leaf(extra));
  if (own === null) return refused({ code: "leaf-missing" });
  const proved = verifyLogProof({ proof: parsed.value, leafHash: own }, policy, primitives);
  if (proved.ok) return granted({ proof: parsed.value, trusted: proved.value });
  // Of a log, the same word means that its files do not fit its checkpoint.
  return refused(proved.refusal.code === "root-differs" ? { code: "leaf-differs" } : proved.refusal);
}

/**
 * Whether the tree of a proof begins the log that is shown now. Where it does not, two people were shown two logs. `openTree`
 * is asked only where the sizes differ.
 */
export async function checkSameTree(
  openTree: () => Promise<Result<TileTree, LogRefusal>>,
  now: Checkpoint,
  proved: Checkpoint,
): Promise<Result<"same", LogRefusal>> {
  if (proved.origin !== now.origin) return refused({ code: "origin-differs", origin: proved.origin });
  const facts = { provedSize: proved.size, size: now.size };
  if (proved.size > now.size) return refused({ code: "proof-beyond-log", ...facts });
  if (proved.size === now.size) {
    return sameHash(proved.root, now.root) ? granted("same") : refused({ code: "proof-of-another-tree", ...facts });
  }
  const tree = await openTree();
  if (!tree.ok) return tree;
  const proof = await proveConsistency(tree.value, proved.size);
  if (!proof.ok) return proof;
  const isBeginning = verifyConsistency(tree.value.hasher, {
    oldSize: proved.size,
    oldRoot: proved.root,
    size: now.size,
    root: now.root,
    proof: proof.value,
  });
  return isBeginning.ok ? granted("same") : refused({ code: "proof-of-another-tree", ...facts });
}
