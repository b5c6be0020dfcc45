import type { ExportReason } from "@temwen/casework";
import { digestOf, type EvidenceNote, openEvidence } from "@temwen/sealing/open";
import { type Digest, granted, type Result, refused } from "@temwen/vocabulary";
import { type Desk, type Entered, sendAct } from "../acts/send-act.ts";
import type { CaseRoom } from "../room/case-room.ts";
import type { KeeperRefusal } from "../views.ts";
import { openAddedNotes } from "./added-evidence.ts";

/** A piece of evidence as the person sealed it, byte for byte. */
export type OpenedEvidence = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Of these bytes, which is the one the story names: checked before anybody sees them. */
  readonly sha256: Digest;
};

/** To be shown here, or to be written to a file for a reason. */
export type EvidenceUse = { readonly for: "showing" } | { readonly for: "file"; readonly reason: ExportReason };

/** As often as somebody else may act while a look is being recorded. */
const mostTries = 4;

/**
 * Opens a piece and records that it was opened, in this order: what does not open was not looked at. Nobody gets the
 * bytes before the record has it.
 */
export async function readEvidence(
  desk: Desk,
  enter: () => Promise<Result<Entered, KeeperRefusal>>,
  part: string,
  use: EvidenceUse,
): Promise<Result<OpenedEvidence, KeeperRefusal>> {
  const entered = await enter();
  if (!entered.ok) return entered;
  const opened = await openPiece(desk, entered.value.room, part);
  if (!opened.ok) return opened;
  const told = await recordAnyway(desk, enter, entered.value, askFor(part, use));
  return told.ok ? opened : told;
}

const askFor = (part: string, use: EvidenceUse) =>
  use.for === "showing"
    ? ({ act: "open-evidence", part } as const)
    : ({ act: "export-evidence", part, reason: use.reason } as const);

/** Records what no act of somebody else can overtake: who looked, looked. */
export async function recordAnyway(
  desk: Desk,
  enter: () => Promise<Result<Entered, KeeperRefusal>>,
  first: Entered,
  request: Parameters<typeof sendAct>[2],
): Promise<Result<{ readonly version: number }, KeeperRefusal>> {
  let told = await sendAct(desk, first, request, undefined);
  for (let tries = 1; tries < mostTries && !told.ok && told.refusal.code === "conflict"; tries++) {
    const again = await enter();
    if (!again.ok) return again;
    told = await sendAct(desk, again.value, request, undefined);
  }
  return told;
}

/** Opens a piece and tells nobody: who calls it has told the record before. */
export async function openPiece(
  desk: Desk,
  room: CaseRoom,
  part: string,
): Promise<Result<OpenedEvidence, KeeperRefusal>> {
  const found = isAdded(part) ? await findAdded(desk, room, part) : findFiled(room, part);
  if (!found.ok) return found;
  const { note, digest, key } = found.value;
  const sealed = await desk.courier.readEvidence(room.caseId, digest);
  if (!sealed.ok) return sealed;
  if (digestOf(sealed.value) !== digest) return refused({ code: "part-differs", part });
  const original = await openEvidence(key, sealed.value, note);
  if (!original.ok) return original;
  return granted({ name: note.name, mediaType: note.mediaType, bytes: original.value, sha256: note.sha256 });
}

/** Whether a piece came after filing, by its name (docs/specs/casework.md). */
const isAdded = (part: string): boolean => part.startsWith("added-") || part.startsWith("taken-");

type FoundEvidence = { readonly note: EvidenceNote; readonly digest: Digest; readonly key: string };

/** Evidence of the complaint: described in the story, its key in a grant. */
function findFiled({ story, stream, keys }: CaseRoom, part: string): Result<FoundEvidence, KeeperRefusal> {
  const note = story?.evidence?.find((one) => one.part === part);
  const described = stream.received.parts[part];
  const key = keys[part];
  return note && described && key ? granted({ note, digest: described.digest, key }) : refused({ code: "not-granted" });
}

/** Evidence that came later: described, with its key, in a note that was sealed like a message. */
async function findAdded(desk: Desk, room: CaseRoom, part: string): Promise<Result<FoundEvidence, KeeperRefusal>> {
  const added = await openAddedNotes(room, desk.courier);
  if (!added.ok) return added;
  const piece = added.value.pieces.find(({ note }) => note.part === part);
  return piece ? granted({ ...piece, key: piece.note.key }) : refused({ code: "not-granted" });
}
