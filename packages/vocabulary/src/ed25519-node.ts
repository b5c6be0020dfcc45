import { type VerifyKeyObjectInput, verify } from "node:crypto";
import { isSmallOrder } from "./small-order.ts";

/**
 * Ed25519 (RFC 8032) by node:crypto, whose verdict is the house's everywhere, save that points of small order are
 * refused whatever OpenSSL says of them. A key or signature of another length, or that is no point, is false.
 */
export function verifyEd25519OnNode(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  if (isSmallOrder(publicKey) || isSmallOrder(signature.subarray(0, 32))) return false;
  try {
    return withoutStacks(() => verify(null, message, rawKey(publicKey), signature));
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

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
