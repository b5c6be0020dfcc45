import type { MailboxCourier, PersonAct } from "@temwen/courier";
import type { ReceiptKeys } from "@temwen/sealing/receipt";
import { type Addition, type SealedAddition, sealAdded } from "@temwen/sealing/seal-added";
import { canonicalBytes, granted, type Result } from "@temwen/vocabulary";
import type { Office } from "../page/office.ts";
import { findTurn, signAct } from "./person-acts.ts";

/** Evidence ready to travel: the act that announces it, sent first, and the sealed pieces that follow. */
export type Announcement = { readonly act: PersonAct; readonly pieces: SealedAddition["pieces"] };

/** Who adds to which office, over which line. */
export type Signing = { readonly courier: MailboxCourier; readonly office: Office; readonly keys: ReceiptKeys };

/** A file to be added; `copyEnding` on a working copy, directly behind its original, whose part will be its name. */
export type AddedFile = Addition["files"][number] & { readonly copyEnding?: string };

/**
 * Seals files to the case's readers and signs the act that announces them. The same act may be sent again when its
 * answer was lost: its bytes count once, and the pieces are taken from the moment it is there.
 */
export async function prepareAddition(
  { courier, office, keys }: Signing,
  files: readonly AddedFile[],
  pause?: (done: number) => Promise<void>,
): Promise<Result<Announcement, { readonly code: string }>> {
  const turn = await findTurn(courier, office, keys);
  if (!turn.ok) return turn;
  const { sequence, storyRecipient } = turn.value;
  const named = files.map(({ copyEnding, ...file }, place) =>
    copyEnding ? { ...file, name: `copy-of-added-${sequence}-${place}.${copyEnding}` } : file,
  );
  const added = await sealAdded({ case: keys.caseId, sequence, files: named }, storyRecipient, pause);
  if (!added.ok) return added;
  const { note, pieces } = added.value;
  const body = canonicalBytes({
    type: "case.evidence-added/1",
    case: keys.caseId,
    office: office.directory.office,
    sequence,
    note: { part: note.part, digest: note.digest },
    evidence: pieces.map(({ part, digest, sealed }) => ({ part, digest, size: sealed.length })),
  });
  return granted({ act: { ...signAct(keys, body), sealed: note.sealed }, pieces });
}
