import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { isLetIn, type KnownCase, type LivingCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import { openAgain } from "./opening-again.ts";

type Proposing = Extract<LaterOrder, { readonly type: "propose-reopening" }>;
type ReopeningFactOf = Extract<LaterFact, { readonly type: "case.reopening-proposed/1" | "case.reopened/1" }>;

/** Whoever agrees to take a case up again did not handle it, and can read what is new. */
export function mayReopen(order: string, theCase: KnownCase, by: StaffId): CaseRefusal | undefined {
  if (order !== "propose-reopening" && order !== "confirm-reopening") return undefined;
  const { reopening, review, erasure } = theCase;
  // Others look at the same end already; and what is to be erased is not taken up before somebody stops that.
  if (review && review.decidedAt === undefined) return { code: "review-waits" };
  if (erasure?.step === "confirmed") return { code: "erasure-under-way" };
  if (order === "propose-reopening") return reopening && { code: "already-proposed" };
  if (!reopening) return { code: "nothing-proposed" };
  if (reopening.proposedBy === by) return { code: "cannot-confirm-own-proposal" };
  if (theCase.handledBy.includes(by)) return { code: "handled-this-case" };
  return isLetIn(theCase, by) ? undefined : { code: "not-let-in" };
}

/** What ended because the person asked is taken up again when they ask for that, and not over their head. */
export function againstReopening(theCase: KnownCase, { facts }: Proposing): CaseRefusal | undefined {
  const hasSpoken = theCase.stage !== "withdrawn" || theCase.sequence > theCase.endedSequence;
  const isTheirs = theCase.stage !== "withdrawn" || facts === "person-asked";
  return hasSpoken && isTheirs ? undefined : { code: "person-did-not-ask" };
}

/** The case after one of these facts. What was found before stands in the record, and its clocks begin anew. */
export function evolveReopening(theCase: LivingCase, fact: ReopeningFactOf, by: StaffId, at: Instant): LivingCase {
  if (fact.type === "case.reopening-proposed/1")
    return { ...theCase, reopening: { facts: fact.facts, proposedBy: by } };
  const { outcomeToldAt: _, erasure: _wanted, ...open } = openAgain(theCase);
  return { ...open, reopenedAt: at };
}
