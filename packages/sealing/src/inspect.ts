import { granted, type Result, refused } from "@temwen/vocabulary";
import { headerSize } from "./sizes.ts";

export {
  evidenceLimit,
  evidenceSize,
  grantSize,
  grantSizes,
  identitySize,
  largestEvidence,
  longGrantSize,
  messageSize,
  sealedSize,
  shareSize,
  storyBuckets,
  supportSize,
} from "./sizes.ts";

/**
 * The header of a file for one post-quantum hybrid recipient and nothing else (age-encryption.org/v1 with an
 * mlkem768x25519 stanza): its fixed words, and how many characters of base64 stand between them.
 */
const headerWords = ["age-encryption.org/v1\n-> mlkem768x25519 ", 1494, "\n", 43, "\n--- ", 43, "\n"] as const;
/** The byte that must stand at each place; 0 for any character of base64. Looked up, because filing does it often. */
const headerBytes = new Uint8Array(headerSize);
let place = 0;
for (const words of headerWords) {
  if (typeof words === "number") place += words;
  else for (const character of words) headerBytes[place++] = character.charCodeAt(0);
}
const isBase64 = new Uint8Array(256);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
  isBase64[character.charCodeAt(0)] = 1;
}

/**
 * Whether bytes are an age file to one post-quantum hybrid recipient, and of the expected sealed size when one is
 * given. Nothing is opened: this is all that the server can know, and it is what keeps readable words out of it.
 */
export function inspectSealed(
  bytes: Uint8Array,
  expected?: number,
): Result<{ readonly payload: number }, { readonly code: "not-sealed" } | { readonly code: "wrong-size" }> {
  if (bytes.length < headerSize + 32) return refused({ code: "not-sealed" });
  for (let i = 0; i < headerSize; i++) {
    const wanted = headerBytes[i];
    const byte = bytes[i] ?? 0;
    if (wanted === 0 ? isBase64[byte] !== 1 : byte !== wanted) return refused({ code: "not-sealed" });
  }
  if (expected !== undefined && bytes.length !== expected) return refused({ code: "wrong-size" });
  return granted({ payload: bytes.length - headerSize });
}
