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

/** One post-quantum hybrid recipient and nothing else (age-encryption.org/v1 with an mlkem768x25519 stanza). */
const header =
  /^age-encryption\.org\/v1\n-> mlkem768x25519 [A-Za-z0-9+/]{1494}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n$/;

const latin1 = new TextDecoder("latin1");

/**
 * Whether bytes are an age file to one post-quantum hybrid recipient, and of the expected sealed size when one is
 * given. Nothing is opened: this is all that the server can know, and it is what keeps readable words out of it.
 */
export function inspectSealed(
  bytes: Uint8Array,
  expected?: number,
): Result<{ readonly payload: number }, { readonly code: "not-sealed" } | { readonly code: "wrong-size" }> {
  if (bytes.length < headerSize + 32) return refused({ code: "not-sealed" });
  const text = latin1.decode(bytes.subarray(0, headerSize));
  if (!header.test(text)) return refused({ code: "not-sealed" });
  if (expected !== undefined && bytes.length !== expected) return refused({ code: "wrong-size" });
  return granted({ payload: bytes.length - headerSize });
}
