// FLAC (RFC 9639): blocks that tell of the sound, then frames. What the frames need of the blocks stands in the first.
import { hasText, readU32 } from "../bytes.ts";
import { type Cleaned, cleaned, malformed, type RemovedPiece } from "../cleaned.ts";
import { createSheet } from "../sheet.ts";
import { withoutTrailers } from "./tags.ts";

/** Bits of a block's first byte. */
const lastBlock = 0x80;
const streamInfo = { type: 0, length: 34 };
const names: { readonly [type: number]: RemovedPiece } = { 4: "names", 5: "names", 6: "thumbnail" };

/** A copy of the first block and of all frames; frames do not say how long they are, so only known tags behind them are found. */
export function cleanFlac(bytes: Uint8Array, begins: number): Cleaned {
  const removed = new Set<RemovedPiece>();
  if (begins > 0) removed.add("names");
  const first = begins + 4;
  if (blockOf(bytes, first) !== streamInfo.type || lengthOf(bytes, first) !== streamInfo.length) return malformed;
  let at = first;
  for (let isLast = false; !isLast; ) {
    if (at + 4 > bytes.length) return malformed;
    isLast = ((bytes[at] ?? 0) & lastBlock) !== 0;
    const type = blockOf(bytes, at);
    if (at > first) removed.add(names[type] ?? "other");
    at += 4 + lengthOf(bytes, at);
  }
  if (!hasText(bytes, at, "\xff\xf8") && !hasText(bytes, at, "\xff\xf9")) return malformed;
  const end = withoutTrailers(bytes, at);
  if (end < bytes.length) removed.add("names");
  const sheet = createSheet(bytes.length);
  sheet.add(bytes, begins, first);
  sheet.add(Uint8Array.of(lastBlock | streamInfo.type));
  sheet.add(bytes, first + 1, first + 4 + streamInfo.length);
  sheet.add(bytes, at, end);
  return cleaned("audio/flac", sheet.finish(), removed);
}

const blockOf = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) & 127;
const lengthOf = (bytes: Uint8Array, at: number): number => readU32(bytes, at) % 0x100_0000;
