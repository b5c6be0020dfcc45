import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToDigest, type Digest } from "@temwen/vocabulary";
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";

/** Seals bytes to one recipient, as an ordinary age file. */
export async function sealTo(recipient: string, plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/** Opens an age file, or says undefined: whatever the reason, from outside all failures look alike. */
export async function openWith(identity: string, sealed: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return await decrypter.decrypt(sealed);
  } catch {
    return undefined;
  }
}

/** What others seal to, for whoever holds the key; undefined when it is no key. */
export async function recipientOf(identity: string): Promise<string | undefined> {
  try {
    return await identityToRecipient(identity);
  } catch {
    return undefined;
  }
}

/** SHA-256 of bytes. */
export const digestOf = (bytes: Uint8Array): Digest => bytesToDigest(sha256(bytes));
