import { isEligible } from "@temwen/office";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { Actor } from "../case/commands.ts";
import type { FloodFact, FloodRefusal } from "../facts/flood-facts.ts";

/** Why this person may not close this case unread. */
export function mayCloseUnread(order: string, theCase: KnownCase, actor: Actor): FloodRefusal | undefined {
  if (order !== "propose-flood" && order !== "confirm-flood") return undefined;
  // Nobody read whom it is about: whoever has a tie to anybody could bury what is about their own.
  if (!isEligible(actor, "unknown")) return { code: "tied-to-respondent", ties: actor.ties };
  if (theCase.sequence > 0) return { code: "person-wrote" };
  if (theCase.looked) return { code: "somebody-looked" };
  if (theCase.stage !== "flood-proposed") return undefined;
  if (theCase.flood.proposedBy === actor.id) return { code: "cannot-confirm-own-proposal" };
  // Nobody acts in a case that nobody took up but who proposes this; looking at evidence, which is no handling, bars it for all.
  if (theCase.handledBy.includes(actor.id)) throw new Error("somebody acted in a case that nobody took up");
  return undefined;
}

/** The case after one more of these facts. */
export function evolveFlood(theCase: LivingCase, fact: FloodFact, by: StaffId, at: Instant): LivingCase {
  if (fact.type === "case.flood-proposed/1") {
    if (theCase.stage !== "received") throw new Error("somebody took it up");
    const { casesDigest, caseCount } = fact;
    return { ...theCase, stage: "flood-proposed", flood: { casesDigest, caseCount, proposedAt: at, proposedBy: by } };
  }
  if (theCase.stage !== "flood-proposed") throw new Error("nobody proposed it");
  if (theCase.flood.proposedBy === by) throw new Error("whoever proposed it");
  return { ...theCase, stage: "closed-as-flood", flood: { ...theCase.flood, closedAt: at, closedBy: by } };
}

/** Whatever the person does, or an officer who takes it up: it is a complaint like every other again. */
export function asReceived(theCase: LivingCase): LivingCase {
  if (!("flood" in theCase)) return theCase;
  const { flood: _, ...rest } = theCase;
  return { ...rest, stage: "received" };
}

/** That evidence was opened matters for as long as nobody took the case up: what was looked at is not closed unread. */
export const asLookedAt = (theCase: LivingCase): LivingCase =>
  theCase.stage === "received" || theCase.stage === "flood-proposed" ? { ...theCase, looked: true } : theCase;
