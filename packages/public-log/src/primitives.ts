import type { Hasher } from "./tree/hashing.ts";

/** Whether a signature over a message is that key's; raw bytes. A malformed key or signature is false. */
export type VerifyRaw = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** The arithmetic that a place offers. One verdict everywhere: `primitives-node` and `primitives-web` agree on every input. */
export type Primitives = {
  readonly hasher: Hasher;
  readonly verifyEd25519: VerifyRaw;
  /** From `ml-dsa`; without it such lines are not judged, and reported as that. */
  readonly verifyMlDsa44?: VerifyRaw;
};
