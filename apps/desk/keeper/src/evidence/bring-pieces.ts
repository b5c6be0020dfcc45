import type { Courier } from "@temwen/courier";
import type { CaseRoom } from "../room/case-room.ts";
import { announcedDigests } from "./added-evidence.ts";
import type { Outbox, OutgoingPiece } from "./outbox.ts";

/** Where sealed evidence waits until the office has it, and the way there. */
export type Bringing = { readonly outbox: Outbox; readonly bring: Courier["sendEvidence"] };

/** What of a case's evidence waits on this machine, by its part: announced, and not all of it has arrived. */
export async function findWaiting(
  { outbox }: Pick<Bringing, "outbox">,
  room: CaseRoom,
): Promise<ReadonlyMap<string, OutgoingPiece>> {
  const waiting = new Map<string, OutgoingPiece>();
  for (const [part, digest] of announcedDigests(room)) {
    if (!part.startsWith("taken-") || part.startsWith("taken-in-") || room.served.arrived.includes(part)) continue;
    const sealed = await outbox.find(digest);
    if (sealed) waiting.set(part, { digest, sealed });
  }
  return waiting;
}

/** Sends what waits, one piece behind the other, and says how many are left; a line that breaks leaves them where they are. */
export async function bringPieces(
  { outbox, bring }: Bringing,
  { caseId }: Pick<CaseRoom, "caseId">,
  pieces: readonly OutgoingPiece[],
): Promise<{ readonly left: number }> {
  let left = 0;
  for (const { digest, sealed } of pieces) {
    const sent = await bring(caseId, digest, sealed);
    if (sent.ok) await outbox.drop([digest]);
    else left++;
  }
  return { left };
}
