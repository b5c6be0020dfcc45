// The MP4 family. The copy begins as zeros of the same length; samples that are shown are copied to their places, then the
// boxes around them, cleaned. Where nothing moves no table has to be rewritten, and none can be wrong.
import { cleanBoxes, type Film } from "./box-rules.ts";
import { type Box, boxesIn, findBox } from "./boxes.ts";
import { areSame, readTag } from "./bytes.ts";
import { type Cleaned, cleaned, malformed, notSupported, type WorkingType } from "./cleaned.ts";
import { filmRules } from "./film-rules.ts";
import { copySamples } from "./film-samples.ts";
import { readTracks, type Track } from "./film-tracks.ts";
import { hasPicturesInRow } from "./sample-entries.ts";

/** A copy with film and sound and the tables that find them. */
export function cleanFilm(bytes: Uint8Array): Cleaned {
  const movie = onlyMovie(bytes);
  if (movie === null) return malformed;
  if (isPacked(bytes, movie)) return notSupported;
  const tracks = readTracks(bytes, movie);
  if (tracks === null) return malformed;
  const isFragmented = isInFragments(bytes);
  if (!canBeCopied(bytes, tracks, isFragmented)) return notSupported;
  const film: Film = { bytes: new Uint8Array(bytes.length), removed: new Set() };
  if (!isFragmented && !copySamples(bytes, film.bytes, tracks)) return malformed;
  copyBoxes(bytes, film, isFragmented);
  const shownAt = new Map(tracks.flatMap(({ start, shown }) => (shown === null ? [] : [[start, shown] as const])));
  const isWhole = cleanBoxes(film, filmRules(shownAt), { from: 0, to: bytes.length });
  return isWhole ? cleaned(mimeOf(bytes, tracks), film.bytes, film.removed) : malformed;
}

/** A film has one table of contents. Boxes must fill the file: what reaches beyond its end was cut off. */
function onlyMovie(bytes: Uint8Array): Box | null {
  let movie: Box | null = null;
  let end = 0;
  for (const box of boxesIn(bytes, 0, bytes.length)) {
    if (box.type === "moov" && movie !== null) return null;
    if (box.type === "moov") movie = box;
    end = box.end;
  }
  return bytes.length - end < 8 ? movie : null;
}

function isInFragments(bytes: Uint8Array): boolean {
  for (const box of boxesIn(bytes, 0, bytes.length)) if (box.type === "moof") return true;
  return false;
}

/** Tables in rare packed forms, which are not read here. */
function isPacked(bytes: Uint8Array, movie: Box): boolean {
  for (const box of boxesIn(bytes, movie.body, movie.end)) {
    if (box.type === "cmov") return true;
    if (box.type === "trak" && findBox(bytes, box, ["mdia", "minf", "stbl", "stz2"]) !== null) return true;
  }
  return false;
}

/** In fragments samples are found by other tables, which are not read here: then no other track may be among them. */
function canBeCopied(bytes: Uint8Array, tracks: readonly Track[], isFragmented: boolean): boolean {
  const shown = tracks.filter(({ shown }) => shown !== null);
  if (shown.length === 0 || (isFragmented && shown.length < tracks.length)) return false;
  return !shown.some((track) => hasPicturesInRow(bytes, track.description));
}

/** After the samples, so that a table that points at the table of contents brings nothing of it back. */
function copyBoxes(bytes: Uint8Array, { bytes: copy, removed }: Film, isFragmented: boolean): void {
  let last = 0;
  for (const { type, start, body, end } of boxesIn(bytes, 0, bytes.length)) {
    const isSamples = type === "mdat" && !isFragmented;
    copy.set(bytes.subarray(start, isSamples ? body : end), start);
    if (isSamples && !areSame(bytes.subarray(body, end), copy.subarray(body, end))) removed.add("unused-bytes");
    last = end;
  }
  copy.fill(0, last);
}

/** For the player: by the brand, and by whether anything is seen at all. Voice notes of some phones are films without film. */
function mimeOf(bytes: Uint8Array, tracks: readonly Track[]): WorkingType {
  const brand = readTag(bytes, 4) === "ftyp" ? readTag(bytes, 8) : "qt  ";
  const is3gp = brand.startsWith("3g");
  if (!tracks.some(({ shown }) => shown === "vide")) return is3gp ? "audio/3gpp" : "audio/mp4";
  if (brand === "qt  ") return "video/quicktime";
  return is3gp ? "video/3gpp" : "video/mp4";
}
