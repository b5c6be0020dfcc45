import { oneOf, wholeUpTo } from "@temwen/vocabulary";
import { partRef } from "../words/part-ref.ts";
import { askAnswers, askCauses, respondentWants } from "../words/respondent-words.ts";
import type { SaidActs } from "./said.ts";

const number = wholeUpTo(200);

/** What a respondent asks of the office about what it holds of them, and what the office answers. */
export const respondentActs = {
  "record-respondent-ask": {
    fact: "case.respondent-asked/1",
    says: { number, respondent: number, wants: oneOf(...respondentWants), explanation: partRef },
    beside: "nothing",
  },
  "answer-respondent-ask": {
    fact: "case.respondent-answered/1",
    says: { ask: number, became: oneOf(...askAnswers), cause: oneOf(...askCauses), explanation: partRef },
    beside: "nothing",
  },
} as const satisfies SaidActs;
