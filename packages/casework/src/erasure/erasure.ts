import { granted, type Instant, type Result, refused, type StaffId } from "@temwen/vocabulary";
import { type Case, forcesOf, type KnownCase, type LivingCase } from "../case/case.ts";
import type { ErasureRefusal, OfficeFacts } from "../case/commands.ts";
import { type ErasureConfirmedFact, type ErasureStoppedFact, erasureDue } from "../facts/erasure-facts.ts";
import { personOf } from "../opened/nobody-to-tell.ts";
import { againstDelay, againstErasing, againstLateStop } from "./two-people.ts";

/** Why an order about erasing does not fit what was proposed so far, or is not this person's to give. */
export function mayErase(order: string, { erasure, review }: KnownCase, by: StaffId): ErasureRefusal | undefined {
  // What two people want gone would go while the panel reads it.
  const isAgreed = erasure?.step === "confirmed";
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
  return step && againstErasing(step, erasure, by);
}

const steps: { readonly [order: string]: Parameters<typeof againstErasing>[0] } = {
  "propose-erasure": "propose",
  "confirm-erasure": "confirm",
  "stop-erasure": "stop",
};

/** The second signature. How long it waits is the pack's, so that no desk can hurry it. */
export function confirmErasure(
  { erasure }: KnownCase,
  { days }: { readonly days: number },
  { erasureDays }: Pick<OfficeFacts, "erasureDays">,
): Result<ErasureConfirmedFact, ErasureRefusal> {
  if (!erasure) throw new Error("what was proposed was checked before");
  const another = againstDelay(days, erasureDays);
  if (another) return refused(another);
  const { reason, proposedBy } = erasure;
  return granted({ type: "case.erasure-confirmed/1", reason, proposedBy, days });
}

/** Until the hour it may be stopped; from then on evidence may be gone already, and a case cannot go on without it. */
export function stopErasure(theCase: KnownCase, at: Instant): Result<readonly [ErasureStoppedFact], ErasureRefusal> {
  const late = againstLateStop(dueErasure(theCase), at);
  return late ? refused(late) : granted([{ type: "case.erasure-stopped/1" }]);
}

/** The case with an erasure that two people want. */
export function withConfirmed<C extends LivingCase>(
  theCase: C,
  by: StaffId,
  at: Instant,
  { days }: ErasureConfirmedFact,
): C {
  const { erasure } = theCase;
  if (!erasure || erasure.proposedBy === by) throw new Error("two people did not want it");
  return { ...theCase, erasure: { ...erasure, step: "confirmed", confirmedBy: by, due: erasureDue(at, days) } };
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
    ...{ unanswered: false, withdrawalAsked: false, forces: forcesOf(theCase), erasedAt: at },
  };
}
