import { briefCase, type ClockMissedFact, evolveCase, isSaid, runningClocks } from "@temwen/casework";
import type { Signer } from "@temwen/office";
import type { CaseId, Instant } from "@temwen/vocabulary";
import { readCaseFile } from "../casefile.ts";
import { nameOfFault } from "../log.ts";
import type { OfficeContext } from "../office-context.ts";
import { eventByClock } from "./by-clock.ts";
import { readLate, readLateFloods } from "./late.ts";

/**
 * Says once of each clock that was missed that it was missed: an event signed by the server's clock key. Cases come
 * nearest-due first, so a sweep reads only what is late; what was closed as a flood comes behind the rest. Of a case that fails the
 * name of the fault is returned, and the next sweep tries again; no other waits for it.
 */
export async function sweepClocks(office: OfficeContext, clockKey: Signer): Promise<readonly string[]> {
  const now = office.now();
  const faults: string[] = [];
  const say = (caseId: CaseId): Promise<unknown> =>
    sayMissed(caseId, now, office, clockKey).catch((fault: unknown) => faults.push(nameOfFault(fault)));
  for await (const { caseId, facts } of readLate(office.record, now)) {
    const { unsaid } = facts;
    if (typeof unsaid === "string" && unsaid !== "" && unsaid < now) await say(caseId);
  }
  for await (const caseId of readLateFloods(office.record, now)) await say(caseId);
  return faults;
}

async function sayMissed(caseId: CaseId, now: Instant, office: OfficeContext, clockKey: Signer): Promise<void> {
  const { events, theCase } = await readCaseFile(office, caseId);
  if (theCase.stage === "unknown") return;
  const { pack } = office;
  const missed = runningClocks(theCase, pack).find((clock) => clock.due < now && !isSaid(theCase, clock));
  if (!missed) return;
  const fact: ClockMissedFact = {
    type: "case.clock-missed/1",
    case: caseId,
    office: office.registry.office,
    clock: missed.id,
    due: missed.due,
  };
  const next = evolveCase(theCase, { fact, at: now });
  if (next.stage === "unknown") throw new Error("a case stays known");
  const index = events.length;
  // A clash with somebody's act is no trouble: the next sweep looks again.
  await office.record.append({
    ...{ stream: caseId, expected: index, parts: [] },
    events: [eventByClock(fact, { at: now, index }, clockKey)],
    summary: briefCase(next, runningClocks(next, pack)),
  });
}
