import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Checkpoint } from "@temwen/public-log/checkpoint";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import {
  edgeRoot,
  emptyEdge,
  growEdge,
  openTileTree,
  proveConsistency,
  readEntries,
  type TileTree,
} from "@temwen/public-log/tiles";
import { type Hash, sameHash } from "@temwen/public-log/tree";
import type { LogLeaf, LogRows } from "@temwen/record";
import { proofNumberOf } from "@temwen/sealing/leaf";

const { hasher } = primitivesOnNode;
const atOnce = 8192n;

/** A copy of the log in a folder; undefined where its files do not agree with its checkpoint. */
export async function openCopy(from: string, { size, root }: Checkpoint): Promise<TileTree | undefined> {
  const readTile = async (path: string): Promise<Uint8Array | null> =>
    readFile(join(from, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
  const tree = await openTileTree({ hasher, readTile, size, root });
  return tree.ok ? tree.value : undefined;
}

/** Proves from a copy's files that it continues an older tree; no hash, which proves nothing, where they cannot. */
export const proveFrom =
  (tree: TileTree) =>
  async (oldSize: bigint): Promise<readonly Hash[]> => {
    const proof = await proveConsistency(tree, oldSize);
    return proof.ok ? proof.value : [];
  };

/** Puts what only a copy has behind the leaves that are there. How many those were; or why none were. */
export async function refill(
  rows: LogRows,
  tree: TileTree,
  onProgress: (line: string) => void,
): Promise<bigint | "copy-damaged" | "another-history" | "copy-is-older"> {
  const head = await rows.readHead();
  if (tree.size < head.size) return "copy-is-older";
  let edge = emptyEdge;
  while (edge.size < head.size) {
    const end = edge.size + atOnce < head.size ? edge.size + atOnce : head.size;
    edge = growEdge(hasher, edge, (await rows.readLeaves(edge.size, end)).map(hasher.leaf)).edge;
  }
  const leaves = await readRest(tree, head.size);
  if (!leaves) return "copy-damaged";
  onProgress(`${leaves.length} leaves of the copy are not in the database`);
  const hashes = leaves.map(({ leaf }) => hasher.leaf(leaf));
  if (!sameHash(edgeRoot(hasher, growEdge(hasher, edge, hashes).edge), tree.root)) return "another-history";
  if (leaves.length === 0) return 0n;
  const next = { size: tree.size, root: tree.root, followed: head.followed };
  const outcome = await rows.extend({ from: head.size, leaves, head: next });
  return outcome === "extended" ? BigInt(leaves.length) : "another-history";
}

/** What they stood for went with the database; the events that are filed again get leaves of their own. */
async function readRest(tree: TileTree, from: bigint): Promise<readonly LogLeaf[] | undefined> {
  const leaves: LogLeaf[] = [];
  for await (const read of readEntries(tree, { from, to: tree.size })) {
    if (!read.ok) return undefined;
    const { entry } = read.value;
    leaves.push({ leaf: entry, proofNumber: proofNumberOf(entry), key: undefined, salt: undefined });
  }
  return leaves;
}
