import { granted, type Result, refused } from "./result.ts";

declare const digestBrand: unique symbol;

/** A SHA-256 digest as 64 lowercase hexadecimal characters. */
export type Digest = string & { readonly [digestBrand]: true };

/** Reads a digest. */
export function parseDigest(text: unknown): Result<Digest, "malformed-digest"> {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text)
    ? granted(text as Digest)
    : refused("malformed-digest");
}

/** 32 bytes as a digest; throws on any other length. */
export function bytesToDigest(bytes: Uint8Array): Digest {
  if (bytes.length !== 32) throw new Error("a SHA-256 digest has 32 bytes");
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex as Digest;
}

/** The 32 bytes of a digest. */
export function digestToBytes(digest: Digest): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let i = 0; i < 32; i++) bytes[i] = Number.parseInt(digest.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}
