// Sounds that strangers send.
import { testNeverThrows } from "../never-throws.testing.ts";
import { joined } from "../samples.testing.ts";
import { adtsFrame, amr, flac, id3, id3v1, liveWebm, mp3Frame, opus, vorbis, wave, webm } from "./sound.testing.ts";
import { cleanSound } from "./sound.ts";

testNeverThrows(cleanSound, [
  wave(),
  joined(id3, flac(id3v1)),
  joined(id3, mp3Frame(), mp3Frame(), mp3Frame(), id3v1),
  joined(adtsFrame(), adtsFrame("more"), adtsFrame()),
  amr("trailer"),
  opus(),
  vorbis(),
  webm(),
  liveWebm(),
]);
