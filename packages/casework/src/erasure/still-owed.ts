import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import { inquiryOf, type KnownCase, type LivingCase } from "../case/case.ts";
import type { CaseRefusal, StaffCommand } from "../case/commands.ts";
import { isOfForum, type Referral } from "../case/referral-state.ts";
import type { Erasure, ErasureReason } from "../facts/erasure-facts.ts";
import { openMeasure } from "../panel/settling.ts";

/** What the office owes in a case and has not done: it would be gone with the case, and nobody could ask for it any more. */
export type StillOwed = Extract<
  CaseRefusal,
  { readonly code: "measure-unanswered" | "retaliation-waits" | "referral-waits" }
>;

/** Everything that is owed at an hour: of each kind the first. */
export function stillOwed(theCase: KnownCase, at: Instant): readonly StillOwed[] {
  const { retaliationWaits = [], referrals = [] } = theCase;
  const measure = openMeasure(inquiryOf(theCase));
  const referral = referrals.find((one) => isAwaited(one, at));
  return [
    ...(measure ? [{ code: "measure-unanswered", measure: measure.number } as const] : []),
    ...(retaliationWaits.length > 0 ? [{ code: "retaliation-waits" } as const] : []),
    ...(referral ? [{ code: "referral-waits", referral: referral.number } as const] : []),
  ];
}

/** What stands against erasing a case for a reason: what is owed, unless the person wants it gone all the same. */
export const againstLosing = (theCase: KnownCase, reason: ErasureReason, at: Instant): StillOwed | undefined =>
  reason === "person-asked" ? undefined : stillOwed(theCase, at)[0];

/** Whether an order would have a case erased, and what is owed stands against it: also what no rule of the case can know. */
export function losesWhatIsOwed({ erasure }: Pick<KnownCase, "erasure">, command: StaffCommand): boolean {
  if (command.type === "propose-erasure") return command.reason !== "person-asked";
  return (
    command.type === "confirm-erasure" &&
    erasure !== undefined &&
    isWeighed(erasure) &&
    erasure.reason !== "person-asked"
  );
}

/** Whether what is owed stands against an erasure that somebody wants: it did not where it was proposed under an earlier number. */
export const isWeighed = ({ formerly, unasked }: Erasure): boolean => !formerly && !unasked;

/** The case after an act of staff: an erasure that two people wanted is over where the office owes something since, unless its hour has come. */
export function asOwing(theCase: LivingCase, at: Instant): LivingCase {
  const { erasure, ...rest } = theCase;
  if (erasure?.step !== "confirmed" || !isWeighed(erasure) || at >= erasure.due) return theCase;
  return againstLosing(theCase, erasure.reason, at) ? rest : theCase;
}

/** Behind its day a forum is silent, and that is told; the day is over when it is in every zone, for no rule knows the mission's. */
const isAwaited = ({ due, answers }: Referral, at: Instant): boolean =>
  !answers.some(isOfForum) && millisToInstant(instantToMillis(at) - halfADay).slice(0, 10) <= due;

const halfADay = 43_200_000;
