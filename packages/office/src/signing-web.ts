import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToBase64, parseBase64 } from "@temwen/vocabulary";
import { verifyEd25519InBrowser } from "@temwen/vocabulary/ed25519-web";
import type { Signer, VerifySignature } from "./statement.ts";

/** The house's verdict on Ed25519, in base64, where WebCrypto lacks it. A malformed key or signature is false. */
export const verifyInBrowser: VerifySignature = (key, message, signature) => {
  const publicKey = parseBase64(key);
  const signatureBytes = parseBase64(signature);
  return publicKey.ok && signatureBytes.ok && verifyEd25519InBrowser(publicKey.value, message, signatureBytes.value);
};

/** A signer from its 32-byte seed. */
export function createWebSigner(seed: Uint8Array): Signer {
  return {
    key: bytesToBase64(ed25519.getPublicKey(seed)),
    sign: (message) => bytesToBase64(ed25519.sign(message, seed)),
  };
}
