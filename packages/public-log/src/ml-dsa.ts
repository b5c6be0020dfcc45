import { ml_dsa44 } from "@noble/post-quantum/ml-dsa.js";
import type { VerifyRaw } from "./primitives.ts";

/** ML-DSA-44 (FIPS 204) with an empty context. A key or signature of another length is false. */
export const verifyMlDsa44: VerifyRaw = (publicKey, message, signature) => {
  if (publicKey.length !== ml_dsa44.lengths.publicKey || signature.length !== ml_dsa44.lengths.signature) return false;
  return ml_dsa44.verify(signature, message, publicKey);
};

/** A key pair in use, from its 32-byte seed. Signatures are the deterministic ones: nothing is drawn. */
export function createMlDsa44Signer(seed: Uint8Array): {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
} {
  const { publicKey, secretKey } = ml_dsa44.keygen(seed);
  return { publicKey, sign: (message) => ml_dsa44.sign(message, secretKey, { extraEntropy: false }) };
}
