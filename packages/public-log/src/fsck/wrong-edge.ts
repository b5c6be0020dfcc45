import { granted, type Result } from "@temwen/vocabulary";
import { readBundle, readHashes, type TileRefusal } from "../tiles/read-tiles.ts";
import { edgeRoot, type TileEdge } from "../tiles/tile-edge.ts";
import { levelsOf, nodesAtLevel, type Tile, tileOfNode, tileWidth } from "../tiles/tile-path.ts";
import type { TileSource, TreeRefusal } from "../tiles/tile-tree.ts";
import { rootOfHashes } from "../tree/compact-range.ts";
import { type Hash, sameHash } from "../tree/hashing.ts";

type Row = { readonly tile: Tile | null; readonly said: readonly Hash[]; readonly path: string };

/**
 * Of an edge that does not give the root: the one partial tile that is wrong, which is the one that, made anew from what
 * lies below it, gives the root. Where no single one does, the checkpoint and the files are of different logs.
 */
export async function findWrongEdge(source: TileSource): Promise<TreeRefusal> {
  const rows = await readRows(source);
  if (!rows.ok) return rows.refusal;
  for (const [level, row] of rows.value.entries()) {
    if (row.tile === null) continue;
    const below = await hashesBelow(source, level, row.tile);
    if (!below.ok) return below.refusal;
    const mended = rows.value.map(({ said }, i) => (i === level ? below.value : said));
    if (agrees(source, { size: source.size, rows: mended })) return { code: "tile-wrong", path: row.path };
  }
  return { code: "root-differs" };
}

const agrees = ({ hasher, root }: TileSource, edge: TileEdge) => sameHash(edgeRoot(hasher, edge), root);

async function readRows(source: TileSource): Promise<Result<readonly Row[], TileRefusal>> {
  const rows: Row[] = [];
  for (let level = 0; level < levelsOf(source.size); level += 1) {
    const nodes = nodesAtLevel(source.size, level);
    const tile = nodes % 256n === 0n ? null : tileOfNode(level, nodes - 1n, source.size);
    if (tile === null) {
      rows.push({ tile, said: [], path: "" });
      continue;
    }
    const read = await readHashes(source.readTile, tile);
    if (!read.ok) return read;
    rows.push({ tile, said: read.value.hashes, path: read.value.path });
  }
  return granted(rows);
}

/** What a partial tile must hold, if all below it is right. */
async function hashesBelow(
  source: TileSource,
  level: number,
  tile: Tile,
): Promise<Result<readonly Hash[], TileRefusal>> {
  const { hasher, readTile } = source;
  if (level === 0) {
    const read = await readBundle(readTile, { ...tile, level: "entries" });
    return read.ok ? granted(read.value.entries.map(hasher.leaf)) : read;
  }
  const hashes: Hash[] = [];
  for (let i = 0; i < tile.width; i += 1) {
    const child: Tile = { level: level - 1, n: tile.n * 256n + BigInt(i), width: tileWidth };
    const read = await readHashes(readTile, child);
    if (!read.ok) return read;
    hashes.push(rootOfHashes(hasher, read.value.hashes));
  }
  return granted(hashes);
}
