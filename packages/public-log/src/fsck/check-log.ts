import { granted, type Result, refused } from "@temwen/vocabulary";
import { countTiles } from "../tiles/tile-path.ts";
import { openTileTree, readCheckedEntries, type TileSource, type TreeRefusal } from "../tiles/tile-tree.ts";
import { findWrongEdge } from "./wrong-edge.ts";

/** How far a check has come. */
export type CheckProgress = { readonly entries: bigint; readonly of: bigint };

/** A log in which every entry and every tile is what its checkpoint commits to. */
export type CheckedLog = { readonly entries: bigint; readonly tiles: bigint };

/**
 * Reads every tile and every entry of a log, each once, and holds it against the checkpoint's root. Yields how far it has
 * come after each 256 entries; ends with a count, or with the first file that is missing, malformed or wrong.
 */
export async function* checkLog(source: TileSource): AsyncGenerator<CheckProgress, Result<CheckedLog, TreeRefusal>> {
  const { size } = source;
  const opened = await openTileTree(source);
  if (!opened.ok) return refused(opened.refusal.code === "root-differs" ? await findWrongEdge(source) : opened.refusal);
  for (let n = 0n; n * 256n < size; n += 1n) {
    // The tiles above are read, and checked, on the way to the first of their entries.
    const entries = await readCheckedEntries(opened.value, n);
    if (!entries.ok) return entries;
    yield { entries: n * 256n + BigInt(entries.value.length), of: size };
  }
  return granted({ entries: size, tiles: countTiles(size) });
}
