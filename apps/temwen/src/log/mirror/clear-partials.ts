import { tilePath, tilesOfGrowth, tileWidth } from "@temwen/public-log/tiles";
import type { OwnCopy } from "./own-copy.ts";

/** Clears away the partial tiles of which the full one came between two sizes (C2SP tlog-tiles, "partial tiles"). */
export async function clearPartials(own: OwnCopy, from: bigint, to: bigint): Promise<void> {
  for (const tile of tilesOfGrowth(from, to)) {
    if (tile.width === tileWidth) await own.clearPartial(tilePath(tile));
  }
}
