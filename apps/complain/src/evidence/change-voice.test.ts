import assert from "node:assert/strict";
import { test } from "node:test";
import { changeVoice } from "./change-voice.ts";

const rate = 8000;
const seconds = 4;
/** A voice as far as height goes: a tone and its overtones. */
const voice = Float32Array.from({ length: rate * seconds }, (_, i) =>
  [1, 2, 3].reduce((sum, n) => sum + (0.3 / n) * Math.sin((2 * Math.PI * 150 * n * i) / rate), 0),
);

/** A die that a test can throw again. */
function createDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The height of a voice, by the delay at which it is most like itself. */
function heightOf(samples: Float32Array, from: number): number {
  let best = 0;
  let likest = Number.NEGATIVE_INFINITY;
  for (let delay = rate / 400; delay < rate / 70; delay++) {
    let likeness = 0;
    for (let i = from; i < from + 1200; i++) likeness += (samples[i] ?? 0) * (samples[i + delay] ?? 0);
    if (likeness > likest) {
      likest = likeness;
      best = delay;
    }
  }
  return rate / best;
}

test("a changed voice lasts as long, and is a good deal higher or lower all the time", () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const changed = changeVoice(voice, rate, createDraw(seed));
    assert.equal(changed.length, voice.length);
    for (let from = rate / 2; from < rate * (seconds - 1); from += rate / 2) {
      const height = heightOf(changed, from) / heightOf(voice, from);
      assert.ok(height < 0.9 || height > 1.12, `seed ${seed}: ${height}`);
    }
  }
});

test("by how much is drawn each time, and does not stay the same in one recording", () => {
  const heights = [1, 2, 3].map((seed) => {
    const changed = changeVoice(voice, rate, createDraw(seed));
    return [0.5, 1.3, 2.1, 2.9].map((second) => Math.round(heightOf(changed, second * rate)));
  });
  for (const within of heights) assert.ok(new Set(within).size > 1);
  assert.ok(new Set(heights.map(String)).size > 1);
});

test("a changed voice is about as loud as it was, and a pause stays a pause", () => {
  const spoken = voice.map((sample, i) => (i > rate && i < 2 * rate ? 0 : sample));
  const changed = changeVoice(spoken, rate, createDraw(7));
  const loud = (samples: Float32Array, from: number) =>
    Math.sqrt(samples.subarray(from, from + 2000).reduce((sum, sample) => sum + sample ** 2, 0) / 2000);
  const ratio = loud(changed, 2.5 * rate) / loud(spoken, 2.5 * rate);
  assert.ok(ratio > 0.5 && ratio < 1.5, `${ratio}`);
  assert.ok(loud(changed, 1.4 * rate) < 0.001);
});
