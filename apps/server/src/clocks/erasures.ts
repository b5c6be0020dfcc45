import { briefCase, dueErasure, type ErasedFact, evolveCase } from "@temwen/casework";
import { recordBytes, type Signer, vouchFor } from "@temwen/office";
import { type CaseId, canonicalBytes } from "@temwen/vocabulary";
import { readCaseFile } from "../casefile.ts";
import { digestOf } from "../digest.ts";
import type { Blobs } from "../evidence/blob-folder.ts";
import type { OfficeContext } from "../office-context.ts";
import { readLate } from "./late.ts";

/** How many erasures ran, and how many will be tried again. */
export type Erasures = { readonly ran: number; readonly failed: number };

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
  const due: CaseId[] = [];
  // Listed first: what is erased leaves its place in the queue.
  for await (const { caseId, facts } of readLate(office.record, now)) {
    if (typeof facts.erasure === "string" && facts.erasure <= now) due.push(caseId);
  }
  let ran = 0;
  let failed = 0;
  for (const caseId of due) {
    const hasRun = await eraseDue(caseId, office, blobs, clockKey).catch(() => false);
    if (hasRun) ran += 1;
    else failed += 1;
  }
  return { ran, failed };
}

async function eraseDue(
  caseId: CaseId,
  office: OfficeContext,
  blobs: Pick<Blobs, "remove">,
  clockKey: Signer,
): Promise<boolean> {
  const { events, theCase, unlawful } = await readCaseFile(office, caseId);
  const due = dueErasure(theCase);
  const at = office.now();
  // What somebody else wrote into the record is no reason to take anything away.
  if (due === undefined || due > at || unlawful.length > 0) return false;
  for (const digest of await office.record.doomEvidence(caseId)) await blobs.remove(digest);
  const fact: ErasedFact = { type: "case.erased/1", case: caseId, office: office.registry.office, due };
  const body = canonicalBytes(fact);
  const vouchings = [vouchFor(body, clockKey)];
  const index = events.length;
  const after = evolveCase(theCase, { fact, at });
  if (after.stage === "unknown") throw new Error("a case stays known");
  const digest = digestOf(recordBytes({ at, body: fact, index, vouchings }));
  const outcome = await office.record.eraseCase({
    caseId,
    expected: index,
    event: { type: fact.type, at, body, vouchings, digest },
    summary: briefCase(after, []),
  });
  return outcome.outcome === "appended";
}
