// Keys and ids for vectors: each is the hash of a public sentence, so that anybody can see that it protects nothing.
import { createHash } from "node:crypto";
import { createNodeSigner } from "@temwen/office/signing-node";
import { bytesToIdentity } from "@temwen/sealing/receipt";
import { bytesToDigest, createId, type Digest, type IdKind } from "@temwen/vocabulary";
import { identityToRecipient } from "age-encryption";

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

/** SHA-256 of `temwen test key/` and a name. */
export const testBytes = (name: string): Uint8Array => sha256(Buffer.from(`temwen test key/${name}`));
export const testDigest = (name: string): Digest => bytesToDigest(testBytes(name));
export const testSigner = (name: string) => createNodeSigner(testBytes(name));
export const testId = <K extends IdKind>(kind: K, name: string) => createId(kind, testBytes(name).subarray(0, 16));

/** An age identity of the hybrid kind, with its recipient. */
export async function testKeyPair(name: string): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = bytesToIdentity(testBytes(name));
  return { identity, recipient: await identityToRecipient(identity) };
}
