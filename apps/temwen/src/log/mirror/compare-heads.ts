import type { Checkpoint } from "@temwen/public-log/checkpoint";
import { openTileTree, proveConsistency, type ReadTile } from "@temwen/public-log/tiles";
import { type ConsistencyClaim, sameHash, verifyConsistency } from "@temwen/public-log/tree";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { primitives } from "../primitives.ts";
import type { Finding } from "../speak.ts";

/** One head, and where the files of its tree are read. */
export type ShownTree = { readonly checkpoint: Checkpoint; readonly readTile: ReadTile };

/**
 * Whether what is shown continues what is kept. Both ways are looked at by the files of the larger tree: `fork` is said only
 * where these prove it, or where two heads of one size differ.
 */
export async function compareHeads(kept: ShownTree, shown: ShownTree): Promise<Result<"same" | "grown", Finding>> {
  const [old, now] = [kept.checkpoint, shown.checkpoint];
  const facts = { keptSize: old.size, shownSize: now.size };
  if (old.origin !== now.origin) return refused({ code: "origin-differs", origin: now.origin });
  if (old.size === now.size) {
    return sameHash(old.root, now.root) ? granted("same") : refused({ code: "fork", ...facts });
  }
  const isGrown = old.size < now.size;
  const begins = isGrown ? await isBeginning(old, shown) : await isBeginning(now, kept);
  if (!begins.ok) return begins;
  if (!begins.value) return refused({ code: "fork", ...facts });
  return isGrown ? granted("grown") : refused({ code: "log-went-back", ...facts });
}

async function isBeginning(small: Checkpoint, { checkpoint, readTile }: ShownTree): Promise<Result<boolean, Finding>> {
  const { hasher } = primitives;
  if (small.size === 0n) return granted(sameHash(small.root, hasher.emptyRoot));
  const { size, root } = checkpoint;
  const tree = await openTileTree({ hasher, readTile, size, root });
  if (!tree.ok) return tree;
  const proof = await proveConsistency(tree.value, small.size);
  if (!proof.ok) return proof;
  const claim: ConsistencyClaim = { oldSize: small.size, oldRoot: small.root, size, root, proof: proof.value };
  return granted(verifyConsistency(hasher, claim).ok);
}
