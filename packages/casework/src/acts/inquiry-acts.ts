import { listOf, oneOf, textLike, wholeUpTo } from "@temwen/vocabulary";
import {
  evidenceAnswers,
  holdersOfEvidence,
  interpreters,
  repeatReasons,
  respondentKinds,
  spokenLanguages,
  subjectKinds,
} from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import { missionClasses, rights } from "../words/vocabulary.ts";
import type { SaidActs } from "./said.ts";

/** Allegations, people and questions of a case are numbered from 1; more of them than this is a mistake. */
const number = wholeUpTo(200);
const force = textLike(/^[a-z][a-z0-9-]{1,23}$/);
/** A day of the mission's calendar. */
const day = textLike(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** What whoever took the case does to find out. The words of each act are sealed: the record holds what is counted. */
export const inquiryActs = {
  /** A new plan takes the place of the one before. */
  "plan-inquiry": { fact: "case.inquiry-planned/1", says: { explanation: partRef }, beside: "nothing" },
  "state-allegation": {
    // Since the second number only a notice behind it tells the respondent of it, and only an offer behind it the person.
    fact: "case.allegation-stated/2",
    formerly: ["case.allegation-stated/1"],
    says: {
      number,
      right: oneOf(...rights),
      class: oneOf(...missionClasses),
      respondent: number,
      kind: oneOf(...respondentKinds),
      forces: listOf(force, 16),
      explanation: partRef,
    },
    beside: "nothing",
  },
  "record-interview": {
    fact: "case.interview-recorded/2",
    formerly: ["case.interview-recorded/1"],
    says: {
      subject: number,
      of: oneOf(...subjectKinds),
      language: oneOf(...spokenLanguages),
      interpreter: oneOf(...interpreters),
      repeats: oneOf(...repeatReasons),
      explanation: partRef,
    },
    beside: "nothing",
  },
  "request-evidence": {
    // By a day that is not over, since the second number.
    fact: "case.evidence-requested/2",
    formerly: ["case.evidence-requested/1"],
    says: { number, holder: oneOf(...holdersOfEvidence), due: day, explanation: partRef },
    beside: "nothing",
  },
  "record-answer": {
    // Silence is one when that day is over, since the second number.
    fact: "case.answer-recorded/2",
    formerly: ["case.answer-recorded/1"],
    says: { request: number, answer: oneOf(...evidenceAnswers), explanation: partRef },
    beside: "nothing",
  },
} as const satisfies SaidActs;
