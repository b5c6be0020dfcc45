// AMR (RFC 4867, 5): a name, then frames whose first byte says what follows.
import { hasText } from "../bytes.ts";
import { type Cleaned, cleaned, malformed, notSupported, type RemovedPiece } from "../cleaned.ts";
import { createSheet } from "../sheet.ts";

/** Bytes behind the first of a frame, by its type. */
const narrow = [12, 13, 15, 17, 19, 20, 26, 31, 5];
const wide = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5];
/** Frames of no sound: one that was lost (in wide sound only), one in which nobody spoke. */
const [lost, silent] = [14, 15];

/** A copy of the frames that are whole. */
export function cleanAmr(bytes: Uint8Array): Cleaned {
  const isWide = hasText(bytes, 0, "#!AMR-WB\n");
  if (!isWide && !hasText(bytes, 0, "#!AMR\n")) return notSupported;
  const sizes = isWide ? wide : narrow;
  const removed = new Set<RemovedPiece>();
  let at = isWide ? 9 : 6;
  const begins = at;
  for (;;) {
    const first = bytes[at] ?? 0x80;
    const type = (first >> 3) & 15;
    const size = type === silent || (isWide && type === lost) ? 0 : sizes[type];
    // The first bit and the last two are always zero.
    if ((first & 0x83) !== 0 || size === undefined || at + 1 + size > bytes.length) break;
    at += 1 + size;
  }
  if (at === begins) return malformed;
  if (at < bytes.length) removed.add("trailer");
  const sheet = createSheet(bytes.length);
  sheet.add(bytes, 0, at);
  return cleaned("audio/amr", sheet.finish(), removed);
}
