import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToDigest, type Digest } from "./digests.ts";

/** SHA-256 of some bytes, as a digest; the same everywhere, at once, for rules that wait for nothing. */
export const digestOfBytes = (bytes: Uint8Array): Digest => bytesToDigest(sha256(bytes));
