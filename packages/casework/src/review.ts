import { granted, type Instant, instantToMillis, type Result, refused } from "@temwen/vocabulary";
import { withoutAssignment } from "./admission.ts";
import type { KnownCase, LivingCase } from "./case.ts";
import type { CaseRefusal } from "./commands.ts";
import type { ReviewAskedFact } from "./facts.ts";
import type { Outcome } from "./inquiry-words.ts";

/** Days in which a person may ask for a review: a platform default. */
const reviewDays = 30;

const reviewable = ["not-admitted", "closed"] as const;

/** A person asks once for each end of their case. */
export function decideReview(theCase: KnownCase, fact: ReviewAskedFact): Result<ReviewAskedFact, CaseRefusal> {
  if (!reviewable.some((stage) => stage === theCase.stage))
    return refused({ code: "wrong-stage", stage: theCase.stage, allowed: reviewable });
  return theCase.review ? refused({ code: "review-already-asked" }) : granted(fact);
}

/** The case with a review asked: whoever had a hand in it does not decide, and what was to be erased is needed again. */
export function askReview(theCase: LivingCase, at: Instant): LivingCase {
  const { erasure: _, ...rest } = theCase;
  const ended = theCase.stage === "not-admitted" ? theCase.decidedAt : theCase.outcomeToldAt;
  const late = ended !== undefined && instantToMillis(at) > instantToMillis(ended) + reviewDays * 86_400_000;
  const hand = theCase.before ?? theCase.handledBy;
  return { ...rest, review: { askedAt: at, late, hand }, before: theCase.handledBy };
}

/** What the reserve decided: it stays, or the case goes back to where it can be examined anew. */
export function evolveReview(theCase: LivingCase, outcome: Outcome, at: Instant): LivingCase {
  const { review, before: _before, ...rest } = theCase;
  if (!review) throw new Error("nobody asked for it");
  if (outcome === "upheld") return { ...theCase, review: { ...review, decidedAt: at } };
  if (rest.stage === "not-admitted") {
    const { proposedAt: _at, proposedBy: _by, reason: _reason, decidedAt, decidedBy: _who, ...open } = rest;
    // The first outcome was told: its clock does not begin again.
    return { ...open, stage: "assessed", outcomeToldAt: decidedAt };
  }
  if (rest.stage !== "closed") throw new Error("it had not ended");
  const sentBack = { hand: review.hand, acted: rest.handledBy };
  return { ...rest, stage: "investigating", sentBack, inquiry: withoutAssignment(rest.inquiry) };
}
