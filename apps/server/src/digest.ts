import { hash } from "node:crypto";
import type { Digest } from "@temwen/vocabulary";

/** SHA-256 by node:crypto: on the filing path every millisecond is paid by somebody on a bad line. */
export const digestOf = (bytes: Uint8Array): Digest => hash("sha256", bytes, "hex") as Digest;

const blockSize = 64;
const digestSize = 32;

/**
 * HMAC-SHA-256 (RFC 2104) for keys of at most one block, by two digests: `createHmac` makes a key object first, which
 * costs five times as much, and filing needs six of these. Throws on a longer key.
 */
export function hmacOf(key: Uint8Array, message: Uint8Array): Uint8Array {
  if (key.length > blockSize) throw new Error("a key of more than one block is not of this house");
  const inner = Buffer.allocUnsafe(blockSize + message.length).fill(0x36, 0, blockSize);
  const outer = Buffer.allocUnsafe(blockSize + digestSize).fill(0x5c, 0, blockSize);
  for (let i = 0; i < key.length; i++) {
    const byte = key[i] ?? 0;
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  inner.set(message, blockSize);
  outer.set(sha256(inner), blockSize);
  return sha256(outer);
}

/** SHA-256 as bytes. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer");
