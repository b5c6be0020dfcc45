// PNG (ISO/IEC 15948) and its animations: a signature, then chunks with check sums. Chunks that draw are copied when their check
// sum and length are right; all others are left out, and everything after the last.
import { bytesOf, hasText, readTag, readU32, u32Bytes } from "./bytes.ts";
import { type Cleaned, cleaned, isDrawable, malformed, notSupported, type RemovedPiece } from "./cleaned.ts";
import { crc32 } from "./crc32.ts";
import { reduceExif } from "./orientation.ts";
import { createSheet } from "./sheet.ts";

/** How long each chunk that draws may be. A colour profile (iCCP) is not among them: it is packed, and it names its maker. */
const drawing: { readonly [type: string]: (length: number) => boolean } = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length > 0 && length <= 768 && length % 3 === 0,
  IDAT: () => true,
  IEND: (length) => length === 0,
  tRNS: (length) => length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  cICP: (length) => length === 4,
  acTL: (length) => length === 8,
  fcTL: (length) => length === 26,
  fdAT: (length) => length >= 4,
};

const otherNames: { readonly [type: string]: RemovedPiece } = {
  tEXt: "comment",
  zTXt: "comment",
  iTXt: "comment",
  tIME: "time",
  iCCP: "colour-profile",
};

const xmpName = "XML:com.adobe.xmp";

/** A copy of the chunks that draw, in their order. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const removed = new Set<RemovedPiece>();
  const sheet = createSheet(bytes.length);
  sheet.add(bytes, 0, 8);
  let hasExif = false;
  let hasPicture = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = readU32(bytes, at);
    const type = readTag(bytes, at + 4);
    const body = at + 8;
    const end = body + length + 4;
    if (end > bytes.length || (at === 8) !== (type === "IHDR")) return malformed;
    if (at === 8 && !isDrawable(readU32(bytes, body), readU32(bytes, body + 4))) return malformed;
    const hasRightLength = drawing[type];
    if (hasRightLength !== undefined) {
      if (!hasRightLength(length) || crc32(bytes, at + 4, end - 4) !== readU32(bytes, end - 4)) return malformed;
      sheet.add(bytes, at, end);
      if (type === "IDAT") hasPicture = true;
    } else if (isCritical(type)) return notSupported;
    else if (type === "eXIf" && !hasExif) {
      const block = reduceExif(bytes.subarray(body, end - 4), removed);
      if (block !== null) sheet.add(exifChunk(block));
      hasExif = true;
    } else removed.add(nameOf(bytes, type, body));
    at = end;
    if (type !== "IEND") continue;
    if (!hasPicture) return malformed;
    if (at < bytes.length) removed.add("trailer");
    return cleaned("image/png", sheet.finish(), removed);
  }
  return malformed;
}

/** A capital first letter: whoever does not know the chunk must not draw the picture. */
const isCritical = (type: string): boolean => type.charCodeAt(0) < 0x60;

function nameOf(bytes: Uint8Array, type: string, body: number): RemovedPiece {
  if (type === "iTXt" && hasText(bytes, body, xmpName)) return "xmp";
  return otherNames[type] ?? "other";
}

function exifChunk(block: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(block.length + 12);
  chunk.set(u32Bytes(block.length), 0);
  chunk.set(bytesOf("eXIf"), 4);
  chunk.set(block, 8);
  chunk.set(u32Bytes(crc32(chunk, 4, chunk.length - 4)), chunk.length - 4);
  return chunk;
}
