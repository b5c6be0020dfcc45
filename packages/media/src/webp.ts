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
/** Background and number of rounds of an animation. */
const loopSize = 6;
/** Where VP8X stands if it stands at all: first. */
const flagsAt = riffHead + 8;

type Chunk = { readonly type: string; readonly start: number; readonly body: number; readonly end: number };

const names: { readonly [type: string]: RemovedPiece } = { "XMP ": "xmp", ICCP: "colour-profile" };

const nothing = new Uint8Array();

type Reading = {
  readonly bytes: Uint8Array;
  readonly sheet: Sheet;
  readonly removed: Set<RemovedPiece>;
  /** Whether the file begins with VP8X, without which there is nothing but one picture. */
  readonly isExtended: boolean;
  /** Null until an Exif was seen; empty where it said nothing that draws. */
  exif: Uint8Array | null;
  shows: "nothing" | "still" | "frames";
};

/** A copy of the chunks that draw, in their order; which side is up comes last, if it is said at all. */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  const end = 8 + readU32Little(bytes, 4);
  if (end < riffHead || end > bytes.length) return malformed;
  const sheet = createSheet(bytes.length);
  const isExtended = readTag(bytes, riffHead) === "VP8X";
  const reading: Reading = { bytes, sheet, removed: new Set(), isExtended, exif: null, shows: "nothing" };
  if (end < bytes.length) reading.removed.add("trailer");
  sheet.add(bytes, 0, riffHead);
  for (let at = riffHead; at < end; ) {
    const chunk = chunkAt(bytes, at, end);
    if (chunk === null || !readChunk(reading, chunk)) return malformed;
    at = afterPadding(chunk);
  }
  if (reading.shows === "nothing") return malformed;
  const exif = reading.exif ?? nothing;
  if (exif.length > 0) addParts(sheet, "EXIF", [exif]);
  return cleaned("image/webp", settleHeads(sheet.finish(), isExtended, exif.length > 0), reading.removed);
}

/** Adds what draws and notes what does not; false when a chunk is not what it says it is. */
function readChunk(reading: Reading, chunk: Chunk): boolean {
  const { bytes, sheet, removed, isExtended, shows } = reading;
  const { type, start, body, end } = chunk;
  if (isPicture(type) && shows === "nothing") {
    if (type !== "ALPH") reading.shows = "still";
    return addChunk(sheet, bytes, chunk);
  }
  if (isExtended && start === riffHead) return isExtendedHead(bytes, chunk) && addChunk(sheet, bytes, chunk);
  if (isExtended && type === "ANIM" && end - body === loopSize) return addChunk(sheet, bytes, chunk);
  if (isExtended && type === "ANMF" && shows !== "still") {
    reading.shows = "frames";
    return addFrame(reading, chunk);
  }
  if (isExtended && type === "EXIF" && reading.exif === null) {
    reading.exif = reduceExif(tiffOf(bytes, chunk), removed) ?? nothing;
  } else removed.add(names[type] ?? "other");
  return true;
}

/** Null when it reaches beyond its holder. The last one's padding may be missing. */
function chunkAt(bytes: Uint8Array, start: number, limit: number): Chunk | null {
  const body = start + 8;
  const end = body + readU32Little(bytes, start + 4);
  return end > limit || body > limit ? null : { type: readTag(bytes, start), start, body, end };
}

/** Where the next chunk begins: each fills an even number of bytes. */
const afterPadding = ({ body, end }: Chunk): number => end + ((end - body) % 2);

const isPicture = (type: string): boolean => type === "VP8 " || type === "VP8L" || type === "ALPH";

const isExtendedHead = (bytes: Uint8Array, { body, end }: Chunk): boolean =>
  end - body === 10 && isDrawable(1 + readU24Little(bytes, body + 4), 1 + readU24Little(bytes, body + 7));

/** A padding byte is written anew: it could be any. */
function addChunk(sheet: Sheet, bytes: Uint8Array, { start, body, end }: Chunk): true {
  sheet.add(bytes, start, end);
  if ((end - body) % 2 === 1) sheet.add(Uint8Array.of(0));
  return true;
}

function addParts(sheet: Sheet, type: string, parts: readonly Uint8Array[]): void {
  sheet.add(bytesOf(type));
  sheet.add(u32BytesLittle(parts.reduce((sum, { length }) => sum + length, 0)));
  for (const part of parts) sheet.add(part);
}

/** A frame holds chunks of its own; anything beside its picture is left out. */
function addFrame({ bytes, sheet, removed }: Reading, frame: Chunk): boolean {
  const inner = createSheet(frame.end - frame.body);
  inner.add(bytes, frame.body, Math.min(frame.body + frameHead, frame.end));
  let hasPicture = false;
  for (let at = frame.body + frameHead; at < frame.end; ) {
    const chunk = chunkAt(bytes, at, frame.end);
    if (chunk === null) return false;
    if (isPicture(chunk.type) && !hasPicture) addChunk(inner, bytes, chunk);
    else removed.add("other");
    if (isPicture(chunk.type) && chunk.type !== "ALPH") hasPicture = true;
    at = afterPadding(chunk);
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
