import { oneOf, textLike } from "@temwen/vocabulary";
import type { SaidActs } from "../acts/said.ts";
import { partRef } from "../words/part-ref.ts";
import { addressee, day, opening, publicText } from "./shared-acts.ts";
import { announcings, answers, callingOff, entries, sites } from "./words.ts";

/** A monitoring visit: planned, made or called off, reported to everybody, answered. */
export const visitActs = {
  "plan-visit": {
    fact: "visit.planned/1",
    says: {
      announced: oneOf(...announcings),
      site: oneOf(...sites),
      department: textLike(/^[a-z][a-z0-9-]{1,23}$/),
      day,
      ...opening,
    },
    beside: "nothing",
  },
  "record-visit": {
    fact: "visit.made/1",
    says: { day, entry: oneOf(...entries), explanation: partRef },
    beside: "nothing",
  },
  "call-off-visit": {
    fact: "visit.called-off/1",
    says: { reason: oneOf(...callingOff), explanation: partRef },
    beside: "nothing",
  },
  "report-visit": {
    fact: "visit.reported/1",
    says: { to: addressee, answerDue: day, text: publicText, declares: oneOf("reveals-nobody") },
    beside: "nothing",
  },
  "record-visit-answer": {
    fact: "visit.answered/1",
    says: { answer: oneOf(...answers), explanation: partRef },
    beside: "nothing",
  },
} as const satisfies SaidActs;
