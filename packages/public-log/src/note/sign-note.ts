import { joinBytes } from "@temwen/vocabulary";
import { bigEndian, latestTime, signedMessage } from "./signed-message.ts";
import type { NoteSignature } from "./signed-note.ts";
import type { Vkey } from "./vkey.ts";

/** A key in use: what it is called, and what signs with it. */
export type NoteSigner = {
  readonly vkey: Vkey;
  /** A bare Ed25519 or ML-DSA-44 signature over these bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
};

/**
 * Signs a text. `time` is in seconds since 1970, for kinds that sign one: never 0 from a witness; 0 from a log that says
 * nothing of a time. Throws where the key's kind signs checkpoints and this is none, and for a cosignature without a time:
 * nobody would count it.
 */
export function signText({ vkey, sign }: NoteSigner, text: string, time = 0n): NoteSignature {
  if (time < 0n || time > latestTime) throw new RangeError("a time before 1970, or beyond 63 bits");
  if (vkey.type === "ed25519-cosignature" && time === 0n) throw new RangeError("a witness says when it saw a tree");
  const message = signedMessage(vkey, text, time);
  if (message === null) throw new Error("this key signs checkpoints only");
  const signature = sign(message);
  const { name, keyId, type } = vkey;
  return { name, keyId, signature: type === "ed25519" ? signature : joinBytes(bigEndian(time), signature) };
}
