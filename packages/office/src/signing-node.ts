import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type VerifyKeyObjectInput,
  verify,
} from "node:crypto";
import { bytesToBase64, joinBytes, parseBase64 } from "@temwen/vocabulary";
import { isSmallOrder } from "./small-order.ts";
import type { Signer, VerifySignature } from "./statement.ts";

// RFC 8410: the fixed prefixes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

/**
 * Ed25519 (RFC 8032) by node:crypto, whose verdict is the house's everywhere, save that points of small order are
 * refused whatever OpenSSL says of them. A malformed key or signature is false.
 */
export const verifyOnNode: VerifySignature = (key, message, signature) => {
  const point = parseBase64(key);
  const signed = parseBase64(signature);
  if (!point.ok || point.value.length !== 32 || !signed.ok || signed.value.length !== 64) return false;
  if (isSmallOrder(point.value) || isSmallOrder(signed.value.subarray(0, 32))) return false;
  try {
    return withoutStacks(() => verify(null, message, rawKey(point.value), signed.value));
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
};

/**
 * The bytes themselves, not a key object made of them: filing meets every key once, and the object costs half as much as
 * the check. Not every Node 24 reads it so (tools/node names the oldest that will do); its types say it of keys only.
 */
const rawKey = (point: Uint8Array): VerifyKeyObjectInput =>
  ({ key: Buffer.from(point), format: "raw-public", asymmetricKeyType: "ed25519" }) as unknown as VerifyKeyObjectInput;

/**
 * Node finds out that bytes are no key object by four exceptions that it catches itself; the stacks written into them
 * cost half as much as the check.
 */
function withoutStacks<T>(run: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** A signer from its 32-byte seed. */
export function createNodeSigner(seed: Uint8Array): Signer {
  if (seed.length !== 32) throw new Error("an Ed25519 seed has 32 bytes");
  const privateKey = createPrivateKey({ key: Buffer.from(joinBytes(pkcs8Prefix, seed)), format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return {
    key: bytesToBase64(new Uint8Array(spki.subarray(spkiPrefix.length))),
    sign: (message) => bytesToBase64(new Uint8Array(sign(null, message, privateKey))),
  };
}

/** A fresh 32-byte seed. */
export function drawSeed(): Uint8Array {
  const { privateKey } = generateKeyPairSync("ed25519");
  return new Uint8Array(privateKey.export({ format: "der", type: "pkcs8" }).subarray(pkcs8Prefix.length));
}
