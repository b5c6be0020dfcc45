import { type CaseId, type Digest, granted, hasLoneSurrogate, type Result, refused } from "@temwen/vocabulary";
import { digestAside, digestOf, sealInSteps, sealTo } from "./age-file.ts";
import type { Added, AddedNote } from "./contents.ts";
import { padBytes, padJson } from "./padding.ts";
import { drawKeyPair } from "./seal.ts";
import type { SealedText } from "./seal-text.ts";
import { evidenceLimit, evidenceSize, largestEvidence, messageSize } from "./sizes.ts";

/** Evidence that comes after the complaint: the sealed note, and the sealed pieces in its order. */
export type SealedAddition = {
  readonly note: SealedText & { readonly part: string };
  readonly pieces: readonly { readonly part: string; readonly digest: Digest; readonly sealed: Uint8Array }[];
};

export type AdditionRefusal =
  | { readonly code: "empty" }
  | { readonly code: "too-long"; readonly part: "evidence" }
  | { readonly code: "broken-text" };

/** What is sealed, for which turn of which case, and to whom the note goes. */
export type Addition = {
  readonly case: CaseId;
  readonly sequence: number;
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
};

/**
 * Seals evidence that is added later: each piece under a fresh key, like evidence of the complaint, and the keys with
 * the names in a note to the words' recipient. Nobody but its readers learns what the files are or were called.
 * `pause` is waited for now and then, with how many pieces are done: a page draws meanwhile.
 * Source: docs/specs/parcel.md.
 */
export async function sealAdded(
  addition: Addition,
  recipient: string,
  pause: (done: number) => Promise<void> = async () => undefined,
): Promise<Result<SealedAddition, AdditionRefusal>> {
  const { files, sequence } = addition;
  if (files.length === 0) return refused({ code: "empty" });
  const isTooMuch = files.length > evidenceLimit || files.some(({ bytes }) => bytes.length > largestEvidence);
  if (isTooMuch) return refused({ code: "too-long", part: "evidence" });
  if (files.some(({ name, mediaType }) => hasLoneSurrogate(name + mediaType))) return refused({ code: "broken-text" });

  const evidence: AddedNote[] = [];
  const pieces: SealedAddition["pieces"][number][] = [];
  for (const [place, { name, mediaType, bytes }] of files.entries()) {
    const part = `added-${sequence}-${place + 1}`;
    const { identity, recipient: own } = await drawKeyPair();
    const padded = padBytes(bytes, evidenceSize(bytes.length), 0) ?? bytes;
    const sealed = await sealInSteps(own, padded, () => pause(place));
    const sha256 = await digestAside(bytes);
    evidence.push({ part, name, mediaType, size: bytes.length, sha256, key: identity });
    pieces.push({ part, digest: await digestAside(sealed), sealed });
  }
  const content: Added = { type: "temwen.added/1", case: addition.case, sequence, evidence };
  const padded = padJson(content, messageSize);
  // Only the names can be that long.
  if (!padded) return refused({ code: "too-long", part: "evidence" });
  const sealed = await sealTo(recipient, padded);
  return granted({ note: { part: `added-in-${sequence}`, sealed, digest: digestOf(sealed) }, pieces });
}
