import { tilePath, tilesOfGrowth, tileWidth } from "@temwen/public-log/tiles";
import type { Head } from "./head-signer.ts";
import type { TileFolder } from "./tile-folder.ts";

/**
 * Partial tiles of what became full since the head before, of all its widths, where the full one stands. Whoever still reads by an
 * earlier head falls back to that.
 */
export async function clearPartials(folder: TileFolder, before: Head | undefined, head: Head): Promise<void> {
  const gone: string[] = [];
  for (const tile of tilesOfGrowth(before?.size ?? 0n, head.size)) {
    if (tile.width < tileWidth) continue;
    const path = tilePath(tile);
    if ((await folder.measure(`${path}.p`)) !== null && (await folder.measure(path)) !== null) gone.push(`${path}.p`);
  }
  await folder.remove(gone);
}
