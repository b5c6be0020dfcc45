// What a codec wants to know before the first block (RFC 9559 and the Matroska codec specifications).
import { hasText, readU32Little, u32BytesLittle } from "../bytes.ts";

const codecs = ["A_OPUS", "A_VORBIS", "V_VP8", "V_VP9", "V_AV1", "V_MPEG4/ISO/AVC"];

/** Whether this is one of the codecs that browsers record with. */
export const isKnownCodec = (bytes: Uint8Array, from: number, to: number): boolean =>
  codecs.some((name) => name.length <= to - from && hasText(bytes, from, name));

/** Longer than what any of them needs but Vorbis, which sends its tables along. */
const mostBytes = 1024;

/** Takes an encoder's name and notes out of it, in place; false where it is not what it begins like. */
export function cleanPrivate(copy: Uint8Array, from: number, to: number): boolean {
  if (hasText(copy, from, "OpusHead")) return to - from <= 21 + 255;
  // Three packets of Vorbis: their number less one, the lengths of two, and the packets.
  if (copy[from] !== 2) return to - from <= mostBytes;
  const first = readLacing(copy, from + 1, to);
  const second = readLacing(copy, first.next, to);
  const notes = second.next + first.size;
  if (!hasText(copy, notes, "\x03vorbis")) return to - from <= mostBytes;
  const end = notes + second.size;
  if (end > to || second.size < 16) return false;
  // A maker without a name, as long as all that stood there, and no note.
  const spaces = second.size - 16;
  if (readU32Little(copy, notes + 7) > second.size) return false;
  copy.set(u32BytesLittle(spaces), notes + 7);
  copy.fill(0x20, notes + 11, notes + 11 + spaces);
  copy.fill(0, end - 5, end - 1);
  copy[end - 1] = 1;
  return true;
}

function readLacing(bytes: Uint8Array, from: number, to: number): { readonly size: number; readonly next: number } {
  let size = 0;
  let at = from;
  while (at < to && bytes[at] === 255) {
    size += 255;
    at++;
  }
  return { size: size + (bytes[at] ?? 0), next: at + 1 };
}
