import { granted, type Instant, instantToMillis, millisToInstant, type Result, refused } from "@temwen/vocabulary";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import type { ReviewAskedFact } from "../facts/facts.ts";
import { personOf } from "../opened/nobody-to-tell.ts";
import type { Outcome } from "../words/inquiry-words.ts";
import { ends, isAtEnd, openAgain } from "./opening-again.ts";

/** Days in which a person may ask for a review: a platform default. */
const reviewDays = 30;

/** A person asks once for each end of their case. */
export function decideReview(theCase: KnownCase, fact: ReviewAskedFact): Result<ReviewAskedFact, CaseRefusal> {
  if (!isAtEnd(theCase)) return refused({ code: "wrong-stage", stage: theCase.stage, allowed: ends });
  return theCase.review ? refused({ code: "review-already-asked" }) : granted(fact);
}

/** The case with a review asked: whoever had a hand in it does not decide. */
export function askReview(theCase: LivingCase, at: Instant): LivingCase {
  const until = reviewUntil(theCase);
  const hand = theCase.before ?? theCase.handledBy;
  return {
    ...theCase,
    review: { askedAt: at, late: until !== undefined && at > until, hand },
    before: theCase.handledBy,
  };
}

/** Until when the person may ask for a review of the end that the case came to; undefined before an end, and where there is nobody to ask. */
export function reviewUntil(theCase: KnownCase): Instant | undefined {
  if (!isAtEnd(theCase) || !personOf(theCase)) return undefined;
  const ended = theCase.stage === "not-admitted" ? theCase.decidedAt : theCase.outcomeToldAt;
  return ended && millisToInstant(instantToMillis(ended) + reviewDays * 86_400_000);
}

/** What the reserve decided: it stays, or the case goes back to where it can be examined anew, and its clocks begin anew. */
export function evolveReview(theCase: LivingCase, outcome: Outcome, at: Instant): LivingCase {
  const { review } = theCase;
  if (!review) throw new Error("nobody asked for it");
  if (outcome === "upheld") return { ...theCase, review: { ...review, decidedAt: at } };
  return { ...openAgain(theCase), reopenedAt: at };
}
