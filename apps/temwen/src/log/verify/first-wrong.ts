import {
  parseEntryBundle,
  parseTilePath,
  type ReadTile,
  type TreeRefusal,
  tilePath,
  tileWidth,
} from "@temwen/public-log/tiles";
import { type Hash, type Hasher, rootOfHashes, sameHash } from "@temwen/public-log/tree";

/**
 * The index of the first leaf below what is wrong. Where a file can still be held against its neighbour, the first of its
 * hashes or entries that differs decides; else the file's first.
 */
export async function findFirstWrong(
  readTile: ReadTile,
  hasher: Hasher,
  refusal: TreeRefusal,
): Promise<bigint | undefined> {
  if (refusal.code === "root-differs") return undefined;
  const tile = parseTilePath(refusal.path);
  if (!tile.ok) return undefined;
  const { level, n, width } = tile.value;
  const height = level === "entries" ? 0 : level;
  const leavesEach = 256n ** BigInt(height);
  const first = n * 256n * leavesEach;
  if (refusal.code !== "tile-wrong") return first;
  const said = await hashesIn(readTile, { level: height, n, width });
  const below =
    height === 0 ? leafHashes(readTile, hasher, { n, width }) : childRoots(readTile, hasher, { height, n, width });
  let i = 0n;
  for await (const hash of below) {
    const expected = said[Number(i)];
    if (expected === undefined || !sameHash(hash, expected)) return first + i * leavesEach;
    i += 1n;
  }
  return first;
}

type Row = { readonly n: bigint; readonly width: number };

async function* leafHashes(readTile: ReadTile, hasher: Hasher, row: Row): AsyncGenerator<Hash> {
  const bytes = (await readTile(tilePath({ ...row, level: "entries" }))) ?? new Uint8Array(0);
  const entries = parseEntryBundle(bytes, row.width);
  for (const entry of entries.ok ? entries.value : []) yield hasher.leaf(entry);
}

async function* childRoots(
  readTile: ReadTile,
  hasher: Hasher,
  { height, n, width }: Row & { readonly height: number },
): AsyncGenerator<Hash> {
  for (let i = 0; i < width; i += 1) {
    const child = { level: height - 1, n: n * 256n + BigInt(i), width: tileWidth };
    yield rootOfHashes(hasher, await hashesIn(readTile, child));
  }
}

async function hashesIn(readTile: ReadTile, tile: Row & { readonly level: number }): Promise<readonly Hash[]> {
  const bytes = (await readTile(tilePath(tile))) ?? new Uint8Array(0);
  return Array.from({ length: Math.floor(bytes.length / 32) }, (_, i) => bytes.slice(32 * i, 32 * (i + 1)));
}
