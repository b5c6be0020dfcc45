// Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis in it: pages with packets. The sound's pages are copied with new numbers and sums, and
// the packet that tells of the file is written anew, with nothing in it.
import { bytesOf, hasText } from "../bytes.ts";
import { type Cleaned, cleaned, malformed, notSupported, type RemovedPiece } from "../cleaned.ts";
import { createSheet, type Sheet } from "../sheet.ts";
import { type OggPage, readPage, writePackets, writePage } from "./ogg-pages.ts";

type Codec = {
  readonly begins: string;
  /** Packets before the sound, the first of which has a page of its own. */
  readonly heads: 2 | 3;
  readonly head: (body: Uint8Array) => Uint8Array | null;
  /** The packet that tells of the file, saying nothing. */
  readonly silent: Uint8Array;
};

const codecs: readonly Codec[] = [
  { begins: "OpusHead", heads: 2, head: opusHead, silent: bytesOf(`OpusTags${"\0".repeat(8)}`) },
  {
    begins: "\x01vorbis",
    heads: 3,
    head: (body) => (body.length === 30 ? body : null),
    silent: bytesOf(`\x03vorbis${"\0".repeat(8)}\x01`),
  },
];

/** As long as it says: with more than two channels it tells where each goes. */
function opusHead(body: Uint8Array): Uint8Array | null {
  const length = body[18] === 0 ? 19 : 21 + (body[9] ?? 0);
  return body.length < length ? null : body.slice(0, length);
}

/** Far more than the tables of any sound. */
const mostSetup = 2 ** 20;

type Reading = {
  readonly sheet: Sheet;
  codec: Codec | null;
  serial: number;
  /** Packets before the sound that are whole. */
  heads: number;
  /** Bytes of the packet that tells of the file. */
  notes: number;
  /** The tables of Vorbis, as they come in pieces. */
  readonly setup: Uint8Array[];
  setupLength: number;
  /** Pages written. */
  pages: number;
  hasEnded: boolean;
};

/** A copy of the one sound in it. More than one, one behind another, or a film: not supported. */
export function cleanOgg(bytes: Uint8Array): Cleaned {
  const removed = new Set<RemovedPiece>();
  const sheet = createSheet(bytes.length);
  const reading: Reading = {
    ...{ sheet, codec: null, serial: 0, heads: 0, notes: 0, setup: [], setupLength: 0, pages: 0, hasEnded: false },
  };
  let soundPages = 0;
  for (let at = 0; at < bytes.length; ) {
    const page = readPage(bytes, at);
    if (page === null) {
      if (!reading.hasEnded) return malformed;
      removed.add("trailer");
      break;
    }
    at = page.end;
    const body = bytes.subarray(page.body, page.end);
    if (page.isFirst) {
      const codec = codecs.find(({ begins }) => hasText(body, 0, begins));
      if (hasText(body, 0, "\x80theora") || (codec && reading.codec)) return notSupported;
      if (!codec) removed.add("other-track");
      else {
        const head = codec.head(body);
        if (head === null) return malformed;
        reading.codec = codec;
        reading.serial = page.serial;
        reading.heads = 1;
        reading.pages = writePackets(sheet, [head], { from: 0, isFirst: true });
      }
    } else if (reading.codec === null || page.serial !== reading.serial) removed.add("other-track");
    else if (reading.heads < reading.codec.heads) {
      if (!readHeads(reading, reading.codec, page, bytes)) return malformed;
      if (reading.notes > reading.codec.silent.length) removed.add("names");
    } else {
      writePage(sheet, { ...page, number: reading.pages }, bytes);
      reading.pages += 1;
      soundPages += 1;
      reading.hasEnded ||= page.isLast;
    }
  }
  if (reading.codec === null) return notSupported;
  return soundPages === 0 ? malformed : cleaned("audio/ogg", sheet.finish(), removed);
}

/** The packets behind the first: what tells of the file is passed over, tables are kept. Sound begins on a page of its own. */
function readHeads(reading: Reading, codec: Codec, page: OggPage, bytes: Uint8Array): boolean {
  let at = page.body;
  for (let i = 0; i < page.segments; i++) {
    if (reading.heads === codec.heads) return false;
    const size = bytes[page.table + i] ?? 0;
    if (reading.heads === 1) reading.notes += size;
    if (reading.heads === 2 && size > 0) {
      reading.setup.push(bytes.subarray(at, at + size));
      reading.setupLength += size;
      if (reading.setupLength > mostSetup) return false;
    }
    at += size;
    if (size < 255) reading.heads += 1;
  }
  if (reading.heads < codec.heads) return true;
  const setup = new Uint8Array(reading.setupLength);
  let filled = 0;
  for (const piece of reading.setup) {
    setup.set(piece, filled);
    filled += piece.length;
  }
  const packets = codec.heads === 3 ? [codec.silent, setup] : [codec.silent];
  if (codec.heads === 3 && !hasText(setup, 0, "\x05vorbis")) return false;
  reading.pages += writePackets(reading.sheet, packets, { from: reading.pages, isFirst: false });
  return true;
}
