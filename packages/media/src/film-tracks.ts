// What must be known of a film's tracks before it is copied: which are shown, and where their samples lie.
import { type Box, boxesIn, findBox } from "./boxes.ts";
import { readU32, readU64 } from "./bytes.ts";
import { type Shown, shownBy } from "./film-rules.ts";

/** Tables of one track. A chunk is a run of samples that lie together. */
export type Track = {
  readonly start: number;
  readonly shown: Shown | null;
  readonly description: Box;
  readonly sizes: Box;
  readonly runs: Box;
  readonly chunks: { readonly count: number; readonly startOf: (index: number) => number };
};

/** No camera writes more tracks than this; each costs work in proportion to all. */
const mostTracks = 64;

/** Null when a table is missing or longer than its box. */
export function readTracks(bytes: Uint8Array, movie: Box): readonly Track[] | null {
  const tracks: Track[] = [];
  for (const box of boxesIn(bytes, movie.body, movie.end)) {
    if (box.type !== "trak") continue;
    const track = readTrack(bytes, box);
    if (track === null || tracks.length === mostTracks) return null;
    tracks.push(track);
  }
  return tracks;
}

function readTrack(bytes: Uint8Array, box: Box): Track | null {
  const handler = findBox(bytes, box, ["mdia", "hdlr"]);
  const table = findBox(bytes, box, ["mdia", "minf", "stbl"]);
  if (handler === null || table === null) return null;
  const description = findBox(bytes, table, ["stsd"]);
  const sizes = findBox(bytes, table, ["stsz"]);
  const runs = findBox(bytes, table, ["stsc"]);
  const chunks = readChunks(bytes, findBox(bytes, table, ["stco"]), findBox(bytes, table, ["co64"]));
  if (description === null || sizes === null || runs === null || chunks === null) return null;
  const hasSizes = readU32(bytes, sizes.body + 4) !== 0 || fits(bytes, sizes, { countAt: 8, each: 4 });
  if (!hasSizes || !fits(bytes, runs, { countAt: 4, each: 12 })) return null;
  return { start: box.start, shown: shownBy(bytes, handler), description, sizes, runs, chunks };
}

function readChunks(bytes: Uint8Array, short: Box | null, long: Box | null): Track["chunks"] | null {
  const box = short ?? long;
  if (box === null) return null;
  const each = short === null ? 8 : 4;
  if (!fits(bytes, box, { countAt: 4, each })) return null;
  const read = short === null ? readU64 : readU32;
  const startOf = (index: number): number => read(bytes, box.body + 8 + index * each);
  return { count: readU32(bytes, box.body + 4), startOf };
}

/** Whether a table's count, and that many entries after it, are within the box. */
const fits = (bytes: Uint8Array, { body, end }: Box, { countAt, each }: { countAt: number; each: number }): boolean =>
  body + countAt + 4 <= end && body + countAt + 4 + readU32(bytes, body + countAt) * each <= end;
