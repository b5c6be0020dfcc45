/** Draws a number from 0 to 1. */
type Draw = () => number;

/** Seconds of voice in one grain, and how many grains overlap at each moment. */
const grainSeconds = 0.05;
const overlap = 4;
/** Seconds around its place where a grain may be taken, so that it continues the wave of the one before. */
const slackSeconds = 0.006;
/** Seconds between two drawn heights; between them the height slides. */
const stepSeconds = 0.8;

/**
 * The same words in another voice: each grain is read faster or slower than it was spoken, which moves the height of the
 * voice and the shape of the throat that one hears in it, and laid where it was, so that it lasts as long. By how much is
 * drawn anew every 0.8 s around one drawn height: no single number brings the old voice back. It does not hide the manner
 * of speaking (SOUNDNESS.md).
 */
export function changeVoice(samples: Float32Array, rate: number, draw: Draw): Float32Array {
  const length = Math.round(grainSeconds * rate);
  const hop = Math.round(length / overlap);
  const slack = Math.round(slackSeconds * rate);
  const heightAt = drawHeights(samples.length / rate, draw);
  const window = Float32Array.from({ length }, (_, i) => (1 - Math.cos((2 * Math.PI * i) / length)) / overlap);
  const changed = new Float32Array(samples.length + length);
  for (let start = 0; start < samples.length; start += hop) {
    const height = heightAt(start / rate);
    // The grain's middle stays where it was.
    const from = start + (length - length * height) / 2;
    const shift = start === 0 ? 0 : bestShift({ samples, changed, start, from, height, slack, reach: length - hop });
    for (let i = 0; i < length; i++) {
      const at = start + i;
      changed[at] = (changed[at] ?? 0) + (window[i] ?? 0) * read(samples, from + shift + i * height);
    }
  }
  return changed.subarray(0, samples.length);
}

/** The height at each second: far enough down or up to be another voice, and never long the same. */
function drawHeights(seconds: number, draw: Draw): (second: number) => number {
  const middle = draw() < 0.5 ? 0.7 + 0.1 * draw() : 1.28 + 0.17 * draw();
  const heights = Array.from({ length: Math.ceil(seconds / stepSeconds) + 2 }, () => middle * (0.94 + 0.12 * draw()));
  return (second) => {
    const step = Math.floor(second / stepSeconds);
    const [low = middle, high = middle] = [heights[step], heights[step + 1]];
    return low + (high - low) * (second / stepSeconds - step);
  };
}

type Seam = {
  readonly samples: Float32Array;
  readonly changed: Float32Array;
  readonly start: number;
  readonly from: number;
  readonly height: number;
  readonly slack: number;
  readonly reach: number;
};

/** Where the grain continues best what is laid already; every second sample tells enough. */
function bestShift({ samples, changed, start, from, height, slack, reach }: Seam): number {
  let best = 0;
  let likest = Number.NEGATIVE_INFINITY;
  for (let shift = -slack; shift <= slack; shift++) {
    let likeness = 0;
    for (let i = 0; i < reach; i += 2) likeness += (changed[start + i] ?? 0) * read(samples, from + shift + i * height);
    if (likeness <= likest) continue;
    likest = likeness;
    best = shift;
  }
  return best;
}

/** The sample at a place between two. */
function read(samples: Float32Array, place: number): number {
  const before = Math.floor(place);
  const [low = 0, high = 0] = [samples[before], samples[before + 1]];
  return low + (high - low) * (place - before);
}
