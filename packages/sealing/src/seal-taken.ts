import { type CaseId, granted, type Result, refused } from "@temwen/vocabulary";
import { digestOf, sealTo } from "./age-file.ts";
import type { Taken } from "./contents.ts";
import { padJson } from "./padding.ts";
import type { SealedAddition } from "./seal-added.ts";
import { type EvidenceFile, type PiecesRefusal, sealPieces } from "./seal-pieces.ts";
import { messageSize } from "./sizes.ts";

/** What is sealed, and as which taking of which case. */
export type Taking = { readonly case: CaseId; readonly number: number; readonly files: readonly EvidenceFile[] };

/**
 * Seals evidence that the office takes in, at the desk of whoever does: as a person's device seals what is added, under other
 * names. Source: docs/specs/parcel.md.
 */
export async function sealTaken(
  { case: caseId, number, files }: Taking,
  recipient: string,
): Promise<Result<SealedAddition, PiecesRefusal>> {
  const done = await sealPieces(
    files,
    (place) => `taken-${number}-${place}`,
    async () => undefined,
  );
  if (!done.ok) return done;
  const { notes, pieces } = done.value;
  const content: Taken = { type: "temwen.taken/1", case: caseId, number, evidence: notes };
  const padded = padJson(content, messageSize);
  if (!padded) return refused({ code: "too-long", part: "evidence" });
  const sealed = await sealTo(recipient, padded);
  return granted({ note: { part: `taken-in-${number}`, sealed, digest: digestOf(sealed) }, pieces });
}
