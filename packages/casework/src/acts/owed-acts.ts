import { oneOf, parseDigest, parsed, wholeUpTo } from "@temwen/vocabulary";
import { dangerLevels } from "../words/inquiry-words.ts";
import { freedoms, goingOnReasons, reopeningFacts, spokenWith } from "../words/owed-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

/** What is owed to the person who complained: to stop, to be told first, to be heard anew, to read what is published. */
export const owedActs = {
  /** Somebody of protection speaks with the person before a withdrawal counts; who asked whom is in the explanation. */
  "check-pressure": {
    fact: "case.pressure-checked/1",
    says: {
      spoke: oneOf(...spokenWith),
      level: oneOf(...dangerLevels),
      free: oneOf(...freedoms),
      explanation: partRef,
    },
    beside: "nothing",
  },
  // Whoever has a tie that may bear on the case does not end it, since the second number.
  "accept-withdrawal": {
    fact: "case.withdrawal-accepted/2",
    formerly: ["case.withdrawal-accepted/1"],
    says: {},
    beside: "message",
  },
  /** The person is told first, in the message that goes with it; nothing goes on before a second person agrees. */
  "propose-going-on": {
    fact: "case.going-on-proposed/1",
    says: { goesOnFor: oneOf(...goingOnReasons) },
    beside: "message",
  },
  "confirm-going-on": { fact: "case.going-on-confirmed/1", says: { explanation: partRef }, beside: "nothing" },
  "propose-reopening": {
    fact: "case.reopening-proposed/1",
    says: { facts: oneOf(...reopeningFacts), explanation: partRef },
    beside: "nothing",
  },
  "confirm-reopening": { fact: "case.reopened/1", says: {}, beside: "message" },
  /** The message holds the summary that would be published, and nothing else; `summary` is the digest of its words. */
  "show-summary": {
    fact: "case.summary-shown/1",
    says: { number: wholeUpTo(200), summary: parsed(parseDigest) },
    beside: "message",
  },
} as const satisfies SaidActs;
