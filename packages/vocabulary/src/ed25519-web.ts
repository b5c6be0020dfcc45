import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { joinBytes, sameBytes } from "./bytes.ts";
import { isSmallOrder } from "./small-order.ts";

const { Point } = ed25519;
const order = Point.Fn.ORDER;

/**
 * Ed25519 where WebCrypto lacks it (old phones). noble's own verdict is cofactored and would differ from
 * node:crypto's on edge cases, so the equation is written out: S below the group order, the bytes of sB − kA
 * equal to R (RFC 8032 §5.1.7 without the cofactor), neither A nor R of small order.
 */
export function verifyEd25519InBrowser(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const r = signature.slice(0, 32);
  const s = littleEndian(signature.slice(32));
  if (s >= order || isSmallOrder(publicKey) || isSmallOrder(r)) return false;
  try {
    const a = Point.fromBytes(publicKey, true);
    const k = littleEndian(sha512(joinBytes(r, publicKey, message))) % order;
    return sameBytes(Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k)).toBytes(), r);
  } catch {
    return false;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}
