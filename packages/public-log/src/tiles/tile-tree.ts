import { granted, type Result, refused } from "@temwen/vocabulary";
import { foldPeaks } from "../tree/compact-range.ts";
import { type Hash, type Hasher, sameHash } from "../tree/hashing.ts";
import type { Subtree } from "../tree/ranges.ts";
import { buildPyramid, type Pyramid, peaksOf } from "./pyramid.ts";
import { type ReadTile, readBundle, readHashes, type TileRefusal } from "./read-tiles.ts";
import type { TileEdge } from "./tile-edge.ts";
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
  /** The partial tile of each level, the lowest first; `undefined` where a level ends with a full one. */
  readonly partials: readonly (Pyramid | undefined)[];
  /** Full tiles that have been checked or are being checked, by path; the oldest go when there are many. */
  readonly checked: Map<string, Promise<Result<Pyramid, TileRefusal>>>;
};

export type TreeRefusal =
  | TileRefusal
  /** The partial tiles do not add up to the root of the checkpoint. */
  | { readonly code: "root-differs" };

/** 64 KiB each in memory. */
const mostChecked = 128;

/** Reads the right edge of a log, all of it at once, and checks that it adds up to the checkpoint's root. */
export async function openTileTree(source: TileSource): Promise<Result<TileTree, TreeRefusal>> {
  const { hasher, size } = source;
  const read = await Promise.all(Array.from({ length: levelsOf(size) }, (_, level) => readEdgeTile(source, level)));
  const partials: (Pyramid | undefined)[] = [];
  for (const tile of read) {
    if (!tile.ok) return tile;
    partials.push(tile.value);
  }
  // The peaks of the tiles from the highest level down are those of the whole tree.
  const peaks = [...partials].reverse().flatMap((tile) => (tile === undefined ? [] : peaksOf(tile)));
  if (!sameHash(foldPeaks(hasher, peaks) ?? hasher.emptyRoot, source.root)) return refused({ code: "root-differs" });
  return granted({ ...source, partials, checked: new Map() });
}

/** The right edge, for whoever goes on from it. */
export const edgeOf = ({ size, partials }: TileTree): TileEdge => ({
  size,
  rows: partials.map((tile) => tile?.[0] ?? []),
});

async function readEdgeTile(
  { hasher, readTile, size }: TileSource,
  level: number,
): Promise<Result<Pyramid | undefined, TileRefusal>> {
  const nodes = nodesAtLevel(size, level);
  if (nodes % 256n === 0n) return granted(undefined);
  const read = await readHashes(readTile, tileOfNode(level, nodes - 1n, size));
  return read.ok ? granted(buildPyramid(hasher, read.value.hashes)) : read;
}

/** A tile, checked: a partial one stands in the edge. Whoever asks for a full one that is on its way gets the same answer. */
function readCheckedTile(tree: TileTree, tile: Tile): Promise<Result<Pyramid, TileRefusal>> {
  const level = tile.level === "entries" ? 0 : tile.level;
  if (tile.width < tileWidth) {
    const partial = tree.partials[level];
    if (partial === undefined) throw new Error("a partial tile stands in the edge");
    return Promise.resolve(granted(partial));
  }
  const path = tilePath({ ...tile, level });
  const known = tree.checked.get(path);
  if (known !== undefined) return known;
  const reading = checkFullTile(tree, { ...tile, level });
  keep(tree, path, reading);
  return reading;
}

/** A full tile must have the root that the tile above it says, which is checked in the same way and read beside it. */
async function checkFullTile(
  tree: TileTree,
  tile: Tile & { readonly level: number },
): Promise<Result<Pyramid, TileRefusal>> {
  const [above, read] = await Promise.all([
    readCheckedTile(tree, tileOfNode(tile.level + 1, tile.n, tree.size)),
    readHashes(tree.readTile, tile),
  ]);
  if (!above.ok) return above;
  if (!read.ok) return read;
  const expected = above.value[0]?.[Number(tile.n % 256n)];
  const pyramid = buildPyramid(tree.hasher, read.value.hashes);
  const root = pyramid[8]?.[0];
  if (expected === undefined || root === undefined) throw new Error("a full tile has a root, and a hash above it");
  return sameHash(root, expected) ? granted(pyramid) : refused({ code: "tile-wrong", path: tilePath(tile) });
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

/** What failed is not kept: a file that was on its way may be there a moment later. */
function keep({ checked }: TileTree, path: string, reading: Promise<Result<Pyramid, TileRefusal>>): void {
  checked.set(path, reading);
  const forget = (): void => {
    if (checked.get(path) === reading) checked.delete(path);
  };
  reading.then(({ ok }) => ok || forget(), forget);
  for (const oldest of checked.keys()) {
    if (checked.size <= mostChecked) break;
    checked.delete(oldest);
  }
}
