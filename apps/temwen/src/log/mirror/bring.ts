import type { Checkpoint } from "@temwen/public-log/checkpoint";
import {
  edgeOf,
  edgeRoot,
  emptyEdge,
  formatEntryBundle,
  growEdge,
  openTileTree,
  parseTilePath,
  type ReadTile,
  readCheckedEntries,
  type TileEdge,
  tilePath,
  tileWidth,
} from "@temwen/public-log/tiles";
import { sameHash } from "@temwen/public-log/tree";
import { granted, joinBytes, type Result, refused } from "@temwen/vocabulary";
import type { LogPlace } from "../place/log-place.ts";
import { readAhead } from "../place/read-ahead.ts";
import { primitives } from "../primitives.ts";
import type { Finding } from "../speak.ts";
import { type OwnCopy, sayDamaged } from "./own-copy.ts";

/**
 * Brings every file between two heads. Entries are kept when they agree with the new head; tiles of hashes are made from them.
 * What an earlier run brought before it was killed is taken from the copy. The head itself is not kept yet.
 */
export async function bringFiles(
  place: LogPlace,
  own: OwnCopy,
  { kept, shown }: { readonly kept: Checkpoint | null; readonly shown: Checkpoint },
): Promise<Result<"brought", Finding>> {
  const { hasher } = primitives;
  const edge = kept === null ? granted(emptyEdge) : await readOwnEdge(own, kept);
  if (!edge.ok) return edge;
  const far = place.isFar ? readAhead(place.readFile, shown.size) : place.readFile;
  const { size, root } = shown;
  const tree = await openTileTree({ hasher, readTile: ownFirst(own, far), size, root });
  if (!tree.ok) return tree;
  let reached = edge.value;
  for (let n = reached.size / 256n; n * 256n < size; n += 1n) {
    const entries = await readCheckedEntries(tree.value, n);
    if (!entries.ok) return entries;
    const added = entries.value.slice(Number(reached.size - n * 256n));
    await own.keepFile(
      tilePath({ level: "entries", n, width: entries.value.length }),
      formatEntryBundle(entries.value),
    );
    const grown = growEdge(hasher, reached, added.map(hasher.leaf));
    for (const { tile, bytes } of grown.tiles) {
      if (tile.width === tileWidth) await own.keepFile(tilePath(tile), bytes);
    }
    reached = grown.edge;
  }
  if (!sameHash(edgeRoot(hasher, reached), root)) throw new Error("checked entries do not make the checked root");
  await keepEdge(own, reached);
  return granted("brought");
}

async function readOwnEdge(own: OwnCopy, { size, root }: Checkpoint): Promise<Result<TileEdge, Finding>> {
  const tree = await openTileTree({ hasher: primitives.hasher, readTile: own.readFile, size, root });
  if (tree.ok) return granted(edgeOf(tree.value));
  return refused(sayDamaged(own, tree.refusal));
}

/** Full tiles never change, so one that is here need not be fetched; it is checked like one that was. */
const ownFirst =
  (own: OwnCopy, far: ReadTile): ReadTile =>
  async (path) => {
    const tile = parseTilePath(path);
    const found = tile.ok && tile.value.width === tileWidth ? await own.readFile(path) : null;
    return found ?? far(path);
  };

async function keepEdge(own: OwnCopy, { size, rows }: TileEdge): Promise<void> {
  for (const [level, row] of rows.entries()) {
    const n = size >> BigInt(8 * (level + 1));
    if (row.length > 0) await own.keepFile(tilePath({ level, n, width: row.length }), joinBytes(...row));
  }
}
