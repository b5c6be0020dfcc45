import { oneOf, parsed, parseInstant, textLike } from "@temwen/vocabulary";
import { retaliationReviews } from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

const instant = parsed(parseInstant);

/** What is owed by an hour, and what is done about the hour: explained, reported, put off with a reason. */
export const clockActs = {
  /** `due`: the hour that is put off, so that nobody puts off another. */
  "extend-clock": {
    fact: "case.clock-extended/1",
    says: { clock: textLike(/^[a-z][a-z-]{1,31}$/), due: instant, until: instant, explanation: partRef },
    beside: "nothing",
  },
  "explain-delay": { fact: "case.delay-explained/1", says: {}, beside: "message" },
  "report-progress": { fact: "case.progress-reported/1", says: { explanation: partRef }, beside: "nothing" },
  /** A first look at what was said of being harmed for having spoken; since the second number by nobody whom it may be about. */
  "review-retaliation": {
    fact: "case.retaliation-reviewed/2",
    formerly: ["case.retaliation-reviewed/1"],
    says: { finds: oneOf(...retaliationReviews), explanation: partRef },
    beside: "nothing",
  },
} as const satisfies SaidActs;
