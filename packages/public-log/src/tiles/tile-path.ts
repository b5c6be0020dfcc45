import { granted, type Result, refused } from "@temwen/vocabulary";

/** Hashes, or entries, that one tile holds when it is full. */
export const tileWidth = 256;

/** One file of a log: hashes of one level, or the entries below level 0 (C2SP tlog-tiles). */
export type Tile = {
  readonly level: number | "entries";
  /** Which tile of its level, from the left. */
  readonly n: bigint;
  /** 1 to 256; below 256 the tile stands at the right edge of some tree. */
  readonly width: number;
};

/** `tile/0/x001/x234/067.p/5`: where a tile lies below the address of its log. */
export function tilePath({ level, n, width }: Tile): string {
  const digits = n.toString();
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/.{3}/g) ?? [];
  const place = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${place}${width === tileWidth ? "" : `.p/${width}`}`;
}

/** Reads a tile's path in its only spelling. */
export function parseTilePath(path: string): Result<Tile, "malformed-tile-path"> {
  const parts = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,6}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path);
  if (parts === null) return refused("malformed-tile-path");
  const [, level = "", place = "", width = "256"] = parts;
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    n: BigInt(place.replace(/[x/]/g, "")),
    width: Number(width),
  };
  // 2^64 leaves are 2^56 tiles of entries.
  const isPossible = (tile.level === "entries" || tile.level <= 63) && tile.width >= 1 && tile.n < 1n << 56n;
  return isPossible && tile.width <= tileWidth && tilePath(tile) === path
    ? granted(tile)
    : refused("malformed-tile-path");
}

/** The same place when 256 stand there: where to look when a partial tile has been cleared away. */
export const fullTile = (tile: Tile): Tile => ({ ...tile, width: tileWidth });

/** How many nodes a tree has at a level of tiles: each stands for 256^level leaves. */
export const nodesAtLevel = (size: bigint, level: number): bigint => size >> BigInt(8 * level);

/** The tile that holds a node, as it is in a tree of that size. The node must be in the tree. */
export function tileOfNode(level: number | "entries", index: bigint, size: bigint): Tile {
  const n = index / 256n;
  const behind = nodesAtLevel(size, level === "entries" ? 0 : level) - 256n * n;
  return { level, n, width: behind < 256n ? Number(behind) : tileWidth };
}

/** How many levels of tiles a tree has: the highest holds its root's neighbourhood. */
export function levelsOf(size: bigint): number {
  let levels = 0;
  while (nodesAtLevel(size, levels) > 0n) levels += 1;
  return levels;
}

/**
 * The tiles that a log writes when it grows from one size to another: each full one that was not full before, and the
 * partial ones of the new size. Of each level, `entries` first, from the left.
 */
export function* tilesOfGrowth(from: bigint, to: bigint): Generator<Tile> {
  for (const level of ["entries" as const, ...Array(levelsOf(to)).keys()]) {
    const depth = level === "entries" ? 0 : level;
    const [before, after] = [nodesAtLevel(from, depth), nodesAtLevel(to, depth)];
    if (before === after) continue;
    for (let n = before / 256n; n * 256n < after; n += 1n) yield tileOfNode(level, n * 256n, to);
  }
}

/** How many tiles a log of that size has, those of entries included. */
export function countTiles(size: bigint): bigint {
  let tiles = (size + 255n) / 256n;
  for (let level = 0; level < levelsOf(size); level += 1) tiles += (nodesAtLevel(size, level) + 255n) / 256n;
  return tiles;
}
