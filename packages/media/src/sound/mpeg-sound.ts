// MP3 and its older layers (ISO/IEC 11172-3, 13818-3), AAC in ADTS (ISO/IEC 13818-7): frames behind one another, each with its length.
import { hasText } from "../bytes.ts";
import { type Cleaned, cleaned, malformed, notSupported, type RemovedPiece } from "../cleaned.ts";
import { createSheet } from "../sheet.ts";
import { tagLength } from "./tags.ts";

/** A frame's length in bytes, and what all frames of one sound have in common. */
type Frame = { readonly length: number; readonly stream: number };
type ReadFrame = (bytes: Uint8Array, at: number) => Frame | null;

/** A copy of the frames that follow one another; a first frame that only tells of the file is left out. */
export function cleanMpegSound(bytes: Uint8Array): Cleaned {
  const removed = new Set<RemovedPiece>();
  const sheet = createSheet(bytes.length);
  let mime: "audio/mpeg" | "audio/aac" = "audio/mpeg";
  let read: ReadFrame | undefined;
  let stream = 0;
  let isInStep = false;
  let hasSound = false;
  for (let at = 0; at < bytes.length; ) {
    if (!isInStep && hasText(bytes, at, "ID3")) {
      removed.add("names");
      at += tagLength(bytes, at);
      continue;
    }
    if (read === undefined) {
      const found = [readLayers, readAdts].find((one) => isFollowed(one, bytes, at));
      if (found) {
        read = found;
        stream = found(bytes, at)?.stream ?? 0;
        mime = found === readAdts ? "audio/aac" : "audio/mpeg";
      }
    }
    const frame = read?.(bytes, at);
    const end = at + (frame?.length ?? 0);
    const isKept = read && frame?.stream === stream && end <= bytes.length && (isInStep || isFollowed(read, bytes, at));
    if (!isKept) {
      removed.add(hasText(bytes, at, "TAG") || hasText(bytes, at, "APETAGEX") ? "names" : "other");
      isInStep = false;
      at += 1;
      continue;
    }
    isInStep = true;
    if (!hasSound && tellsOfFile(bytes, at, end)) removed.add("other");
    else {
      hasSound = true;
      sheet.add(bytes, at, end);
    }
    at = end;
  }
  if (read === undefined) return bytes[0] === 0xff ? notSupported : malformed;
  return hasSound ? cleaned(mime, sheet.finish(), removed) : malformed;
}

/** Bytes of chance look like a frame now and then, and seldom like two: another of the same sound must follow, or the file's end. */
function isFollowed(read: ReadFrame, bytes: Uint8Array, at: number): boolean {
  const frame = read(bytes, at);
  if (frame === null) return false;
  const next = at + frame.length;
  return next === bytes.length || read(bytes, next)?.stream === frame.stream;
}

/** Kilobits a second by layer (I, II, III); MPEG-1 in the first three rows, the lower rates of MPEG-2 behind. */
const kilobits: readonly (readonly number[])[] = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const samplesASecond = [44_100, 48_000, 32_000];
/** By the version's two bits: 2.5, none, 2, 1. */
const slower = [4, 1, 2, 1];

function readLayers(bytes: Uint8Array, at: number): Frame | null {
  const [first, second, third] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const version = (second >> 3) & 3;
  const layer = 4 - ((second >> 1) & 3);
  if (version === 1 || layer === 4) return null;
  const isFirst = version === 3;
  const rate = kilobits[layer - 1 + (isFirst ? 0 : 3)]?.[third >> 4] ?? 0;
  const hertz = (samplesASecond[(third >> 2) & 3] ?? 0) / (slower[version] ?? 1);
  // Rate 0 is one of the maker's own: nothing says then how long a frame is.
  if (rate === 0 || hertz === 0) return null;
  const padding = (third >> 1) & 1;
  const bytesInSlots = (rate * 1000) / hertz;
  const length =
    layer === 1
      ? (Math.floor(12 * bytesInSlots) + padding) * 4
      : Math.floor((layer === 3 && !isFirst ? 72 : 144) * bytesInSlots) + padding;
  return { length, stream: ((second & 0x1e) << 8) | (third & 0x0c) };
}

function readAdts(bytes: Uint8Array, at: number): Frame | null {
  const [second, third, fourth] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0];
  if (bytes[at] !== 0xff || (second & 0xf6) !== 0xf0 || ((third >> 2) & 15) > 12) return null;
  const length = ((fourth & 3) << 11) | ((bytes[at + 4] ?? 0) << 3) | ((bytes[at + 5] ?? 0) >> 5);
  return length < 7 ? null : { length, stream: ((second & 0x08) << 8) | (third & 0xfd) };
}

/** Names that encoders write into a first frame that sounds like nothing: how many frames follow, and with what they were made. */
const tellers = ["Xing", "Info", "VBRI"];

/** Where such a name stands depends on the number of channels; all four places are within a frame's first bytes. */
function tellsOfFile(bytes: Uint8Array, at: number, end: number): boolean {
  for (let place = at + 4; place < Math.min(at + 42, end - 4); place++)
    if (tellers.some((name) => hasText(bytes, place, name))) return true;
  return false;
}
