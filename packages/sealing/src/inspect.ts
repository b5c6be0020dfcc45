import { granted, type Result, refused } from "@temwen/vocabulary";
import { headerSize } from "./sizes.ts";

export {
  evidenceLimit,
  evidenceSize,
  grantSize,
  grantSizes,
  identitySize,
  isEvidenceSize,
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
const wordsAt: { readonly at: number; readonly byte: number }[] = [];
const runsOfBase64: { readonly from: number; readonly until: number }[] = [];
let place = 0;
for (const words of headerWords) {
  if (typeof words === "number") {
    runsOfBase64.push({ from: place, until: place + words });
    place += words;
  } else for (const character of words) wordsAt.push({ at: place++, byte: character.charCodeAt(0) });
}
const isForeign = new Uint8Array(256).fill(1);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
  isForeign[character.charCodeAt(0)] = 0;
}

/** Without a branch for each byte: a filing looks at 26 000 of them. */
function hasHeader(bytes: Uint8Array): boolean {
  let difference = 0;
  for (const { at, byte } of wordsAt) difference |= (bytes[at] ?? 0) ^ byte;
  for (const { from, until } of runsOfBase64) {
    for (let i = from; i < until; i++) difference |= isForeign[bytes[i] ?? 0] ?? 1;
  }
  return difference === 0;
}

/** Bytes of a text that people read: everything printable in ASCII, and line ends. */
const isPrintable = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  isPrintable[byte] = (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d ? 1 : 0;
}
const stretch = 256;

/**
 * Whether some stretch behind a header is mostly printable: of random bytes four in ten are, and seven eighths of a stretch never.
 * Nobody can tell that bytes are sealed; but words that were only put behind a header are not taken for it.
 */
function holdsText(payload: Uint8Array): boolean {
  for (let from = 0; from < payload.length; from += stretch) {
    // The last stretch reaches back, so that it is as long as the others.
    const start = Math.max(Math.min(from, payload.length - stretch), 0);
    const end = Math.min(start + stretch, payload.length);
    let printable = 0;
    for (let i = start; i < end; i++) printable += isPrintable[payload[i] ?? 0] ?? 0;
    if (printable * 8 > (end - start) * 7) return true;
  }
  return false;
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
  if (!hasHeader(bytes)) return refused({ code: "not-sealed" });
  if (expected !== undefined && bytes.length !== expected) return refused({ code: "wrong-size" });
  if (holdsText(bytes.subarray(headerSize))) return refused({ code: "not-sealed" });
  return granted({ payload: bytes.length - headerSize });
}
