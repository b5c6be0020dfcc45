import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToDigest, type Digest } from "@temwen/vocabulary";
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";

/** Seals bytes to one recipient, as an ordinary age file. */
export async function sealTo(recipient: string, plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/** The same for what is large, with a pause now and then: in one go, a film would hold a slow phone's screen for seconds. */
export async function sealInSteps(
  recipient: string,
  plain: Uint8Array,
  pause: () => Promise<void>,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(inSteps(plain, pause));
  return new Uint8Array(await new Response(sealed).arrayBuffer());
}

/** Bytes at a time: a few milliseconds of a slow phone. */
const step = 131_072;

/** The bytes as a stream that is read no faster than the pauses allow. */
function inSteps(plain: Uint8Array, pause: () => Promise<void>): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull: async (controller) => {
      await pause();
      if (at < plain.length) controller.enqueue(plain.subarray(at, at + step));
      else controller.close();
      at += step;
    },
  });
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

/** The same, reckoned beside the page's own thread: of a film it takes a slow phone seconds. */
export async function digestAside(bytes: Uint8Array): Promise<Digest> {
  return bytesToDigest(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)));
}
