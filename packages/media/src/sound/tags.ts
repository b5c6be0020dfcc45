import { hasText, readU32Little } from "../bytes.ts";

/** Where the sound begins behind the ID3v2 tags at the file's beginning; 0 where there are none, the file's end at most. */
export function skipTags(bytes: Uint8Array): number {
  let at = 0;
  while (hasText(bytes, at, "ID3")) at = Math.min(at + tagLength(bytes, at), bytes.length);
  return at;
}

/** Head, content and foot of an ID3v2 tag, in bytes. Seven bits of each byte of its size count. Source: id3.org, ID3v2.4 3.1. */
export function tagLength(bytes: Uint8Array, at: number): number {
  let size = 0;
  for (let i = 6; i < 10; i++) size = size * 128 + ((bytes[at + i] ?? 0) & 127);
  const hasFoot = ((bytes[at + 5] ?? 0) & 0x10) !== 0;
  return size + (hasFoot ? 20 : 10);
}

/** Where the sound ends before the tags at the file's end: ID3v1, and APE with its head. */
export function withoutTrailers(bytes: Uint8Array, from: number): number {
  let end = bytes.length;
  for (;;) {
    const before = end;
    if (end - 128 >= from && hasText(bytes, end - 128, "TAG")) end -= 128;
    if (end - 32 >= from && hasText(bytes, end - 32, "APETAGEX")) {
      const hasHead = ((bytes[end - 9] ?? 0) & 0x80) !== 0;
      const size = readU32Little(bytes, end - 20) + (hasHead ? 32 : 0);
      if (size >= 32 && end - size >= from) end -= size;
    }
    if (end === before) return end;
  }
}
