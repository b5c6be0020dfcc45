// Boxes of the MP4 family (ISO/IEC 14496-12, QuickTime File Format): a size, four letters, content that may be boxes again.
import { readTag, readU32, readU64 } from "./bytes.ts";

/** Where a box stands in its file; `body` follows size and letters. */
export type Box = { readonly type: string; readonly start: number; readonly body: number; readonly end: number };

/** The box that begins here, or null when none fits before `limit`. Size 0 means up to the limit, size 1 a longer size. */
export function boxAt(bytes: Uint8Array, start: number, limit: number): Box | null {
  if (start + 8 > limit) return null;
  const size = readU32(bytes, start);
  const type = readTag(bytes, start + 4);
  if (size === 1) return checked({ type, start, body: start + 16, end: start + readU64(bytes, start + 8) }, limit);
  return checked({ type, start, body: start + 8, end: size === 0 ? limit : start + size }, limit);
}

const checked = (box: Box, limit: number): Box | null => (box.body <= box.end && box.end <= limit ? box : null);

/** Each box of a stretch, as far as they are whole. */
export function* boxesIn(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  for (let box = boxAt(bytes, from, to); box !== null; box = boxAt(bytes, box.end, to)) yield box;
}

/** The first box down a path of types, or null. */
export function findBox(bytes: Uint8Array, holder: Box, path: readonly string[]): Box | null {
  let found: Box | null = holder;
  for (const type of path) {
    if (found === null) return null;
    found = firstOf(bytes, found, type);
  }
  return found;
}

function firstOf(bytes: Uint8Array, holder: Box, type: string): Box | null {
  for (const box of boxesIn(bytes, holder.body, holder.end)) if (box.type === type) return box;
  return null;
}
