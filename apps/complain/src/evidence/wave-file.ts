/** A sound file of one voice: WAVE, µ-law, a byte a sample, as telephones speak. Every browser and player reads it. */
export function waveFile(samples: Float32Array, rate: number): Uint8Array {
  const bytes = new Uint8Array(headSize + samples.length);
  const view = new DataView(bytes.buffer);
  const put = (at: number, words: string): void => bytes.set(new TextEncoder().encode(words), at);
  put(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  put(8, "WAVEfmt ");
  view.setUint32(16, 18, true);
  view.setUint16(20, 7, true); // WAVE_FORMAT_MULAW
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  put(38, "fact");
  view.setUint32(42, 4, true);
  view.setUint32(46, samples.length, true);
  put(50, "data");
  view.setUint32(54, samples.length, true);
  samples.forEach((sample, i) => {
    bytes[headSize + i] = toMuLaw(sample);
  });
  return bytes;
}

const headSize = 58;

/** One sample as ITU-T G.711 writes it. */
function toMuLaw(sample: number): number {
  const loud = Math.min(32_635, Math.round(Math.abs(sample) * 32_768)) + 132;
  const exponent = Math.floor(Math.log2(loud)) - 7;
  const mantissa = (loud >> (exponent + 3)) & 15;
  return ~((sample < 0 ? 128 : 0) | (exponent << 4) | mantissa) & 255;
}
