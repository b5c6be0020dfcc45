import { granted, type Result, refused } from "@temwen/vocabulary";

/** Bytes that an entry may have; its length stands in two bytes. */
export const longestEntry = 65_535;

/** Entries as a tile of entries holds them: u16 big-endian length and bytes, for each. Throws for a longer entry. */
export function formatEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > longestEntry) throw new RangeError("an entry of the log has at most 65 535 bytes");
    bytes[at] = entry.length >> 8;
    bytes[at + 1] = entry.length & 0xff;
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** Reads a tile of entries, which holds exactly `width` of them. They are views of the bytes given. */
export function parseEntryBundle(
  bytes: Uint8Array,
  width: number,
): Result<readonly Uint8Array[], "malformed-entry-bundle"> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const begin = at + 2;
    const end = begin + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (end > bytes.length || entries.length === width) return refused("malformed-entry-bundle");
    entries.push(bytes.subarray(begin, end));
    at = end;
  }
  return entries.length === width ? granted(entries) : refused("malformed-entry-bundle");
}
