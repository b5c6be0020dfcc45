// Tables and rows of numbers that a film's copy keeps. What stands behind their last number would travel unseen: each is as
// long as it says, or the film is refused. Source: ISO/IEC 14496-12, sections 8 and 12.
import type { BoxRule, BoxRules } from "./box-rules.ts";
import type { Box } from "./boxes.ts";
import { readU32 } from "./bytes.ts";

/** Kept when its body is just so many bytes long. */
export const exactly =
  (length: number): BoxRule =>
  (_, { body, end }) =>
    end - body === length;

/** Kept when it ends behind the last of its entries, `each` bytes long; their count stands at `countAt`. */
const counted =
  (each: number, countAt = 4): BoxRule =>
  ({ bytes }, { body, end }) =>
    body + countAt + 4 + readU32(bytes, body + countAt) * each === end;

const versionOf = (bytes: Uint8Array, { body }: Box): number => bytes[body] ?? 0;

/** Another rule where the box says that it is of version 1. */
export const byVersion =
  (first: BoxRule, second: BoxRule): BoxRule =>
  (film, box) =>
    (versionOf(film.bytes, box) === 1 ? second : first)(film, box);

/** One size for all samples, or a size for each. */
const sampleSizes: BoxRule = (film, box) =>
  (readU32(film.bytes, box.body + 4) === 0 ? counted(4, 8) : exactly(12))(film, box);

/** The tables of a track that find and time its samples. */
export const sampleTables: BoxRules = {
  stts: counted(8),
  ctts: counted(8),
  cslg: byVersion(exactly(24), exactly(44)),
  stss: counted(4),
  stps: counted(4),
  stsh: counted(8),
  stsz: sampleSizes,
  stsc: counted(12),
  stco: counted(4),
  co64: counted(8),
  sbgp: byVersion(counted(8, 8), counted(8, 12)),
};

/** Which parts of a track are played when. */
export const editList: BoxRule = byVersion(counted(12), counted(20));
