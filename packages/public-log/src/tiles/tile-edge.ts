import { foldPeaks, growRange, rootOfHashes } from "../tree/compact-range.ts";
import { type Hash, type Hasher, joinHashes } from "../tree/hashing.ts";
import { formatEntryBundle } from "./entry-bundle.ts";
import { levelsOf, type Tile, tileWidth } from "./tile-path.ts";

/**
 * The right edge of a log kept in tiles: the hashes of its partial tile at each level, the lowest first; an empty row where
 * a level ends with a full tile. With new leaves it gives every tile to be written, and the root.
 */
export type TileEdge = { readonly size: bigint; readonly rows: readonly (readonly Hash[])[] };

/** A file of a log with what is in it. */
export type WrittenTile = { readonly tile: Tile; readonly bytes: Uint8Array };

/** The edge of a log without leaves. */
export const emptyEdge: TileEdge = { size: 0n, rows: [] };

/** The edge with more leaves, given by their hashes, and the hash tiles to write: full ones first, then the partial ones. */
export function growEdge(
  hasher: Hasher,
  edge: TileEdge,
  leafHashes: readonly Hash[],
): { readonly edge: TileEdge; readonly tiles: readonly WrittenTile[] } {
  const size = edge.size + BigInt(leafHashes.length);
  const tiles: WrittenTile[] = [];
  const partial: WrittenTile[] = [];
  const rows: Hash[][] = [];
  let arriving = leafHashes;
  for (let level = 0; level < levelsOf(size); level += 1) {
    const row = [...(edge.rows[level] ?? []), ...arriving];
    const first = (edge.size >> BigInt(8 * level)) / 256n;
    const isChanged = arriving.length > 0;
    const completed: Hash[] = [];
    while (row.length >= tileWidth) {
      const hashes = row.splice(0, tileWidth);
      const n = first + BigInt(completed.length);
      tiles.push({ tile: { level, n, width: tileWidth }, bytes: joinHashes(hashes) });
      completed.push(rootOfHashes(hasher, hashes));
    }
    if (isChanged && row.length > 0) {
      const n = first + BigInt(completed.length);
      partial.push({ tile: { level, n, width: row.length }, bytes: joinHashes(row) });
    }
    rows.push(row);
    arriving = completed;
  }
  return { edge: { size, rows }, tiles: [...tiles, ...partial] };
}

/** The root of the tree whose edge this is. */
export function edgeRoot(hasher: Hasher, edge: TileEdge): Hash {
  // The rows' peaks from the highest level down are the peaks of the whole tree.
  const peaks = [...edge.rows].reverse().flatMap((row) => growRange(hasher, { size: 0n, peaks: [] }, row).peaks);
  return foldPeaks(hasher, peaks) ?? hasher.emptyRoot;
}

/**
 * The tiles of entries to write when a log of `size` entries gets more. `lastEntries` are those of its partial tile
 * (`size` modulo 256 of them).
 */
export function growBundles(
  size: bigint,
  lastEntries: readonly Uint8Array[],
  entries: readonly Uint8Array[],
): readonly WrittenTile[] {
  if (BigInt(lastEntries.length) !== size % 256n) throw new Error("the last entries do not fit the size");
  if (entries.length === 0) return [];
  const all = [...lastEntries, ...entries];
  return Array.from({ length: Math.ceil(all.length / tileWidth) }, (_, i) => {
    const held = all.slice(i * tileWidth, (i + 1) * tileWidth);
    const tile: Tile = { level: "entries", n: size / 256n + BigInt(i), width: held.length };
    return { tile, bytes: formatEntryBundle(held) };
  });
}
