// Exif of a picture holds place, hour, owner and camera, and one thing that draws: which side is up. Only that is copied, into
// a block that is the same for everybody who held the phone the same way.
import { areSame, hasText, readU16, readU16Little, readU32, readU32Little } from "./bytes.ts";
import type { RemovedPiece } from "./cleaned.ts";

const orientationTag = 0x0112;
const gpsTag = 0x8825;
const shortType = 3;

type ExifSummary = {
  readonly orientation: number | null;
  readonly hasLocation: boolean;
  readonly hasThumbnail: boolean;
};

/** An orientation block where the picture needs one, else null; what the original block held goes into `removed`. */
export function reduceExif(tiff: Uint8Array, removed: Set<RemovedPiece>): Uint8Array | null {
  const { orientation, hasLocation, hasThumbnail } = readExif(tiff);
  const block = orientation === null ? null : orientationBlock(orientation);
  if (block !== null && areSame(block, tiff)) return block;
  removed.add("exif");
  if (hasLocation) removed.add("location");
  if (hasThumbnail) removed.add("thumbnail");
  return block;
}

/** Exif is a TIFF without a picture: byte order, a magic number, a chain of directories of twelve-byte entries. */
function readExif(tiff: Uint8Array): ExifSummary {
  const isLittle = hasText(tiff, 0, "II*\0");
  const none = { orientation: null, hasLocation: false, hasThumbnail: false };
  if (!isLittle && !hasText(tiff, 0, "MM\0*")) return none;
  const u16 = (at: number): number => (isLittle ? readU16Little(tiff, at) : readU16(tiff, at));
  const u32 = (at: number): number => (isLittle ? readU32Little(tiff, at) : readU32(tiff, at));
  const first = u32(4);
  if (first + 2 > tiff.length) return none;
  const count = Math.min(u16(first), Math.floor((tiff.length - first - 2) / 12));
  let orientation: number | null = null;
  let hasLocation = false;
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + i * 12;
    const tag = u16(entry);
    if (tag === gpsTag) hasLocation = true;
    const isOrientation = tag === orientationTag && u16(entry + 2) === shortType && u32(entry + 4) === 1;
    if (isOrientation) orientation = turned(u16(entry + 8));
  }
  return { orientation, hasLocation, hasThumbnail: u32(first + 2 + count * 12) !== 0 };
}

/** 1 is upright, which needs no word; above 8 nothing is defined. */
const turned = (value: number): number | null => (value >= 2 && value <= 8 ? value : null);

/** The smallest TIFF that says it: one directory, one entry. */
const orientationBlock = (value: number): Uint8Array =>
  Uint8Array.of(77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, shortType, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0);
