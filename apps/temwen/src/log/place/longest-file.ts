import { longestEntry, tileWidth } from "@temwen/public-log/tiles";

const hashBytes = 32;
const longestNote = 262_144;

/** Bytes that a file of a log may have, by its path below the log. */
export function longestFile(path: string): number {
  if (path.startsWith("tile/entries/")) return tileWidth * (2 + longestEntry);
  return path.startsWith("tile/") ? tileWidth * hashBytes : longestNote;
}
