import { hash } from "node:crypto";
import { verifyEd25519OnNode } from "@temwen/vocabulary/ed25519-node";
import type { Primitives } from "./primitives.ts";
import { createHasher } from "./tree/hashing.ts";

export type { Primitives, VerifyRaw } from "./primitives.ts";

/** SHA-256 and Ed25519 by node:crypto. */
export const primitivesOnNode: Primitives = {
  hasher: createHasher(sha256),
  verifyEd25519: verifyEd25519OnNode,
};

/** A plain array, as in browsers: a Buffer's `slice` would be a window on the original. */
function sha256(bytes: Uint8Array): Uint8Array {
  const digest = hash("sha256", bytes, "buffer");
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.length);
}
