import { canonicalBytes, type Json, parseCanonical, type Result, refused } from "@temwen/vocabulary";

/**
 * A JSON value padded with spaces to a fixed size: still JSON for any tool that opens it with `age -d`.
 * Undefined when it does not fit.
 */
export function padJson(value: Json, size: number): Uint8Array | undefined {
  return padBytes(canonicalBytes(value), size, 0x20);
}

/** Reads padded JSON back; what stood before the padding must be canonical. */
export function unpadJson(bytes: Uint8Array): Result<Json, "malformed-canonical"> {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0x20) end--;
  return end === 0 ? refused("malformed-canonical") : parseCanonical(bytes.subarray(0, end));
}

/** Bytes followed by `filler` up to `size`; undefined when they do not fit. */
export function padBytes(bytes: Uint8Array, size: number, filler: number): Uint8Array | undefined {
  if (bytes.length > size) return undefined;
  const padded = new Uint8Array(size).fill(filler);
  padded.set(bytes);
  return padded;
}
