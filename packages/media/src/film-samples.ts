// Copies what is seen and heard, sample by sample, onto an empty film. What lies between and beside the samples, and the
// samples of all other tracks, is never copied: places, motion, and what an earlier file left on the card.
import { readU16, readU32 } from "./bytes.ts";
import type { Track } from "./film-tracks.ts";

type Copying = {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** Where chunks of any track begin, sorted. */
  readonly starts: Float64Array;
  /** Samples do not overlap, so all of them together are no more than the file; a file that says otherwise is a bomb. */
  bytesLeft: number;
};

/** False when a sample is said to lie outside the file, or they are more than it. */
export function copySamples(from: Uint8Array, to: Uint8Array, tracks: readonly Track[]): boolean {
  const copying: Copying = { from, to, starts: sortedStarts(tracks), bytesLeft: from.length };
  return tracks.every((track) => track.shown === null || copyTrack(copying, track));
}

function sortedStarts(tracks: readonly Track[]): Float64Array {
  const starts = new Float64Array(tracks.reduce((sum, { chunks }) => sum + chunks.count, 0));
  let next = 0;
  for (const { chunks } of tracks) for (let i = 0; i < chunks.count; i++) starts[next++] = chunks.startOf(i);
  return starts.sort();
}

function copyTrack(copying: Copying, track: Track): boolean {
  const { from } = copying;
  const { chunks, runs, sizes } = track;
  const sameSize = readU32(from, sizes.body + 4);
  const runCount = readU32(from, runs.body + 4);
  const runAt = (run: number): number => runs.body + 8 + run * 12;
  let run = 0;
  let sample = 0;
  for (let chunk = 0; chunk < chunks.count; chunk++) {
    while (run + 1 < runCount && readU32(from, runAt(run + 1)) <= chunk + 1) run++;
    const samples = runCount === 0 ? 0 : readU32(from, runAt(run) + 4);
    const start = chunks.startOf(chunk);
    const last = Math.min(sample + samples, readU32(from, sizes.body + 8));
    const end =
      sameSize === 0
        ? start + sumOfSizes(from, sizes.body + 12, { first: sample, last })
        : Math.min(start + samples * Math.max(sameSize, soundFrameSize(from, track)), nextStart(copying, start));
    sample = last;
    if (end > from.length || !copyStretch(copying, start, end)) return false;
  }
  return true;
}

function sumOfSizes(bytes: Uint8Array, table: number, { first, last }: { first: number; last: number }): number {
  let sum = 0;
  for (let sample = first; sample < last; sample++) sum += readU32(bytes, table + sample * 4);
  return sum;
}

/**
 * QuickTime says "one byte a sample" of plain sound, whatever its width: channels times bytes, or what its first version says.
 * Too much is cut where the next chunk begins.
 */
function soundFrameSize(bytes: Uint8Array, { description }: Track): number {
  const entry = description.body + 8;
  if (entry + 36 > description.end) return 1;
  const plain = (readU16(bytes, entry + 24) * readU16(bytes, entry + 26)) / 8;
  const isFirstVersion = readU16(bytes, entry + 16) === 1 && entry + 52 <= description.end;
  const packet = readU32(bytes, entry + 36);
  if (!isFirstVersion || packet === 0) return Math.min(plain, 64);
  return Math.max(plain > 64 ? 64 : plain, readU32(bytes, entry + 44) / packet);
}

/** The next chunk of any track after a place, or the file's end. */
function nextStart({ starts, from }: Copying, place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return Math.min(starts[low] ?? from.length, from.length);
}

function copyStretch(copying: Copying, start: number, end: number): boolean {
  if (end <= start) return end === start;
  copying.bytesLeft -= end - start;
  if (copying.bytesLeft < 0) return false;
  copying.to.set(copying.from.subarray(start, end), start);
  return true;
}
