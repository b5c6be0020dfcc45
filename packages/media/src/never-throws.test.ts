// Pictures and films that strangers send.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { testNeverThrows } from "./never-throws.testing.ts";
import {
  chunk,
  exifBlock,
  extendedHead,
  film,
  joined,
  jpeg,
  jpegExif,
  onePoint,
  png,
  riffChunk,
  secret,
  segment,
  webp,
} from "./samples.testing.ts";
import { makeWorkingCopy } from "./working-copy.ts";

const samples: readonly Uint8Array[] = [
  jpeg([jpegExif(6), segment(0xfe, secret), segment(0xee, "Adobe\0\x64\0\0\0\0\x01")]),
  png([chunk("eXIf", exifBlock(3)), chunk("tEXt", secret), chunk("gAMA", "\0\0\xb1\x8f")]),
  webp(extendedHead(0x3e), riffChunk("ANMF", joined("\0".repeat(16), onePoint)), riffChunk("EXIF", exifBlock(5))),
  webp(extendedHead(0x1c), onePoint, riffChunk("EXIF", exifBlock(5)), riffChunk("XMP ", secret)),
  film(),
];
testNeverThrows(makeWorkingCopy, samples);

test("millions of the smallest pieces between head and tail of a whole file fit into little memory", async () => {
  const bombs = {
    jpeg: [jpeg(), 2, segment(0xfe)],
    restarts: [jpeg(), 2, Uint8Array.of(0xff, 0xd0)],
    png: [png(), 33, chunk("abCd")],
    webp: [joined("RIFF\xf4\xff\xff\0WEBP", extendedHead(0), onePoint), 52, riffChunk("ABCD", "")],
    film: [film(), film().length, joined("\0\0\0\x08free")],
  } as const;
  for (const [name, [whole, at, piece]] of Object.entries(bombs))
    assert.equal(await answerInLittleRoom(whole, at, piece), "copied", name);
});

/** Answers about 16 MiB of pieces, between a whole file's head and tail, in a worker whose heap is smaller than a list of them. */
function answerInLittleRoom(whole: Uint8Array, at: number, piece: Uint8Array): Promise<string> {
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.module).then(({ makeWorkingCopy }) => {
      const { whole, at, piece } = workerData;
      const count = Math.floor((2 ** 24 - whole.length) / piece.length);
      const bytes = new Uint8Array(whole.length + count * piece.length);
      bytes.set(whole.subarray(0, at));
      Buffer.from(bytes.buffer).fill(piece, at, at + count * piece.length);
      bytes.set(whole.subarray(at), at + count * piece.length);
      const answer = makeWorkingCopy(bytes);
      parentPort.postMessage(answer.ok ? "copied" : answer.refusal.code);
    });`;
  const workerData = { module: new URL("./working-copy.ts", import.meta.url).href, whole, at, piece };
  const resourceLimits = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 };
  return new Promise((resolve) => {
    const worker = new Worker(code, { eval: true, workerData, resourceLimits });
    worker.once("message", resolve);
    worker.once("error", (cause) => resolve("code" in cause ? String(cause.code) : cause.message));
  });
}
