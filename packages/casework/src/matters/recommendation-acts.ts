import { oneOf } from "@temwen/vocabulary";
import type { SaidActs } from "../acts/said.ts";
import { partRef } from "../words/part-ref.ts";
import { addressee, day, opening, publicText } from "./shared-acts.ts";
import { answers, bases, checks, closings, subjects } from "./words.ts";

/** A recommendation: made, handed to whoever is to follow it, answered, followed, and that looked at by somebody else. */
export const recommendationActs = {
  "make-recommendation": {
    fact: "recommendation.made/1",
    says: { basis: oneOf(...bases), to: addressee, subject: oneOf(...subjects), ...opening },
    beside: "nothing",
  },
  "hand-over-recommendation": {
    fact: "recommendation.handed-over/1",
    says: { answerDue: day },
    beside: "nothing",
  },
  /** The declaration that is signed: nobody can tell from these words who complained, or in which case. */
  "publish-recommendation": {
    fact: "recommendation.published/1",
    says: { text: publicText, declares: oneOf("reveals-nobody") },
    beside: "nothing",
  },
  "record-recommendation-answer": {
    fact: "recommendation.answered/1",
    says: { answer: oneOf(...answers), explanation: partRef },
    beside: "nothing",
  },
  /** Whoever is to follow it says that the safeguard is another now. */
  "record-claim": {
    fact: "recommendation.change-claimed/1",
    says: { explanation: partRef },
    beside: "nothing",
  },
  "check-change": {
    fact: "recommendation.change-checked/1",
    says: { outcome: oneOf(...checks), explanation: partRef },
    beside: "nothing",
  },
  "close-recommendation": {
    fact: "recommendation.closed/1",
    says: { reason: oneOf(...closings), explanation: partRef },
    beside: "nothing",
  },
} as const satisfies SaidActs;
