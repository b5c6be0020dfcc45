// Looks for pieces of texts in raw bytes: as they stand, in UTF-16, in base64 at any alignment, in hex, in anything that
// unpacks, and in each of these inside another. Encodings are undone in what is searched, so that one look at a window of
// bytes answers for every piece at once.
import { createHash } from "node:crypto";
import { inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";

/** Where a piece was found and how it was written there. The piece itself is named by its digest only. */
export type Find = { readonly place: string; readonly how: string; readonly piece: string };

export type LeakSearch = {
  /** How many pieces are looked for. */
  readonly pieces: number;
  /** Looks for all pieces in these bytes. */
  readonly look: (place: string, bytes: Uint8Array) => readonly Find[];
  /** The same search without the pieces that were found. */
  readonly without: (finds: readonly Find[]) => LeakSearch;
};

/** Characters of a piece, and bytes of the window that is looked up. */
const pieceLength = 12;
/** Texts up to this length give every piece they have, longer ones every seventh. */
const shortText = 400;
/** How deep encodings are undone: a packed text in base64 in a hex dump is three. */
const deepest = 4;

/** Every piece of these texts, by digest. */
export function piecesOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const pieces = new Map<string, string>();
  for (const text of texts) {
    const characters = [...text];
    const step = characters.length <= shortText ? 1 : 7;
    for (let at = 0; at + pieceLength <= characters.length; at += step) {
      const piece = characters.slice(at, at + pieceLength).join("");
      pieces.set(createHash("sha256").update(piece).digest("hex"), piece);
    }
  }
  return pieces;
}

export function createLeakSearch(pieces: ReadonlyMap<string, string>): LeakSearch {
  const needles = createNeedles(pieces);
  return {
    pieces: pieces.size,
    look: (place, bytes) => {
      const finds = new Map<string, Find>();
      lookInto(bytes, [], {
        needles,
        found: (piece, how) => finds.set(`${how} ${piece}`, { place, how, piece }),
      });
      return [...finds.values()];
    },
    without: (finds) => {
      const found = new Set(finds.map(({ piece }) => piece));
      return createLeakSearch(new Map([...pieces].filter(([digest]) => !found.has(digest))));
    },
  };
}

type OnFound = (piece: string, how: string) => void;
type Looking = { readonly needles: Needles; readonly found: OnFound };

/** Looks at the bytes as they stand, then at all that can be read out of them; `way` says what was undone so far. */
function lookInto(bytes: Uint8Array, way: readonly string[], looking: Looking): void {
  findNeedles(bytes, looking.needles, (piece, encoding) => looking.found(piece, [...way, encoding].join(" > ")));
  if (way.length === deepest) return;
  for (const [name, view] of undone(bytes)) lookInto(view, [...way, name], looking);
}

// ---- the pieces, ready to be met

type Needle = { readonly piece: string; readonly encoding: "utf-8" | "utf-16le" | "utf-16be"; readonly bytes: Buffer };
type Needles = {
  /** One for each byte that stands in some needle. Sealed bytes are noise, and noise soon meets a byte that stands in none. */
  readonly isUsed: Uint8Array;
  /** A bit for each hash that some needle's first bytes have: most windows left are dismissed by one look at it. */
  readonly filter: Uint8Array;
  readonly byHash: ReadonlyMap<number, readonly Needle[]>;
};

const base = 0x01000193;
/** base^11, to take the byte that leaves the window out of the hash. */
const baseOfLeaving = Array.from({ length: pieceLength - 1 }).reduce<number>((power) => Math.imul(power, base), 1);
const filterBits = 24;

function createNeedles(pieces: ReadonlyMap<string, string>): Needles {
  const isUsed = new Uint8Array(256);
  const filter = new Uint8Array(1 << (filterBits - 3));
  const byHash = new Map<number, Needle[]>();
  const add = (needle: Needle): void => {
    const hash = hashOf(needle.bytes, 0);
    for (const byte of needle.bytes) isUsed[byte] = 1;
    const bit = hash >>> (32 - filterBits);
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    const same = byHash.get(hash);
    if (same) same.push(needle);
    else byHash.set(hash, [needle]);
  };
  for (const [piece, text] of pieces) {
    add({ piece, encoding: "utf-8", bytes: Buffer.from(text, "utf8") });
    add({ piece, encoding: "utf-16le", bytes: Buffer.from(text, "utf16le") });
    add({ piece, encoding: "utf-16be", bytes: Buffer.from(text, "utf16le").swap16() });
  }
  return { isUsed, filter, byHash };
}

/** Of the twelve bytes from `start` on. */
function hashOf(bytes: Uint8Array, start: number): number {
  let hash = 0;
  for (let at = start; at < start + pieceLength; at++) hash = (Math.imul(hash, base) + (bytes[at] as number)) | 0;
  return hash;
}

/** Leaps over windows with an unused byte; rolls a hash over the others. */
function findNeedles(bytes: Uint8Array, needles: Needles, found: OnFound): void {
  const { isUsed } = needles;
  let start = 0;
  while (start + pieceLength <= bytes.length) {
    let at = start + pieceLength - 1;
    while (at >= start && isUsed[bytes[at] as number] === 1) at--;
    // No needle reaches over an unused byte.
    start = at >= start ? at + 1 : rollFrom(bytes, start, needles, found);
  }
}

/** Looks at every window from `start` on until an unused byte; returns where to go on behind it. */
function rollFrom(bytes: Uint8Array, start: number, { isUsed, filter, byHash }: Needles, found: OnFound): number {
  let hash = hashOf(bytes, start);
  for (let first = start; ; first++) {
    const bit = hash >>> (32 - filterBits);
    if (((filter[bit >> 3] as number) >> (bit & 7)) & 1) {
      for (const { piece, encoding, bytes: needle } of byHash.get(hash) ?? []) {
        if (needle.equals(bytes.subarray(first, first + needle.length))) found(piece, encoding);
      }
    }
    const next = first + pieceLength;
    if (next >= bytes.length || isUsed[bytes[next] as number] === 0) return next + 1;
    hash = (Math.imul(hash - Math.imul(bytes[first] as number, baseOfLeaving), base) + (bytes[next] as number)) | 0;
  }
}

// ---- encodings undone

/** Everything that can be read out of these bytes in another way. */
function* undone(bytes: Uint8Array): Iterable<readonly [name: string, view: Uint8Array]> {
  yield* runsOf(bytes);
  yield* unpacked(bytes);
}

const notOfRun = 64;
/** The value of each letter of base64, in its ordinary and its URL alphabet. */
const base64Values = new Uint8Array(256).fill(notOfRun);
for (const alphabet of ["+/", "-_"]) {
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", ...alphabet].forEach((letter, value) => {
    base64Values[letter.charCodeAt(0)] = value;
  });
}
const hexValues = new Uint8Array(256).fill(notOfRun);
[..."0123456789abcdef"].forEach((digit, value) => {
  for (const spelled of [digit, digit.toUpperCase()]) hexValues[spelled.charCodeAt(0)] = value;
});

/** Letters that hold a whole piece. */
const shortestBase64 = 16;
const shortestHex = 24;
/** A run of nothing but hex digits this long is hex: as base64 it would be noise, four times over. */
const surelyHex = 256;

/** Runs of letters of base64, and of hex within them, undone at each alignment they could have. */
function* runsOf(bytes: Uint8Array): Iterable<readonly [name: string, view: Uint8Array]> {
  const isLetter = (at: number): boolean => base64Values[bytes[at] as number] !== notOfRun;
  // A run that counts has a letter at one of these steps.
  for (let at = shortestBase64 - 1; at < bytes.length; at += shortestBase64) {
    if (!isLetter(at)) continue;
    let start = at;
    while (start > 0 && isLetter(start - 1)) start--;
    let end = at + 1;
    while (end < bytes.length && isLetter(end)) end++;
    if (end - start >= shortestBase64) yield* runUndone(bytes, start, end);
    while (at + shortestBase64 < end) at += shortestBase64;
  }
}

function* runUndone(
  bytes: Uint8Array,
  start: number,
  end: number,
): Iterable<readonly [name: string, view: Uint8Array]> {
  let hexStart = start;
  for (let at = start; at <= end; at++) {
    if (at < end && hexValues[bytes[at] as number] !== notOfRun) continue;
    if (at - hexStart >= shortestHex) for (const from of [0, 1]) yield ["hex", fromHex(bytes, hexStart + from, at)];
    if (hexStart === start && at === end && end - start >= surelyHex) return;
    hexStart = at + 1;
  }
  for (const from of [0, 1, 2, 3]) yield ["base64", fromBase64(bytes, start + from, end)];
}

function fromHex(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const view = new Uint8Array(Math.floor((end - start) / 2));
  for (let i = 0, at = start; i < view.length; i++, at += 2) {
    view[i] = ((hexValues[bytes[at] as number] as number) << 4) | (hexValues[bytes[at + 1] as number] as number);
  }
  return view;
}

function fromBase64(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const view = new Uint8Array(Math.floor(((end - start) * 3) / 4));
  let kept = 0;
  let bits = 0;
  let i = 0;
  for (let at = start; at < end; at++) {
    kept = ((kept << 6) | (base64Values[bytes[at] as number] as number)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      view[i++] = (kept >> bits) & 0xff;
    }
  }
  return view.subarray(0, i);
}

const largestUnpacked = 64 * 1024 * 1024;
// Whatever follows the packed bytes, or is missing at their end, does not hide what stands before.
const unpacking = { finishFlush: 2, maxOutputLength: largestUnpacked } as const; // Z_SYNC_FLUSH

type Packing = "gzip" | "deflate" | "zstd";
const magicNumbers: readonly (readonly [Packing, Buffer])[] = [
  ["gzip", Buffer.from("1f8b08", "hex")],
  ["zstd", Buffer.from("28b52ffd", "hex")],
  ...["7801", "785e", "789c", "78da"].map((magic) => ["deflate", Buffer.from(magic, "hex")] as const),
];

/** What unpacks from some place on, by its magic number. */
function* unpacked(bytes: Uint8Array): Iterable<readonly [name: string, view: Uint8Array]> {
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const [name, magic] of magicNumbers) {
    for (let at = searched.indexOf(magic); at >= 0; at = searched.indexOf(magic, at + 1)) {
      const view = unpack(name, bytes.subarray(at));
      if (view && view.length >= pieceLength) yield [name, view];
    }
  }
}

function unpack(name: Packing, bytes: Uint8Array): Uint8Array | undefined {
  try {
    if (name === "gzip") return inflateRawSync(bytes.subarray(gzipHeader(bytes)), unpacking);
    if (name === "deflate") return inflateSync(bytes, unpacking);
    return zstdDecompressSync(bytes, { maxOutputLength: largestUnpacked });
  } catch {
    return undefined; // it only looked like it
  }
}

/** The length of a gzip header (RFC 1952); node's own gunzip gives nothing at all when other bytes follow the packed ones. */
function gzipHeader(bytes: Uint8Array): number {
  const flags = bytes[3] as number;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] as number) + 256 * (bytes[at + 1] as number);
  for (const named of [8, 16]) if (flags & named) at = bytes.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}
