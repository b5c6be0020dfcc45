import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Hash, type Hasher, sameHash } from "../tree/hashing.ts";
import type { Subtree } from "../tree/ranges.ts";
import { buildPyramid, type Pyramid } from "./pyramid.ts";
import { type ReadTile, readBundle, readHashes, type TileRefusal } from "./read-tiles.ts";
import { edgeRoot, type TileEdge } from "./tile-edge.ts";
import { levelsOf, nodesAtLevel, type Tile, tileOfNode, tilePath, tileWidth } from "./tile-path.ts";

/** What a log is read by: its files, and the checkpoint that they must agree with. */
export type TileSource = {
  readonly hasher: Hasher;
  readonly readTile: ReadTile;
  readonly size: bigint;
  readonly root: Hash;
};

/** A log whose right edge agrees with its checkpoint. Whatever else is read of it is checked first, tile by tile. */
export type TileTree = TileSource & {
  readonly edge: TileEdge;
  /** Tiles that have been checked, by path; the oldest go when there are many. */
  readonly checked: Map<string, Pyramid>;
};

export type TreeRefusal =
  | TileRefusal
  /** The partial tiles do not add up to the root of the checkpoint. */
  | { readonly code: "root-differs" };

/** 64 KiB each in memory. */
const mostChecked = 128;

/** Reads the right edge of a log and checks that it adds up to the checkpoint's root. */
export async function openTileTree(source: TileSource): Promise<Result<TileTree, TreeRefusal>> {
  const rows: (readonly Hash[])[] = [];
  for (let level = 0; level < levelsOf(source.size); level += 1) {
    const nodes = nodesAtLevel(source.size, level);
    if (nodes % 256n === 0n) {
      rows.push([]);
      continue;
    }
    const read = await readHashes(source.readTile, tileOfNode(level, nodes - 1n, source.size));
    if (!read.ok) return read;
    rows.push(read.value.hashes);
  }
  const edge: TileEdge = { size: source.size, rows };
  if (!sameHash(edgeRoot(source.hasher, edge), source.root)) return refused({ code: "root-differs" });
  return granted({ ...source, edge, checked: new Map() });
}

/**
 * A tile, checked: a partial one stands in the edge; a full one must have the root that the tile above it, checked in the
 * same way, says.
 */
async function readCheckedTile(tree: TileTree, tile: Tile): Promise<Result<Pyramid, TileRefusal>> {
  const level = tile.level === "entries" ? 0 : tile.level;
  const path = tilePath({ ...tile, level });
  const known = tree.checked.get(path);
  if (known !== undefined) return granted(known);
  if (tile.width < tileWidth) return granted(keep(tree, path, buildPyramid(tree.hasher, tree.edge.rows[level] ?? [])));
  const above = await readCheckedTile(tree, tileOfNode(level + 1, tile.n, tree.size));
  if (!above.ok) return above;
  const read = await readHashes(tree.readTile, { ...tile, level });
  if (!read.ok) return read;
  const expected = above.value[0]?.[Number(tile.n % 256n)];
  const pyramid = buildPyramid(tree.hasher, read.value.hashes);
  const root = pyramid[8]?.[0];
  if (expected === undefined || root === undefined) throw new Error("a full tile has a root, and a hash above it");
  if (!sameHash(root, expected)) return refused({ code: "tile-wrong", path });
  return granted(keep(tree, path, pyramid));
}

/** The root of a perfect subtree of the log, from checked tiles. */
export async function readSubtreeRoot(tree: TileTree, { height, index }: Subtree): Promise<Result<Hash, TileRefusal>> {
  const level = Math.floor(height / 8);
  const above = height % 8;
  const first = index << BigInt(above);
  const read = await readCheckedTile(tree, tileOfNode(level, first, tree.size));
  if (!read.ok) return read;
  const root = read.value[above]?.[Number(first % 256n) >> above];
  if (root === undefined) throw new RangeError("a subtree beyond the tree");
  return granted(root);
}

/** All leaf hashes of one tile of the lowest level, checked; the entries need not be read. */
export async function readCheckedHashes(tree: TileTree, n: bigint): Promise<Result<readonly Hash[], TileRefusal>> {
  const read = await readCheckedTile(tree, tileOfNode(0, 256n * n, tree.size));
  return read.ok ? granted(read.value[0] ?? []) : read;
}

/** All entries of one tile of entries, each checked against its leaf hash. */
export async function readCheckedEntries(
  tree: TileTree,
  n: bigint,
): Promise<Result<readonly Uint8Array[], TileRefusal>> {
  const tile = tileOfNode("entries", 256n * n, tree.size);
  const hashes = await readCheckedTile(tree, tile);
  if (!hashes.ok) return hashes;
  const read = await readBundle(tree.readTile, tile);
  if (!read.ok) return read;
  const { entries, path } = read.value;
  const isRight = entries.every((entry, i) => {
    const expected = hashes.value[0]?.[i];
    return expected !== undefined && sameHash(tree.hasher.leaf(entry), expected);
  });
  return isRight ? granted(entries) : refused({ code: "tile-wrong", path });
}

function keep({ checked }: TileTree, path: string, pyramid: Pyramid): Pyramid {
  checked.set(path, pyramid);
  for (const oldest of checked.keys()) {
    if (checked.size <= mostChecked) break;
    checked.delete(oldest);
  }
  return pyramid;
}
