import { granted, neverHere, type Result, refused, sameBytes } from "@temwen/vocabulary";
import type { Primitives, VerifyRaw } from "../primitives.ts";
import { latestTime, readBigEndian, signedMessage } from "./signed-message.ts";
import type { NoteSignature, SignedNote } from "./signed-note.ts";
import { isSameKeyHint, type Vkey } from "./vkey.ts";

/** A signature that holds. */
export type VerifiedSignature = {
  readonly vkey: Vkey;
  /** Seconds since 1970, as the signer says; null for kinds that sign no time. */
  readonly time: bigint | null;
};

/** What is known of a note's signatures, one a key. */
export type VerifiedNote = {
  readonly text: string;
  /** At least one. */
  readonly verified: readonly VerifiedSignature[];
  /** Lines of known keys whose kind could not be computed here; they count for nothing and against nothing. */
  readonly unjudged: readonly NoteSignature[];
  /** Lines of keys that nobody named; they count for nothing (C2SP signed-note). */
  readonly unknown: readonly NoteSignature[];
};

export type NoteRefusal =
  /** A key that was named signed something else: the whole note is thrown away. */
  | { readonly code: "signature-invalid"; readonly name: string; readonly keyId: string }
  /** Two different keys that were named answer for the same lines. */
  | { readonly code: "key-ids-collide"; readonly name: string; readonly keyId: string }
  | { readonly code: "no-known-signature" };

/** Checks the signatures of known keys. The second line of one key is not looked at. */
export function verifyNote(
  note: SignedNote,
  vkeys: readonly Vkey[],
  primitives: Primitives,
): Result<VerifiedNote, NoteRefusal> {
  const verified: VerifiedSignature[] = [];
  const unjudged: NoteSignature[] = [];
  const unknown: NoteSignature[] = [];
  const seen: Vkey[] = [];
  for (const signature of note.signatures) {
    const { name, keyId } = signature;
    const [vkey, another] = vkeys.filter((known) => isSameKeyHint(known, signature));
    if (vkey === undefined) unknown.push(signature);
    else if (another !== undefined && !sameBytes(vkey.publicKey, another.publicKey))
      return refused({ code: "key-ids-collide", name, keyId });
    else if (!seen.includes(vkey)) {
      seen.push(vkey);
      const verdict = judgeSignature(vkey, note.text, signature.signature, primitives);
      if (verdict === "invalid") return refused({ code: "signature-invalid", name, keyId });
      if (verdict === "unjudged") unjudged.push(signature);
      else verified.push({ vkey, time: verdict.time });
    }
  }
  if (verified.length === 0) return refused({ code: "no-known-signature" });
  return granted({ text: note.text, verified, unjudged, unknown });
}

type SignatureVerdict = { readonly time: bigint | null } | "invalid" | "unjudged";

function judgeSignature(vkey: Vkey, text: string, signature: Uint8Array, primitives: Primitives): SignatureVerdict {
  switch (vkey.type) {
    case "ed25519":
      return primitives.verifyEd25519(vkey.publicKey, signedMessage(vkey, text, 0n) ?? nothing, signature)
        ? { time: null }
        : "invalid";
    case "ed25519-cosignature":
      return judgeTimed(vkey, text, signature, primitives.verifyEd25519);
    case "ml-dsa-44":
      return primitives.verifyMlDsa44 === undefined
        ? "unjudged"
        : judgeTimed(vkey, text, signature, primitives.verifyMlDsa44);
    default:
      return neverHere(vkey.type);
  }
}

const nothing = new Uint8Array(0);

function judgeTimed(vkey: Vkey, text: string, timed: Uint8Array, verify: VerifyRaw): SignatureVerdict {
  if (timed.length <= 8) return "invalid";
  const time = readBigEndian(timed);
  const message = time <= latestTime ? signedMessage(vkey, text, time) : null;
  return message !== null && verify(vkey.publicKey, message, timed.subarray(8)) ? { time } : "invalid";
}
