import { type Digest, granted, hasLoneSurrogate, type Result, refused } from "@temwen/vocabulary";
import { digestAside, sealInSteps } from "./age-file.ts";
import type { AddedNote } from "./contents.ts";
import { padBytes } from "./padding.ts";
import { drawKeyPair } from "./seal.ts";
import { evidenceLimit, evidenceSize, largestEvidence } from "./sizes.ts";

/** A file that is to be sealed as evidence. */
export type EvidenceFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** A sealed piece of evidence, under the name that its turn gives it. */
export type SealedPiece = { readonly part: string; readonly digest: Digest; readonly sealed: Uint8Array };

export type PiecesRefusal =
  | { readonly code: "empty" }
  | { readonly code: "too-long"; readonly part: "evidence" }
  | { readonly code: "broken-text" };

/**
 * Seals each file under a fresh key of its own. What the note is to say of each, the key with it, comes beside the bytes.
 * `pause` is waited for now and then, with how many pieces are done.
 */
export async function sealPieces(
  files: readonly EvidenceFile[],
  nameAt: (place: number) => string,
  pause: (done: number) => Promise<void>,
): Promise<Result<{ readonly notes: readonly AddedNote[]; readonly pieces: readonly SealedPiece[] }, PiecesRefusal>> {
  if (files.length === 0) return refused({ code: "empty" });
  const isTooMuch = files.length > evidenceLimit || files.some(({ bytes }) => bytes.length > largestEvidence);
  if (isTooMuch) return refused({ code: "too-long", part: "evidence" });
  if (files.some(({ name, mediaType }) => hasLoneSurrogate(name + mediaType))) return refused({ code: "broken-text" });

  const notes: AddedNote[] = [];
  const pieces: SealedPiece[] = [];
  for (const [place, { name, mediaType, bytes }] of files.entries()) {
    const part = nameAt(place + 1);
    const { identity, recipient } = await drawKeyPair();
    const padded = padBytes(bytes, evidenceSize(bytes.length), 0) ?? bytes;
    const sealed = await sealInSteps(recipient, padded, () => pause(place));
    const sha256 = await digestAside(bytes);
    notes.push({ part, name, mediaType, size: bytes.length, sha256, key: identity });
    pieces.push({ part, digest: await digestAside(sealed), sealed });
  }
  return granted({ notes, pieces });
}
