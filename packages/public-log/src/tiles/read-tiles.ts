import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Hash, splitHashes } from "../tree/hashing.ts";
import { parseEntryBundle } from "./entry-bundle.ts";
import { fullTile, type Tile, tilePath, tileWidth } from "./tile-path.ts";

/** Fetches a file of the log by its path below the log's address; null when there is none. Trouble on the way is thrown. */
export type ReadTile = (path: string) => Promise<Uint8Array | null>;

/** What is wrong with the files of a log. `path` names the one; nothing that it said was used. */
export type TileRefusal =
  /** Neither the tile nor, for a partial one, the full one is there. */
  | { readonly code: "tile-missing"; readonly path: string }
  /** Cut short, too long, or not entries. */
  | { readonly code: "tile-malformed"; readonly path: string }
  /** Another content than the checkpoint commits to. */
  | { readonly code: "tile-wrong"; readonly path: string };

type FoundTile = { readonly bytes: Uint8Array; readonly path: string; readonly width: number };

/** A partial tile may be cleared away once the full one exists, so that is tried next; its first hashes are the same. */
async function findTile(readTile: ReadTile, tile: Tile): Promise<Result<FoundTile, TileRefusal>> {
  const tries = tile.width === tileWidth ? [tile] : [tile, fullTile(tile)];
  for (const one of tries) {
    const path = tilePath(one);
    const bytes = await readTile(path);
    if (bytes !== null) return granted({ bytes, path, width: one.width });
  }
  return refused({ code: "tile-missing", path: tilePath(tile) });
}

/** Reads `width` hashes of a tile. They are not checked against anything yet. */
export async function readHashes(
  readTile: ReadTile,
  tile: Tile,
): Promise<Result<{ readonly hashes: readonly Hash[]; readonly path: string }, TileRefusal>> {
  const found = await findTile(readTile, tile);
  if (!found.ok) return found;
  const { bytes, path, width } = found.value;
  if (bytes.length !== 32 * width) return refused({ code: "tile-malformed", path });
  return granted({ hashes: splitHashes(bytes.subarray(0, 32 * tile.width)), path });
}

/** Reads `width` entries of a tile of entries. They are not checked against anything yet. */
export async function readBundle(
  readTile: ReadTile,
  tile: Tile,
): Promise<Result<{ readonly entries: readonly Uint8Array[]; readonly path: string }, TileRefusal>> {
  const found = await findTile(readTile, tile);
  if (!found.ok) return found;
  const { bytes, path, width } = found.value;
  const entries = parseEntryBundle(bytes, width);
  if (!entries.ok) return refused({ code: "tile-malformed", path });
  return granted({ entries: entries.value.slice(0, tile.width), path });
}
