import { bytesOf, hasText } from "./bytes.ts";
import type { RemovedPiece } from "./cleaned.ts";
import { application, comment } from "./jpeg-markers.ts";
import { reduceExif } from "./orientation.ts";

const jfifName = "JFIF\0";
const jfifSize = 14;
/** Version 1.01, square pixels of no size, no thumbnail. That it is there tells decoders which colours the channels are. */
const jfif = bytesOf("\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0");

const adobeName = "Adobe";
const adobeSize = 12;
/** Only its last byte draws: how four channels, or three, become colours. */
const adobeHead = bytesOf("\xff\xee\0\x0eAdobe\0\x64\0\0\0\0");

const exifName = "Exif\0";
/** Marker, length (34) and name, before a block of 26 bytes. */
const exifHead = bytesOf("\xff\xe1\0\x22Exif\0\0");

/** What is known by its beginning, and what a person would call it. */
const known: readonly (readonly [code: number, name: string, piece: RemovedPiece])[] = [
  [application(0), "JFXX\0", "thumbnail"],
  [application(1), "http://ns.adobe.com/", "xmp"],
  [application(2), "ICC_PROFILE\0", "colour-profile"],
  [application(13), "Photoshop", "iptc"],
];

/** Whether an APP1 holds Exif; XMP lies in APP1 too. */
export const isExifBody = (body: Uint8Array): boolean => hasText(body, 0, exifName);

/** Of what applications add, three things change how a picture is drawn. Gives the new segment's pieces, or none. */
export function reduceApplication(code: number, body: Uint8Array, removed: Set<RemovedPiece>): readonly Uint8Array[] {
  if (code === application(0) && hasText(body, 0, jfifName) && body.length >= jfifSize) {
    if (body.length > jfifSize) removed.add("thumbnail");
    return [jfif];
  }
  if (code === application(14) && hasText(body, 0, adobeName) && body.length >= adobeSize) {
    if (body.length > adobeSize) removed.add("other");
    return [adobeHead, body.subarray(adobeSize - 1, adobeSize)];
  }
  if (code === application(1) && isExifBody(body)) {
    const block = reduceExif(body.subarray(exifName.length + 1), removed);
    return block === null ? [] : [exifHead, block];
  }
  const piece = known.find(([knownCode, name]) => code === knownCode && hasText(body, 0, name));
  removed.add(piece?.[2] ?? (code === comment ? "comment" : "other"));
  return [];
}
