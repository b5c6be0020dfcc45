import { judgeCheckpoint, type LogPolicy, type TrustedCheckpoint } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-web";
import { formatLogProof } from "@temwen/public-log/proof";
import { openTileTree, proveInclusion, type ReadTile, readEntries, type TileTree } from "@temwen/public-log/tiles";
import { verifyInclusion } from "@temwen/public-log/tree";
import { granted, type Result, refused } from "@temwen/vocabulary";

/** The public log as it stands now, and whoever vouches for that by a policy. */
export type WitnessedLog = {
  /** The signed checkpoint, byte for byte. */
  readonly checkpoint: Uint8Array;
  readonly trusted: TrustedCheckpoint;
  readonly tree: TileTree;
};

/** A leaf as the log holds it, and the bytes of a proof file (C2SP tlog-proof) for it. */
export type LeafProof = { readonly index: bigint; readonly leaf: Uint8Array; readonly proof: Uint8Array };

/** Why a log is not believed, or a leaf not found in it; the codes are those of docs/specs/log.md. */
export type LogRefusal = {
  readonly code: string;
  /** Witnesses whose kind of signature could not be computed here. */
  readonly unjudged?: readonly string[];
  readonly [more: string]: unknown;
};

/** Reads checkpoint and right edge of a log, and judges them. What reading throws goes through. */
export async function openWitnessedLog(
  readFile: ReadTile,
  policy: LogPolicy,
  primitives: Primitives,
): Promise<Result<WitnessedLog, LogRefusal>> {
  const checkpoint = await readFile("checkpoint");
  if (checkpoint === null) return refused({ code: "no-checkpoint" });
  const trusted = judgeCheckpoint(checkpoint, policy, primitives);
  if (!trusted.ok) return trusted;
  const { size, root } = trusted.value.checkpoint;
  const tree = await openTileTree({ hasher: primitives.hasher, readTile: readFile, size, root });
  return tree.ok ? granted({ checkpoint, trusted: trusted.value, tree: tree.value }) : tree;
}

/** The leaf at an index with its proof, all of it checked against the checkpoint. */
export async function proveLeaf(
  { checkpoint, tree }: Pick<WitnessedLog, "checkpoint" | "tree">,
  index: bigint,
): Promise<Result<LeafProof, LogRefusal>> {
  const hashes = await proveInclusion(tree, index);
  if (!hashes.ok) return hashes;
  for await (const read of readEntries(tree, { from: index, to: index + 1n })) {
    if (!read.ok) return read;
    const proof = formatLogProof({ index, hashes: hashes.value, checkpoint, extra: null });
    return granted({ index, leaf: Uint8Array.from(read.value.entry), proof });
  }
  return refused({ code: "index-beyond-size" });
}

/**
 * The one of these leaves that stands at an index, with its proof; undefined when it is none of them. Asks for hashes only, a
 * sixth of what the entries beside it weigh. The proof bears its leaf in the `extra` line (docs/specs/log.md).
 */
export async function proveOneOf(
  log: WitnessedLog,
  index: bigint,
  leaves: readonly Uint8Array[],
): Promise<Result<LeafProof | undefined, LogRefusal>> {
  const { checkpoint, tree } = log;
  const proved = await proveInclusion(tree, index);
  if (!proved.ok) return proved;
  const { hasher, size, root } = tree;
  const hashes = proved.value;
  const leaf = leaves.find((one) => {
    return verifyInclusion(hasher, { index, size, leafHash: hasher.leaf(one), proof: hashes, root }).ok;
  });
  return granted(leaf && { index, leaf, proof: formatLogProof({ index, hashes, checkpoint, extra: leaf }) });
}
