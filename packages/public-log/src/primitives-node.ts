import { hash } from "node:crypto";
import { verifyEd25519OnNode } from "@temwen/vocabulary/ed25519-node";
import type { Primitives } from "./primitives.ts";
import { createHasher } from "./tree/hashing.ts";

export type { Primitives, VerifyRaw } from "./primitives.ts";

/** SHA-256 and Ed25519 by node:crypto. */
export const primitivesOnNode: Primitives = {
  hasher: createHasher((bytes) => hash("sha256", bytes, "buffer")),
  verifyEd25519: verifyEd25519OnNode,
};
