import { checkLog } from "@temwen/public-log/fsck";
import {
  edgeOf,
  edgeRoot,
  emptyEdge,
  fullTile,
  growBundles,
  growEdge,
  openTileTree,
  type TileEdge,
  type TileSource,
  tilePath,
  tilesOfGrowth,
  tileWidth,
  type WrittenTile,
} from "@temwen/public-log/tiles";
import { type Hasher, sameHash } from "@temwen/public-log/tree";
import type { LogRows } from "@temwen/record";
import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Head } from "./head-signer.ts";
import type { TileFolder } from "./tile-folder.ts";

/** What is known of the log's right edge: its hashes, and the entries of the last bundle. */
export type Edge = { readonly tiles: TileEdge; readonly entries: readonly Uint8Array[] };

/** Rows on one side, files on the other. */
export type Growing = { readonly rows: LogRows; readonly folder: TileFolder; readonly hasher: Hasher };

export type EdgeRefusal =
  /** The tiles do not agree with the head that was signed over them. */
  | { readonly code: "tiles-differ"; readonly path: string }
  /** The leaves in the database do not give the root that was signed, or that stands beside them. */
  | { readonly code: "rows-differ"; readonly size: bigint };

/** So many leaves are held in memory at once. */
const mostAtOnce = 16_384n;

/**
 * The edge at a head that was signed, for which every tile was durable. A tile that is gone since (another disk, a hand) is made
 * again, with all others, from the rows; what is made must continue the signed head, or it is not signed.
 */
export async function readEdge(
  { rows, folder, hasher }: Growing,
  signed: Head | undefined,
): Promise<Result<Edge, EdgeRefusal>> {
  const empty: Edge = { tiles: emptyEdge, entries: [] };
  if (!signed || signed.size === 0n) return granted(empty);
  const source = { hasher, readTile: folder.read, ...signed };
  const tree = await openTileTree(source);
  const lack = tree.ok ? await findLack(folder, signed.size) : undefined;
  if (lack?.code === "tiles-differ") return refused(lack);
  if (tree.ok && lack === undefined) {
    const from = signed.size - (signed.size % 256n);
    return granted({ tiles: edgeOf(tree.value), entries: await rows.readLeaves(from, signed.size) });
  }
  if (tree.ok || tree.refusal.code === "tile-missing") {
    return growTo({ rows, folder, hasher }, empty, signed);
  }
  const path = "path" in tree.refusal ? tree.refusal.path : await nameWrong(source);
  return refused({ code: "tiles-differ", path });
}

/** A file below a head that is not there, or not as long as it must be. What is in it, `temwen verify` says. */
async function findLack(
  folder: TileFolder,
  size: bigint,
): Promise<EdgeRefusal | { readonly code: "tile-missing" } | undefined> {
  for (const tile of tilesOfGrowth(0n, size)) {
    const bytes = await folder.measure(tilePath(tile));
    // A partial one may have been cleared away, once the full one stood.
    const full = bytes === null ? await folder.measure(tilePath(fullTile(tile))) : bytes;
    if (full === null) return { code: "tile-missing" };
    const isShort = tile.level !== "entries" && bytes !== null && bytes !== 32 * tile.width;
    if (isShort || full === 0) return { code: "tiles-differ", path: tilePath(tile) };
  }
  return undefined;
}

/** The one file that does not fit the head, where one alone does not. */
async function nameWrong(source: TileSource): Promise<string> {
  const walk = checkLog(source);
  for (let step = await walk.next(); ; step = await walk.next()) {
    if (!step.done) continue;
    return !step.value.ok && "path" in step.value.refusal ? step.value.refusal.path : "checkpoint";
  }
}

/** Tiles for these leaves, durable when it returns. One that stands with other bytes was seen by somebody: it is never replaced. */
export async function grow(
  { folder, hasher }: Growing,
  from: Edge,
  leaves: readonly Uint8Array[],
): Promise<Result<Edge, EdgeRefusal>> {
  const grown = growEdge(hasher, from.tiles, leaves.map(hasher.leaf));
  const bundles = growBundles(from.tiles.size, from.entries, leaves);
  const differing = await folder.add([...grown.tiles, ...bundles].map(toFile));
  if (differing !== undefined) return refused({ code: "tiles-differ", path: differing });
  const all = [...from.entries, ...leaves];
  return granted({ tiles: grown.edge, entries: all.slice(all.length - (all.length % tileWidth)) });
}

/**
 * Tiles for all rows up to a head, where the rows give the root beside them. They are read twice: a tile is public, and kept for
 * ever by whoever sees it, so nothing is written before all of it is known to be right.
 */
export async function growTo(growing: Growing, from: Edge, head: Head): Promise<Result<Edge, EdgeRefusal>> {
  const { rows, hasher } = growing;
  let seen = from.tiles;
  while (seen.size < head.size) {
    const leaves = await readNext(rows, seen.size, head.size);
    seen = growEdge(hasher, seen, leaves.map(hasher.leaf)).edge;
  }
  if (!sameHash(edgeRoot(hasher, seen), head.root)) return refused({ code: "rows-differ", size: head.size });
  let at = granted(from) as Result<Edge, EdgeRefusal>;
  while (at.ok && at.value.tiles.size < head.size) {
    at = await grow(growing, at.value, await readNext(rows, at.value.tiles.size, head.size));
  }
  const isRight = at.ok && sameHash(edgeRoot(hasher, at.value.tiles), head.root);
  return at.ok && !isRight ? refused({ code: "rows-differ", size: head.size }) : at;
}

async function readNext(rows: LogRows, from: bigint, to: bigint): Promise<readonly Uint8Array[]> {
  const end = from + mostAtOnce < to ? from + mostAtOnce : to;
  const leaves = await rows.readLeaves(from, end);
  if (leaves.length === 0) throw new Error("the database has fewer leaves than its head says");
  return leaves;
}

const toFile = ({ tile, bytes }: WrittenTile): { readonly path: string; readonly bytes: Uint8Array } => ({
  path: tilePath(tile),
  bytes,
});
