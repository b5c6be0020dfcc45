import { type CaseId, granted, type Result, refused } from "@temwen/vocabulary";
import { digestOf, sealTo } from "./age-file.ts";
import type { Added } from "./contents.ts";
import { padJson } from "./padding.ts";
import { type EvidenceFile, type PiecesRefusal, type SealedPiece, sealPieces } from "./seal-pieces.ts";
import type { SealedText } from "./seal-text.ts";
import { messageSize } from "./sizes.ts";

/** Evidence that comes after the complaint: the sealed note, and the sealed pieces in its order. */
export type SealedAddition = {
  readonly note: SealedText & { readonly part: string };
  readonly pieces: readonly SealedPiece[];
};

export type AdditionRefusal = PiecesRefusal;

/** What is sealed, for which turn of which case, and to whom the note goes. */
export type Addition = {
  readonly case: CaseId;
  readonly sequence: number;
  readonly files: readonly EvidenceFile[];
};

/**
 * Seals evidence that is added later: each piece under a fresh key, like evidence of the complaint, and the keys with
 * the names in a note to the words' recipient. Nobody but its readers learns what the files are or were called.
 * `pause` is waited for now and then, with how many pieces are done: a page draws meanwhile.
 * Source: docs/specs/parcel.md.
 */
export async function sealAdded(
  { case: caseId, sequence, files }: Addition,
  recipient: string,
  pause: (done: number) => Promise<void> = async () => undefined,
): Promise<Result<SealedAddition, AdditionRefusal>> {
  const done = await sealPieces(files, (place) => `added-${sequence}-${place}`, pause);
  if (!done.ok) return done;
  const { notes, pieces } = done.value;
  const content: Added = { type: "temwen.added/1", case: caseId, sequence, evidence: notes };
  const padded = padJson(content, messageSize);
  // Only the names can be that long.
  if (!padded) return refused({ code: "too-long", part: "evidence" });
  const sealed = await sealTo(recipient, padded);
  return granted({ note: { part: `added-in-${sequence}`, sealed, digest: digestOf(sealed) }, pieces });
}
