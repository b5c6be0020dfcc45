// WebM and Matroska (RFC 9559) with the codecs of browsers. Nothing moves, because tables point at places in the file: what goes becomes
// an element that holds nothing, of the same size.
import { hasText } from "../bytes.ts";
import { type Cleaned, cleaned, malformed, notSupported, type RemovedPiece } from "../cleaned.ts";
import { type Element, findChild, lengthOfNumber, makeVoid, readElement, readNumber } from "./ebml.ts";
import { cleanPrivate, isKnownCodec } from "./webm-codecs.ts";
import { besideClusters, headRules, ids, names, type Rule, type Rules, segmentRules } from "./webm-rules.ts";

type Reading = {
  readonly copy: Uint8Array;
  readonly removed: Set<RemovedPiece>;
  /** Numbers of the tracks that are film or sound; the others go with their blocks. */
  readonly tracks: Set<number>;
  hasFilm: boolean;
  hasBlocks: boolean;
  /** The number of the track that is being read. */
  track: number;
  isSupported: boolean;
};

type Stretch = { readonly from: number; readonly to: number; readonly endsBefore?: ReadonlySet<number> };

/** A copy of film and sound, without names, hours, notes and files that came along. */
export function cleanWebm(bytes: Uint8Array): Cleaned {
  const head = readElement(bytes, 0, bytes.length);
  const segment = head?.end ? readElement(bytes, head.end, bytes.length) : null;
  if (!head?.end || segment?.id !== ids.segment) return malformed;
  const type = findChild(bytes, head.body, head.end, ids.docType);
  if (!type || !["webm", "matroska"].some((name) => hasText(bytes, type.body, name))) return notSupported;
  const end = segment.end ?? bytes.length;
  const copy = bytes.slice(0, end);
  const removed = new Set<RemovedPiece>();
  const reading: Reading = {
    ...{ copy, removed, tracks: new Set(), hasFilm: false, hasBlocks: false, track: 0, isSupported: true },
  };
  if (end < bytes.length) removed.add("trailer");
  if (cleanChildren(reading, { from: head.body, to: head.end }, headRules) === null) return malformed;
  if (cleanChildren(reading, { from: segment.body, to: end }, segmentRules) === null) return malformed;
  if (!reading.isSupported) return notSupported;
  return reading.hasBlocks ? cleaned(reading.hasFilm ? "video/webm" : "audio/webm", copy, removed) : malformed;
}

/** Cleans what a holder holds; returns where it ended, null where something in it is not what it says. */
function cleanChildren(reading: Reading, { from, to, endsBefore }: Stretch, rules: Rules): number | null {
  const { copy } = reading;
  let at = from;
  while (at < to) {
    const element = readElement(copy, at, to);
    if (element === null) return null;
    if (endsBefore?.has(element.id)) return at;
    const end = cleanElement(reading, element, to, rules[element.id]);
    if (end === null) return null;
    at = end;
  }
  return at;
}

/** Returns where the element ends. */
function cleanElement(reading: Reading, element: Element, limit: number, rule: Rule | undefined): number | null {
  const { copy, removed } = reading;
  const { id, at, body, end } = element;
  // As live recordings are: it goes on until something stands beside it.
  if (end === null)
    return id === ids.cluster && typeof rule === "object"
      ? cleanChildren(reading, { from: body, to: limit, endsBefore: besideClusters }, rule)
      : null;
  const drop = (why: RemovedPiece): number => {
    makeVoid(copy, at, end);
    removed.add(why);
    return end;
  };
  if (id === 0xec) {
    makeVoid(copy, at, end);
    return end;
  }
  // One that stands where none belongs goes, and opens nothing.
  if (rule === undefined) return drop(names[id as keyof typeof names] ?? "other");
  if (id === ids.track && !openTrack(reading, body, end)) return drop("other-track");
  if (id === ids.group) {
    const block = findChild(copy, body, end, ids.block);
    if (!block || !isOfKept(reading, block.body)) return drop("other-track");
  }
  switch (rule) {
    case "kept":
      return end;
    case "emptied":
      if (copy.subarray(body, end).some((byte) => byte !== 0)) removed.add("other");
      copy.fill(0, body, end);
      return end;
    case "own-number":
      if (end === body) return null;
      copy.fill(0, body, end);
      copy[end - 1] = reading.track;
      return end;
    case "codec":
      return cleanPrivate(copy, body, end) ? end : null;
    case "block":
      if (!isOfKept(reading, body)) return drop("other-track");
      reading.hasBlocks = true;
      return end;
    default:
      return cleanChildren(reading, { from: body, to: end }, rule);
  }
}

/** Notes what a track is; false for one that is neither film nor sound. */
function openTrack(reading: Reading, from: number, to: number): boolean {
  const { copy } = reading;
  const find = (id: number): number => {
    const found = findChild(copy, from, to, id);
    return found?.end ? readNumber(copy, found.body, found.end) : 0;
  };
  const [number, type] = [find(ids.trackNumber), find(ids.trackType)];
  if (type !== 1 && type !== 2) return false;
  const codec = findChild(copy, from, to, ids.codec);
  if (!codec?.end || !isKnownCodec(copy, codec.body, codec.end) || findChild(copy, from, to, ids.encodings))
    reading.isSupported = false;
  if (number < 1 || number > 127 || reading.tracks.has(number)) reading.isSupported = false;
  reading.tracks.add(number);
  reading.track = number;
  reading.hasFilm ||= type === 1;
  return true;
}

/** A block begins with the number of its track. */
const isOfKept = ({ copy, tracks }: Reading, body: number): boolean => {
  const first = copy[body] ?? 0;
  return lengthOfNumber(first) === 1 && tracks.has(first & 127);
};
