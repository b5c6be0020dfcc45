import { makeDeskCopy } from "@temwen/media/desk";
import type { EvidenceFile } from "@temwen/sealing/seal-pieces";
import { sealTaken } from "@temwen/sealing/seal-taken";
import { granted, type Json, type Result } from "@temwen/vocabulary";
import type { OutgoingPiece } from "../evidence/outbox.ts";
import type { CaseRoom } from "../room/case-room.ts";
import type { PrepareRefusal } from "./prepare-act.ts";

/** What a taking says besides what its form asks for, and the sealed pieces that follow it. */
export type SealedTaking = {
  readonly beside: { readonly [name: string]: Json };
  readonly sealed: { readonly [part: string]: Uint8Array };
  readonly pieces: readonly OutgoingPiece[];
};

/**
 * Seals files that the office takes in, each original untouched and its working copy behind it where one can be made: by
 * the same rules as on a person's own device, and of more kinds (docs/specs/working-copies.md).
 */
export async function prepareTaking(
  files: readonly EvidenceFile[],
  { caseId, theCase }: CaseRoom,
  isCopyMadeHere: boolean,
): Promise<Result<SealedTaking, PrepareRefusal>> {
  const number = (theCase.brought?.times ?? 0) + 1;
  const sealing = isCopyMadeHere ? files : withCopies(files, number);
  const taken = await sealTaken({ case: caseId, number, files: sealing }, theCase.storyRecipient);
  if (!taken.ok) return taken;
  const { note, pieces } = taken.value;
  const evidence = pieces.map(({ part, digest, sealed }) => ({ part, digest, size: sealed.length }));
  return granted({
    beside: { number, note: { part: note.part, digest: note.digest }, evidence },
    sealed: { [note.part]: note.sealed },
    pieces,
  });
}

function withCopies(files: readonly EvidenceFile[], number: number): readonly EvidenceFile[] {
  const sealed: EvidenceFile[] = [];
  for (const file of files) {
    sealed.push(file);
    const made = makeDeskCopy(file.bytes);
    if (!made.ok) continue;
    const { mime, ending, bytes } = made.value;
    const name = `copy-of-taken-${number}-${sealed.length}.${ending}`;
    sealed.push({ name, mediaType: mime, bytes });
  }
  return sealed;
}
