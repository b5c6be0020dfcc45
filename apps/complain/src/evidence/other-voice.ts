import { changeVoice } from "./change-voice.ts";
import type { Shown } from "./host.ts";
import { waveFile } from "./wave-file.ts";

/** Samples a second, as on the telephone: words are clear, and less is left by which a voice is known. */
const rate = 8000;

/** The recording in another voice, or undefined where this browser cannot read its own recording. */
export async function inOtherVoice(recorded: Shown): Promise<Shown | undefined> {
  try {
    const decoded = await new OfflineAudioContext(1, 1, rate).decodeAudioData(recorded.bytes.slice().buffer);
    const samples = decoded.getChannelData(0);
    if (samples.length === 0) return undefined;
    const bytes = waveFile(changeVoice(samples, rate, draw), rate);
    return { name: "voice-changed.wav", mediaType: "audio/wav", bytes };
  } catch {
    // An engine without this decoder: the person hears that the voice cannot be changed, and decides.
    return undefined;
  }
}

const draw = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
