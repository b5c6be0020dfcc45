import { granted, type Result, refused, utf8ToText } from "@temwen/vocabulary";
import { type Hash, parseHash } from "./tree/hashing.ts";

/** The lines before the first empty line, and the bytes behind it; null where there is none, or no UTF-8 before it. */
export function splitAtEmptyLine(
  bytes: Uint8Array,
): { readonly lines: readonly string[]; readonly rest: Uint8Array } | null {
  let end = bytes.indexOf(0x0a);
  while (end >= 0 && bytes[end + 1] !== 0x0a) end = bytes.indexOf(0x0a, end + 1);
  const head = end < 0 ? null : utf8ToText(bytes.subarray(0, end));
  return head?.ok ? { lines: head.value.split("\n"), rest: bytes.slice(end + 2) } : null;
}

/** Lines of one hash each. */
export function parseHashLines(lines: readonly string[], most: number): Result<readonly Hash[], "malformed-hash"> {
  if (lines.length > most) return refused("malformed-hash");
  const hashes: Hash[] = [];
  for (const line of lines) {
    const hash = parseHash(line);
    if (!hash.ok) return hash;
    hashes.push(hash.value);
  }
  return granted(hashes);
}
