import { fullTile, tilePath } from "@temwen/public-log/tiles";
import type { Head } from "./head-signer.ts";
import type { TileFolder } from "./tile-folder.ts";

/** Partial tiles of the head before, once the full ones stand. Whoever still reads by that one falls back to those. */
export async function clearPartials(folder: TileFolder, before: Head | undefined, head: Head): Promise<void> {
  if (!before) return;
  const gone: string[] = [];
  for (let [level, nodes] = [0, before.size]; nodes > 0n; [level, nodes] = [level + 1, nodes / 256n]) {
    const width = Number(nodes % 256n);
    const isFullNow = head.size >> BigInt(8 * level) >= (nodes / 256n + 1n) * 256n;
    if (width === 0 || !isFullNow) continue;
    const partial = { level, n: nodes / 256n, width };
    if (await folder.read(tilePath(fullTile(partial)))) gone.push(tilePath(partial));
    if (level === 0) gone.push(tilePath({ ...partial, level: "entries" }));
  }
  await folder.remove(gone);
}
