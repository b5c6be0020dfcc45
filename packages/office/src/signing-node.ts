import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { bytesToBase64, joinBytes, parseBase64 } from "@temwen/vocabulary";
import { verifyEd25519OnNode } from "@temwen/vocabulary/ed25519-node";
import type { Signer, VerifySignature } from "./statement.ts";

// RFC 8410: the fixed prefixes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** The house's verdict on Ed25519, in base64. A malformed key or signature is false. */
export const verifyOnNode: VerifySignature = (key, message, signature) => {
  const point = parseBase64(key);
  const signed = parseBase64(signature);
  return point.ok && signed.ok && verifyEd25519OnNode(point.value, message, signed.value);
};

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
