import { parseTilePath, type ReadTile, tilePath, tileWidth } from "@temwen/public-log/tiles";

const ahead = 3n;
const mostWaiting = 16;

/**
 * Reads the next few full tiles of a row while one is looked at. At most 16 wait, the oldest is let go; a log of `size`
 * leaves is asked for nothing beyond its end.
 */
export function readAhead(readTile: ReadTile, size: bigint): ReadTile {
  const waiting = new Map<string, Promise<Uint8Array | null>>();
  const begin = (path: string): void => {
    if (waiting.has(path)) return;
    const reading = readTile(path);
    // Whoever takes it hears of the trouble; nobody may.
    reading.catch(() => undefined);
    waiting.set(path, reading);
    for (const oldest of waiting.keys()) {
      if (waiting.size <= mostWaiting) break;
      waiting.delete(oldest);
    }
  };
  return (path) => {
    const taken = waiting.get(path) ?? readTile(path);
    waiting.delete(path);
    const tile = parseTilePath(path);
    const isRow = tile.ok && (tile.value.level === 0 || tile.value.level === "entries");
    if (isRow && tile.value.width === tileWidth) {
      for (let n = tile.value.n + 1n; n <= tile.value.n + ahead && (n + 1n) * 256n <= size; n += 1n) {
        begin(tilePath({ ...tile.value, n }));
      }
    }
    return taken;
  };
}
