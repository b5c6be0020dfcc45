// Numbers and tags out of bytes. Beyond the end everything reads as zero: who calls has compared the length before, and a slip
// then gives a wrong number, which is refused, instead of a throw.

const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

/** Big-endian, 16 bits. */
export const readU16 = (bytes: Uint8Array, at: number): number => byteAt(bytes, at) * 0x100 + byteAt(bytes, at + 1);

/** Big-endian, 32 bits; never negative. */
export const readU32 = (bytes: Uint8Array, at: number): number =>
  readU16(bytes, at) * 0x1_0000 + readU16(bytes, at + 2);

/** Big-endian, 64 bits; not exact above 2^53, where no file is. Without BigInt, which Safari 13 does not know. */
export const readU64 = (bytes: Uint8Array, at: number): number =>
  readU32(bytes, at) * 0x1_0000_0000 + readU32(bytes, at + 4);

/** Little-endian, 16 bits. */
export const readU16Little = (bytes: Uint8Array, at: number): number =>
  byteAt(bytes, at) + byteAt(bytes, at + 1) * 0x100;

/** Little-endian, 24 bits. */
export const readU24Little = (bytes: Uint8Array, at: number): number =>
  readU16Little(bytes, at) + byteAt(bytes, at + 2) * 0x1_0000;

/** Little-endian, 32 bits; never negative. */
export const readU32Little = (bytes: Uint8Array, at: number): number =>
  readU16Little(bytes, at) + readU16Little(bytes, at + 2) * 0x1_0000;

/** The four letters that name a chunk or box; other bytes come out as the characters of that number. */
export const readTag = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(byteAt(bytes, at), byteAt(bytes, at + 1), byteAt(bytes, at + 2), byteAt(bytes, at + 3));

/** One byte for each character; characters are below U+0100. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Four bytes, big-endian. */
export const u32Bytes = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

/** Four bytes, little-endian. */
export const u32BytesLittle = (value: number): Uint8Array => u32Bytes(value).reverse();

/** Pieces behind each other, in a buffer of their own. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Whether these characters stand there. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  if (at + text.length > bytes.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Whether these bytes are just those. */
export function areSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** Whether a stretch holds only zeros. */
export function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== 0) return false;
  return true;
}
