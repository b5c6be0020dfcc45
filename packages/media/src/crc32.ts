// The check sum of PNG chunks (ISO/IEC 15948, annex D).

let table: Uint32Array | null = null;

/** The check sum of a stretch of bytes, as an unsigned number. */
export function crc32(bytes: Uint8Array, from: number, to: number): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => remainder(byte));
  let sum = 0xffffffff;
  for (let at = from; at < to; at++) sum = (table[(sum ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function remainder(byte: number): number {
  let left = byte;
  for (let bit = 0; bit < 8; bit++) left = left & 1 ? 0xedb88320 ^ (left >>> 1) : left >>> 1;
  return left;
}
