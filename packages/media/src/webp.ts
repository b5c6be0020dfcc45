// WebP (RFC 9649): a RIFF file of padded chunks. The chunks that draw are copied, also inside the frames of an animation.
import { bytesOf, readTag, readU16Little, readU24Little, readU32Little, u32BytesLittle } from "./bytes.ts";
import { type Cleaned, cleaned, isDrawable, malformed, type RemovedPiece } from "./cleaned.ts";
import { reduceExif } from "./orientation.ts";
import { createSheet, type Sheet } from "./sheet.ts";

/** Bits of VP8X that speak of drawing; the others speak of profile, Exif and XMP, or of nothing. */
const alphaFlag = 0x10;
const animationFlag = 0x02;
const exifFlag = 0x08;

const riffHead = 12;
const frameHead = 16;
/** Where VP8X stands if it stands at all: first. */
const flagsAt = riffHead + 8;

type Chunk = { readonly type: string; readonly start: number; readonly body: number; readonly end: number };

const names: { readonly [type: string]: RemovedPiece } = { "XMP ": "xmp", ICCP: "colour-profile" };

/** A copy of the chunks that draw, in their order; which side is up comes last, if it is said at all. */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  const end = 8 + readU32Little(bytes, 4);
  if (end < riffHead || end > bytes.length) return malformed;
  const removed = new Set<RemovedPiece>();
  if (end < bytes.length) removed.add("trailer");
  const sheet = createSheet(bytes.length);
  sheet.add(bytes, 0, riffHead);
  const first = chunkAt(bytes, riffHead, end);
  const isExtended = first?.type === "VP8X";
  let exif: Uint8Array | null = null;
  let hasStill = false;
  let hasFrame = false;
  for (let at = riffHead; at < end; ) {
    const chunk = chunkAt(bytes, at, end);
    if (chunk === null) return malformed;
    const { type, body } = chunk;
    if (isPicture(type) && !hasStill && !hasFrame) {
      if (type !== "ALPH") hasStill = true;
      addChunk(sheet, bytes, chunk);
    } else if (isExtended && at === riffHead) {
      if (!isExtendedHead(bytes, chunk)) return malformed;
      addChunk(sheet, bytes, chunk);
    } else if (isExtended && type === "ANIM" && chunk.end - body === 6) addChunk(sheet, bytes, chunk);
    else if (isExtended && type === "ANMF" && !hasStill) {
      if (!addFrame(sheet, bytes, chunk, removed)) return malformed;
      hasFrame = true;
    } else if (type === "EXIF" && exif === null && isExtended) exif = reduceExif(tiffOf(bytes, chunk), removed);
    else removed.add(names[type] ?? "other");
    at = chunk.end + ((chunk.end - body) % 2);
  }
  if (!hasStill && !hasFrame) return malformed;
  if (exif !== null) addParts(sheet, "EXIF", [exif]);
  return cleaned("image/webp", settleHeads(sheet.finish(), isExtended, exif !== null), removed);
}

/** Null when it reaches beyond its holder. The last one's padding may be missing. */
function chunkAt(bytes: Uint8Array, start: number, limit: number): Chunk | null {
  const body = start + 8;
  const end = body + readU32Little(bytes, start + 4);
  return end > limit || body > limit ? null : { type: readTag(bytes, start), start, body, end };
}

const isPicture = (type: string): boolean => type === "VP8 " || type === "VP8L" || type === "ALPH";

const isExtendedHead = (bytes: Uint8Array, { body, end }: Chunk): boolean =>
  end - body === 10 && isDrawable(1 + readU24Little(bytes, body + 4), 1 + readU24Little(bytes, body + 7));

/** A padding byte is written anew: it could be any. */
function addChunk(sheet: Sheet, bytes: Uint8Array, { start, body, end }: Chunk): void {
  sheet.add(bytes, start, end);
  if ((end - body) % 2 === 1) sheet.add(Uint8Array.of(0));
}

function addParts(sheet: Sheet, type: string, parts: readonly Uint8Array[]): void {
  sheet.add(bytesOf(type));
  sheet.add(u32BytesLittle(parts.reduce((sum, { length }) => sum + length, 0)));
  for (const part of parts) sheet.add(part);
}

/** A frame holds chunks of its own; anything beside its picture is left out. */
function addFrame(sheet: Sheet, bytes: Uint8Array, frame: Chunk, removed: Set<RemovedPiece>): boolean {
  const inner = createSheet(frame.end - frame.body);
  inner.add(bytes, frame.body, Math.min(frame.body + frameHead, frame.end));
  let hasPicture = false;
  for (let at = frame.body + frameHead; at < frame.end; ) {
    const chunk = chunkAt(bytes, at, frame.end);
    if (chunk === null) return false;
    if (isPicture(chunk.type) && !hasPicture) addChunk(inner, bytes, chunk);
    else removed.add("other");
    if (isPicture(chunk.type) && chunk.type !== "ALPH") hasPicture = true;
    at = chunk.end + ((chunk.end - chunk.body) % 2);
  }
  if (!hasPicture) return false;
  addParts(sheet, "ANMF", [inner.finish()]);
  return true;
}

/** Some writers put JPEG's name before the block. */
function tiffOf(bytes: Uint8Array, { body, end }: Chunk): Uint8Array {
  const hasName = readTag(bytes, body) === "Exif" && readU16Little(bytes, body + 4) === 0;
  return bytes.subarray(hasName ? body + 6 : body, end);
}

/** The file's size, and what VP8X says about the file, as they are now. */
function settleHeads(copy: Uint8Array, isExtended: boolean, hasExif: boolean): Uint8Array {
  copy.set(u32BytesLittle(copy.length - 8), 4);
  if (!isExtended) return copy;
  const drawn = (copy[flagsAt] ?? 0) & (alphaFlag | animationFlag);
  copy.set([hasExif ? drawn | exifFlag : drawn, 0, 0, 0], flagsAt);
  return copy;
}
