import { briefCase, dueErasure, type ErasedFact, evolveCase } from "@temwen/casework";
import type { Signer } from "@temwen/office";
import type { RecordedEvent } from "@temwen/record";
import { type CaseId, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import { readCaseFile } from "../casefile.ts";
import { findUnwritten } from "../desk-api/referrals.ts";
import type { Blobs } from "../evidence/blob-folder.ts";
import { nameOfFault } from "../log.ts";
import type { OfficeContext } from "../office-context.ts";
import { signedHourMillis } from "../signed-hour.ts";
import { eventByClock } from "./by-clock.ts";
import { readLate } from "./late.ts";

/** How many erasures ran, and by name why each of the others did not. */
export type Erasures = { readonly ran: number; readonly faults: readonly string[] };

/**
 * A stop that was signed before the hour may arrive so much later. Twice as long is waited, so that none is still on its
 * way into the record when the first piece goes: what is gone cannot be given back to a case that lives on.
 */
export const graceMillis = 2 * signedHourMillis;

/**
 * Runs the erasures whose hour has come (docs/specs/erasure.md). One that fails hinders no other, and is begun again at
 * the next sweep: every step may be repeated, and what says that it ran is written last.
 */
export async function sweepErasures(
  office: OfficeContext,
  blobs: Pick<Blobs, "remove">,
  clockKey: Signer,
): Promise<Erasures> {
  const now = office.now();
  const latest = millisToInstant(instantToMillis(now) - graceMillis);
  const due: CaseId[] = [];
  // Listed first: what is erased leaves its place in the queue.
  for await (const { caseId, facts } of readLate(office.record, now)) {
    if (typeof facts.erasure === "string" && facts.erasure <= latest) due.push(caseId);
  }
  let ran = 0;
  const faults: string[] = [];
  for (const caseId of due) {
    const end = await eraseDue(caseId, office, blobs, clockKey).catch(nameOfFault);
    if (end === "appended") ran += 1;
    else faults.push(end);
  }
  return { ran, faults };
}

/** How it ended: `appended`, or a name for why not. */
async function eraseDue(
  caseId: CaseId,
  office: OfficeContext,
  blobs: Pick<Blobs, "remove">,
  clockKey: Signer,
): Promise<string> {
  const { events, theCase, unlawful } = await readCaseFile(office, caseId);
  const due = dueErasure(theCase);
  const at = office.now();
  // What somebody else wrote into the record is no reason to take anything away.
  if (unlawful.length > 0) return "case-not-trusted";
  if (due === undefined || instantToMillis(due) + graceMillis > instantToMillis(at)) return "not-due";
  // It came after both signatures: somebody writes it down first, or stops the erasure. The person's own wish does not wait for others.
  if (theCase.stage !== "unknown" && theCase.erasure?.reason !== "person-asked") {
    if (await findUnwritten(theCase, office.record)) return "answer-waits";
  }
  // What makes the leaves of its steps goes with the case: the promise given at filing would never be kept.
  if (await isLogBehind(office, events)) return "log-behind";
  for (const digest of await office.record.doomEvidence(caseId)) await blobs.remove(digest);
  const fact: ErasedFact = { type: "case.erased/1", case: caseId, office: office.registry.office, due };
  const index = events.length;
  const after = evolveCase(theCase, { fact, at });
  if (after.stage === "unknown") throw new Error("a case stays known");
  const outcome = await office.record.eraseCase({
    caseId,
    expected: index,
    event: eventByClock(fact, { at, index }, clockKey),
    summary: briefCase(after, []),
  });
  return outcome.outcome;
}

/** Whether the public log has not yet followed the last of these events: what makes their leaves is still needed. */
export async function isLogBehind(office: OfficeContext, events: readonly RecordedEvent[]): Promise<boolean> {
  const last = events.at(-1)?.position ?? 0;
  return office.promise !== undefined && (await office.record.log.readHead()).followed < last;
}
