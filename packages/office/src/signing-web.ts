import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { bytesToBase64, joinBytes, parseBase64, sameBytes } from "@temwen/vocabulary";
import { isSmallOrder } from "./small-order.ts";
import type { Signer, VerifySignature } from "./statement.ts";

const { Point } = ed25519;
const order = Point.Fn.ORDER;

/**
 * Ed25519 where WebCrypto lacks it (old phones). noble's own verdict is cofactored and would differ from
 * node:crypto's on edge cases, so the equation is written out: S below the group order, the bytes of sB − kA
 * equal to R (RFC 8032 §5.1.7 without the cofactor), neither A nor R of small order.
 */
export const verifyInBrowser: VerifySignature = (key, message, signature) => {
  const publicKey = parseBase64(key);
  const signatureBytes = parseBase64(signature);
  if (!publicKey.ok || publicKey.value.length !== 32 || !signatureBytes.ok || signatureBytes.value.length !== 64) {
    return false;
  }
  const r = signatureBytes.value.slice(0, 32);
  const s = littleEndian(signatureBytes.value.slice(32));
  if (s >= order || isSmallOrder(publicKey.value) || isSmallOrder(r)) return false;
  try {
    const a = Point.fromBytes(publicKey.value, true);
    const k = littleEndian(sha512(joinBytes(r, publicKey.value, message))) % order;
    return sameBytes(Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k)).toBytes(), r);
  } catch {
    return false;
  }
};

/** A signer from its 32-byte seed. */
export function createWebSigner(seed: Uint8Array): Signer {
  return {
    key: bytesToBase64(ed25519.getPublicKey(seed)),
    sign: (message) => bytesToBase64(ed25519.sign(message, seed)),
  };
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}
