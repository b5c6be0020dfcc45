import { sha256 } from "@noble/hashes/sha2.js";
import { verifyEd25519InBrowser } from "@temwen/vocabulary/ed25519-web";
import type { Primitives } from "./primitives.ts";
import { createHasher } from "./tree/hashing.ts";

export type { Primitives, VerifyRaw } from "./primitives.ts";

/** SHA-256 and Ed25519 by noble, for browsers. */
export const primitivesInBrowser: Primitives = {
  hasher: createHasher(sha256),
  verifyEd25519: verifyEd25519InBrowser,
};
