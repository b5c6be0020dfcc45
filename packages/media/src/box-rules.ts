// How boxes are cleaned where they stand. Nothing moves, for the tables of a film point at places in the file: what is left out
// becomes a `free` box of zeros of the same size.
import { type Box, boxAt, boxesIn } from "./boxes.ts";
import { bytesOf, hasText, isBlank } from "./bytes.ts";
import type { RemovedPiece } from "./cleaned.ts";

/** A copy under work. */
export type Film = { readonly bytes: Uint8Array; readonly removed: Set<RemovedPiece> };

/** Cleans one box where it stands; false when it is not what it says it is. */
export type BoxRule = (film: Film, box: Box) => boolean;

/** What becomes of which box. A type that is not named is blanked. */
export type BoxRules = { readonly [type: string]: BoxRule };

/** Holds nothing but numbers that draw, sound or find. */
export const keep: BoxRule = () => true;

/** Holds boxes, after `skip` bytes of its own. */
export const inside =
  (rules: BoxRules, skip = 0): BoxRule =>
  (film, box) =>
    cleanBoxes(film, rules, { from: box.body + skip, to: box.end });

/** Applies rules to every box of a stretch. Up to seven bytes may follow the last, and are blanked. */
export function cleanBoxes(film: Film, rules: BoxRules, { from, to }: { from: number; to: number }): boolean {
  let at = from;
  while (at + 8 <= to) {
    const box = boxAt(film.bytes, at, to);
    if (box === null) return false;
    const rule = rules[box.type] ?? blank;
    if (!rule(film, box)) return false;
    at = box.end;
  }
  film.bytes.fill(0, at, to);
  return at <= to;
}

/** Makes a box `free`, with zeros in it. */
export const blank: BoxRule = (film, { type, start, body, end }) => {
  const { bytes, removed } = film;
  if (isSpare(type)) {
    if (!isBlank(bytes, body, end)) removed.add("unused-bytes");
  } else {
    removed.add(type === "udta" || type === "meta" || type === "uuid" ? "user-data" : "other");
    if (hasPlace(bytes, body, end)) removed.add("location");
  }
  bytes.set(bytesOf("free"), start + 4);
  bytes.fill(0, body, end);
  return true;
};

/** A rule for a stretch of a box: zeros, and a word about it if it was anything else. */
export function blankStretch({ bytes, removed }: Film, from: number, to: number, piece: RemovedPiece): void {
  if (!isBlank(bytes, from, to)) removed.add(piece);
  bytes.fill(0, from, to);
}

/** Room that players step over. */
const isSpare = (type: string): boolean => type === "free" || type === "skip" || type === "wide";

const placeNames = ["\xa9xyz", "loci", "location.ISO6709"];

/** Says only what is told to the person; everything is left out either way. */
const hasPlace = (bytes: Uint8Array, from: number, to: number): boolean =>
  placeNames.some((name) => holdsText(bytes.subarray(from, to), name));

function holdsText(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  let at = bytes.indexOf(first);
  while (at >= 0 && !hasText(bytes, at, text)) at = bytes.indexOf(first, at + 1);
  return at >= 0;
}

/** Whether a stretch is boxes to its end, give or take seven bytes. */
export function isBoxes(bytes: Uint8Array, from: number, to: number): boolean {
  let end = from;
  for (const box of boxesIn(bytes, from, to)) {
    if (!/^[\w -]{4}$/.test(box.type)) return false;
    end = box.end;
  }
  return to - end < 8 && from <= to;
}
