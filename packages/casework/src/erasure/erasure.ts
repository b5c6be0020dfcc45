import { granted, type Instant, type Result, refused, type StaffId } from "@temwen/vocabulary";
import { barringForces, type Case, isLetIn, type KnownCase, type LivingCase } from "../case/case.ts";
import type { Actor, CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import {
  type ErasureConfirmedFact,
  type ErasureProposedFact,
  type ErasureReason,
  type ErasureStoppedFact,
  erasureDue,
} from "../facts/erasure-facts.ts";
import type { CaseFact } from "../facts/facts.ts";
import { personOf } from "../opened/nobody-to-tell.ts";
import { isAtEnd } from "../owed/opening-again.ts";
import { reviewUntil } from "../owed/review.ts";
import { isFreeToEnd } from "../owed/withdrawal.ts";
import { againstLosing, isWeighed } from "./still-owed.ts";
import { againstDelay, againstErasing, againstLateStop } from "./two-people.ts";

/** Why an order about erasing does not fit what was proposed so far, or is not this person's to give. */
export function mayErase(order: string, theCase: KnownCase, actor: Actor, at: Instant): CaseRefusal | undefined {
  const { erasure, review } = theCase;
  const isAgreed = erasure?.step === "confirmed";
  // It would be gone before the days were over in which the person may ask for a review of that end.
  if (order === "accept-withdrawal") return isAgreed && !erasure.formerly ? { code: "erasure-under-way" } : undefined;
  // What two people want gone would go while the panel reads it.
  if (
    order === "propose-non-admission" ||
    order === "admit-case" ||
    order === "take-evidence" ||
    order.endsWith("-transfer")
  )
    return isAgreed ? { code: "erasure-under-way" } : undefined;
  // Whoever looks again needs what there is.
  const isWaiting = review !== undefined && review.decidedAt === undefined;
  if (isWaiting && (order === "propose-erasure" || order === "confirm-erasure")) return { code: "review-waits" };
  const step = steps[order];
  const against = step && againstErasing(step, erasure, actor.id);
  if (against || step !== "confirm") return against;
  return againstEndingSo(theCase, actor) ?? againstWhatCame(theCase, at);
}

/** What came to be owed since somebody proposed it. */
const againstWhatCame = (theCase: KnownCase, at: Instant): CaseRefusal | undefined =>
  theCase.erasure && isWeighed(theCase.erasure) ? againstLosing(theCase, theCase.erasure.reason, at) : undefined;

/**
 * Before an end nobody outside of intake has looked at a case, and there is nothing that the person could ask others to look at again. So
 * two of intake end none this way; somebody of the panel who has read it is the second, or the person asked for the end and is free to.
 */
function againstEndingSo(theCase: KnownCase, { id, role }: Actor): CaseRefusal | undefined {
  if (theCase.erasure?.formerly || isAtEnd(theCase)) return undefined;
  if (role === "panel") return isLetIn(theCase, id) ? undefined : { code: "not-let-in" };
  return isFreeToEnd(theCase) ? undefined : { code: "panel-must-agree" };
}

const steps: { readonly [order: string]: Parameters<typeof againstErasing>[0] } = {
  "propose-erasure": "propose",
  "confirm-erasure": "confirm",
  "stop-erasure": "stop",
};

/**
 * The first signature. That the person asked for it is said only of somebody who said anything since they filed; for any other reason
 * no case goes in which the office still owes something.
 */
export function proposeErasure(
  theCase: KnownCase,
  { reason }: { readonly reason: ErasureReason },
  { at, formerly, recordedAs }: Pick<Deciding, "at" | "formerly" | "recordedAs">,
): Result<readonly [ErasureProposedFact], CaseRefusal> {
  if (formerly) return granted([{ type: "case.erasure-proposed/1", reason }]);
  if (reason === "person-asked" && theCase.sequence === 0) return refused({ code: "person-asked-nothing" });
  if (recordedAs === "case.erasure-proposed/2") return granted([{ type: recordedAs, reason }]);
  const owed = againstLosing(theCase, reason, at);
  return owed ? refused(owed) : granted([{ type: "case.erasure-proposed/3", reason }]);
}

/** The second signature. How long it waits is the pack's, so that no desk can hurry it. */
export function confirmErasure(
  { erasure }: KnownCase,
  { days }: { readonly days: number },
  { erasureDays }: Pick<OfficeFacts, "erasureDays">,
): Result<ErasureConfirmedFact, CaseRefusal> {
  if (!erasure) throw new Error("what was proposed was checked before");
  const another = againstDelay(days, erasureDays);
  if (another) return refused(another);
  const { reason, proposedBy } = erasure;
  return granted({ type: "case.erasure-confirmed/1", reason, proposedBy, days });
}

/** Until the hour it may be stopped; from then on evidence may be gone already, and a case cannot go on without it. */
export function stopErasure(theCase: KnownCase, at: Instant): Result<readonly [ErasureStoppedFact], CaseRefusal> {
  const late = againstLateStop(dueErasure(theCase), at);
  return late ? refused(late) : granted([{ type: "case.erasure-stopped/1" }]);
}

/** The case with an erasure that two people want: not before the person could ask others to look again at how it ended. */
export function withConfirmed<C extends LivingCase>(
  theCase: C,
  by: StaffId,
  at: Instant,
  { days }: ErasureConfirmedFact,
): C {
  const { erasure } = theCase;
  if (!erasure || erasure.proposedBy === by) throw new Error("two people did not want it");
  const waited = erasureDue(at, days);
  const until = erasure.formerly ? undefined : reviewUntil(theCase);
  const due = until !== undefined && until > waited ? until : waited;
  return { ...theCase, erasure: { ...erasure, step: "confirmed", confirmedBy: by, due } };
}

/** By what a person does they would have the case go on, or be looked at; asking for an end, or taking something back, is not that. */
const goingOn: readonly CaseFact["type"][] = [
  "case.message-received/1",
  "case.evidence-added/1",
  "case.consent-changed/1",
  "case.summary-answered/1",
  "case.review-asked/1",
];

/** The case after the person did something: an erasure that anybody wanted until then is wanted no more, unless its hour has come. */
export function asHeard(theCase: LivingCase, { type }: CaseFact, at: Instant): LivingCase {
  const { erasure, ...rest } = theCase;
  if (!erasure || !goingOn.includes(type)) return theCase;
  const isHeard = erasure.formerly ? type === "case.review-asked/1" : erasure.step === "proposed" || at < erasure.due;
  return isHeard ? rest : theCase;
}

/** The hour from which the case may be erased; undefined while nobody, or one person alone, wants it. */
export const dueErasure = (theCase: Case): Instant | undefined =>
  theCase.stage !== "unknown" && theCase.stage !== "erased" && theCase.erasure?.step === "confirmed"
    ? theCase.erasure.due
    : undefined;

/** What every case has stays, and whom it is about, so that whoever is tied to them still learns nothing of it. */
export function eraseFrom(theCase: LivingCase, at: Instant): Case {
  if (dueErasure(theCase) === undefined) throw new Error("two people did not want it");
  const { caseId, office, epoch, bucket, receivedAt, storyRecipient, opened } = theCase;
  const { formerRecipients, sent, sequence, handledBy, access, missed, erasure, recused, complainedAbout } = theCase;
  return {
    ...{ stage: "erased", caseId, office, epoch, bucket, receivedAt, storyRecipient },
    ...{
      formerRecipients,
      sent,
      sequence,
      handledBy,
      access,
      missed,
      ...personOf(theCase),
      ...(opened && { opened }),
      ...(erasure && { erasure }),
      ...(recused && { recused }),
      ...(complainedAbout && { complainedAbout }),
    },
    ...{ unanswered: false, withdrawalAsked: false, forces: barringForces(theCase), erasedAt: at },
  };
}
