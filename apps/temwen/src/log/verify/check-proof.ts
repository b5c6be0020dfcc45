import type { Checkpoint } from "@temwen/public-log/checkpoint";
import type { LogPolicy } from "@temwen/public-log/policy";
import { type LogProof, parseLogProof, verifyLogProof } from "@temwen/public-log/proof";
import { openTileTree, proveConsistency } from "@temwen/public-log/tiles";
import { sameHash, verifyConsistency } from "@temwen/public-log/tree";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Head, openHead } from "../open-head.ts";
import type { LogPlace } from "../place/log-place.ts";
import { primitives } from "../primitives.ts";
import type { Finding } from "../speak.ts";

/** A leaf that is in a tree which is enough for a policy. */
export type Proved = { readonly proof: LogProof; readonly head: Head };

/** Whether a proof file holds for a leaf, by itself; without one, for the leaf that it bears. */
export function checkProof(
  { proof, leaf }: { readonly proof: Uint8Array; readonly leaf: Uint8Array | null },
  policy: LogPolicy,
): Result<Proved, Finding> {
  const parsed = parseLogProof(proof);
  if (!parsed.ok) return refused({ code: parsed.refusal });
  const own = leaf ?? parsed.value.extra;
  if (own === null) return refused({ code: "leaf-missing" });
  const leafHash = primitives.hasher.leaf(own);
  const proved = verifyLogProof({ proof: parsed.value, leafHash }, policy, primitives);
  if (!proved.ok) {
    // Of a log, the same word means that its files do not fit its checkpoint.
    return refused(proved.refusal.code === "root-differs" ? { code: "leaf-differs" } : proved.refusal);
  }
  const head = openHead(parsed.value.checkpoint, policy);
  return head.ok ? granted({ proof: parsed.value, head: head.value }) : head;
}

/** Whether the tree of a proof begins the log that is shown here. Where it does not, two people were shown two logs. */
export async function checkSameLog(
  place: LogPlace,
  now: Checkpoint,
  proved: Checkpoint,
): Promise<Result<"same", Finding>> {
  if (proved.origin !== now.origin) return refused({ code: "origin-differs", origin: proved.origin });
  const facts = { provedSize: proved.size, size: now.size };
  if (proved.size > now.size) return refused({ code: "proof-beyond-log", ...facts });
  if (proved.size === now.size) {
    return sameHash(proved.root, now.root) ? granted("same") : refused({ code: "proof-of-another-tree", ...facts });
  }
  const tree = await openTileTree({ ...now, hasher: primitives.hasher, readTile: place.readFile });
  if (!tree.ok) return tree;
  const proof = await proveConsistency(tree.value, proved.size);
  if (!proof.ok) return proof;
  const isBeginning = verifyConsistency(primitives.hasher, {
    oldSize: proved.size,
    oldRoot: proved.root,
    size: now.size,
    root: now.root,
    proof: proof.value,
  });
  return isBeginning.ok ? granted("same") : refused({ code: "proof-of-another-tree", ...facts });
}
