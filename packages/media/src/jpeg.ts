// JPEG (ITU-T T.81): marked segments, then scans of coded picture. Segments that draw are copied, and only when they are exactly
// as long as what they declare; of all others three bytes are taken over, into segments written anew.

import { bytesOf, readU16 } from "./bytes.ts";
import { type Cleaned, cleaned, isDrawable, malformed, notSupported, type RemovedPiece } from "./cleaned.ts";
import { isExifBody, reduceApplication } from "./jpeg-applications.ts";
import * as markers from "./jpeg-markers.ts";
import { doesDraw, frameSize, isExact } from "./jpeg-segments.ts";
import { createSheet, type Sheet } from "./sheet.ts";

type Reading = {
  readonly bytes: Uint8Array;
  readonly sheet: Sheet;
  readonly removed: Set<RemovedPiece>;
  hasFrame: boolean;
  hasScan: boolean;
  hasExif: boolean;
};

/** Where to read on, or how it ended. */
type Step = number | "whole" | "cut" | "malformed" | "not-supported";

/** A copy of which every byte draws. What a phone hangs behind the picture (motion, a second picture) is cut off. */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const sheet = createSheet(bytes.length);
  const reading: Reading = { bytes, sheet, removed: new Set(), hasFrame: false, hasScan: false, hasExif: false };
  sheet.add(bytesOf("\xff\xd8"));
  let step: Step = 2;
  while (typeof step === "number") step = readSegment(reading, step);
  if (step === "not-supported") return notSupported;
  // A picture that was cut off in a scan is still one: browsers draw what there is.
  if (step === "malformed" || !reading.hasScan) return malformed;
  sheet.add(bytesOf("\xff\xd9"));
  return cleaned("image/jpeg", sheet.finish(), reading.removed);
}

function readSegment(reading: Reading, from: number): Step {
  const { bytes, removed } = reading;
  const at = markers.findMarker(bytes, from);
  if (at > from) removed.add("unused-bytes");
  const code = bytes[at + 1];
  if (code === undefined) return "cut";
  if (code === markers.endOfImage) {
    if (at + 2 < bytes.length) removed.add("trailer");
    return "whole";
  }
  if (code === markers.startOfImage) return "malformed";
  if (markers.isRareFrame(code)) return "not-supported";
  if (markers.isAlone(code)) return at + 2;
  const end = at + 2 + readU16(bytes, at + 2);
  if (end < at + 4 || end > bytes.length) return "cut";
  const body = bytes.subarray(at + 4, end);
  if (doesDraw(code)) return drawSegment(reading, code, body, at);
  addReduced(reading, code, body);
  return end;
}

function drawSegment(reading: Reading, code: number, body: Uint8Array, at: number): Step {
  if (!isExact(code, body)) return "malformed";
  if (markers.isFrame(code)) {
    if (reading.hasFrame || !isDrawable(...frameSize(body))) return "malformed";
    reading.hasFrame = true;
  }
  let end = at + 4 + body.length;
  if (code === markers.startOfScan) {
    if (!reading.hasFrame) return "malformed";
    reading.hasScan = true;
    end = markers.endOfScan(reading.bytes, end);
  }
  reading.sheet.add(reading.bytes, at, end);
  return end;
}

/** A second Exif is left out whole: browsers go by the first. */
function addReduced(reading: Reading, code: number, body: Uint8Array): void {
  const pieces = reduceApplication(code, body, reading.removed);
  const isExif = code === markers.application(1) && isExifBody(body);
  if (!isExif || !reading.hasExif) for (const piece of pieces) reading.sheet.add(piece);
  if (isExif) reading.hasExif = true;
}
