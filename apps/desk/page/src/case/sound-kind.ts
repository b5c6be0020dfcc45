/** The media type of a sound by its first bytes, for sounds that have no box around them; undefined where they say nothing. */
export function recogniseSound(bytes: Uint8Array): string | undefined {
  if (readText(bytes, 0, 4) === "RIFF" && readText(bytes, 8, 4) === "WAVE") return "audio/wav";
  if (readText(bytes, 0, 5) === "#!AMR") return "audio/amr";
  if (readText(bytes, 0, 4) === "fLaC") return "audio/flac";
  if (readText(bytes, 0, 3) === "ID3") return "audio/mpeg";
  return soundOfFrame(bytes);
}

/** Bytes as Latin text; shorter at the end of the file. */
export const readText = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** MPEG sound without a head begins with a frame: eleven bits of one (twelve in ADTS), then its layer (ISO/IEC 11172-3, 13818-7). */
function soundOfFrame(bytes: Uint8Array): string | undefined {
  const second = bytes[1] ?? 0;
  if (bytes[0] !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  if ((second & 0xf6) === 0xf0) return "audio/aac";
  return (second & 0x06) === 0x02 ? "audio/mpeg" : undefined;
}
