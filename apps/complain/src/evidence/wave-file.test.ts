import assert from "node:assert/strict";
import { test } from "node:test";
import { waveFile } from "./wave-file.ts";

test("a sound file says what it is, and how long", () => {
  const bytes = waveFile(new Float32Array(800), 8000);
  const view = new DataView(bytes.buffer);
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  assert.deepEqual([text(0, 4), text(8, 16), text(38, 42), text(50, 54)], ["RIFF", "WAVEfmt ", "fact", "data"]);
  assert.equal(view.getUint32(4, true), bytes.length - 8);
  assert.deepEqual([view.getUint16(20, true), view.getUint32(24, true), view.getUint32(54, true)], [7, 8000, 800]);
});

test("a sample is written as ITU-T G.711 has it", () => {
  const [head, ...samples] = [58, 0, 1, -1, 0.5, -0.5, 0.001];
  const bytes = waveFile(Float32Array.from(samples), 8000).subarray(head);
  // Values of the recommendation's table: silence, full scale both ways, half scale, a whisper.
  assert.deepEqual([...bytes], [0xff, 0x80, 0x00, 0x8f, 0x0f, 0xfb]);
});
