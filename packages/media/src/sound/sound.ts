import { hasText, readTag } from "../bytes.ts";
import { type Cleaned, notSupported } from "../cleaned.ts";
import { cleanAmr } from "./amr.ts";
import { cleanFlac } from "./flac.ts";
import { cleanMpegSound } from "./mpeg-sound.ts";
import { cleanOgg } from "./ogg.ts";
import { skipTags } from "./tags.ts";
import { cleanWave } from "./wave.ts";
import { cleanWebm } from "./webm.ts";

/**
 * A copy of a sound (and of a film in WebM) that says nothing but what is heard and seen. Not supported: what is none of these, and
 * sounds in the boxes of MP4, which are copied as films are. Source: docs/specs/working-copies.md.
 */
export function cleanSound(bytes: Uint8Array): Cleaned {
  if (readTag(bytes, 0) === "RIFF" && readTag(bytes, 8) === "WAVE") return cleanWave(bytes);
  if (readTag(bytes, 0) === "OggS") return cleanOgg(bytes);
  if (hasText(bytes, 0, "\x1aE\xdf\xa3")) return cleanWebm(bytes);
  if (hasText(bytes, 0, "#!AMR")) return cleanAmr(bytes);
  // Tags of MP3 are found before other sounds too.
  const begins = skipTags(bytes);
  if (hasText(bytes, begins, "fLaC")) return cleanFlac(bytes, begins);
  return begins > 0 || bytes[0] === 0xff ? cleanMpegSound(bytes) : notSupported;
}
