import { readU16 } from "./bytes.ts";
import * as markers from "./jpeg-markers.ts";

/**
 * Whether a segment that draws is just as long as what it declares: decoders refuse one that is longer, and what is not read
 * could carry anything. The body is what follows the two bytes of length.
 */
export function isExact(code: number, body: Uint8Array): boolean {
  if (markers.isFrame(code)) return body.length === 6 + 3 * (body[5] ?? 0);
  switch (code) {
    case markers.startOfScan:
      return body.length === 4 + 2 * (body[0] ?? 0);
    case markers.restartInterval:
      return body.length === 2;
    case markers.arithmeticTables:
      return body.length % 2 === 0;
    case markers.quantisationTables:
      return isFilledBy(body, (at) => ((body[at] ?? 0) < 16 ? 65 : 129));
    case markers.huffmanTables:
      return isFilledBy(body, (at) => huffmanSize(body, at));
    default:
      return false;
  }
}

/** What is read in full and written as it is. */
export const doesDraw = (code: number): boolean =>
  markers.isFrame(code) ||
  code === markers.startOfScan ||
  code === markers.restartInterval ||
  code === markers.arithmeticTables ||
  code === markers.quantisationTables ||
  code === markers.huffmanTables;

/** Width and height in pixels. */
export const frameSize = (body: Uint8Array): readonly [number, number] => [readU16(body, 3), readU16(body, 1)];

/** Tables follow each other without a gap. */
function isFilledBy(body: Uint8Array, sizeAt: (at: number) => number): boolean {
  let at = 0;
  while (at < body.length) at += sizeAt(at);
  return at === body.length;
}

/** A class, how many codes there are of each length from 1 to 16, and that many values. */
function huffmanSize(body: Uint8Array, at: number): number {
  let size = 17;
  for (let length = 1; length <= 16; length++) size += body[at + length] ?? 0;
  return size;
}
