import { fieldsOf, listOf, oneOf, parsed, parseInstant, type Shape, wholeUpTo } from "@temwen/vocabulary";
import {
  interpreters,
  noticeWays,
  openReasons,
  representatives,
  standards,
  type Verdict,
  verdicts,
  waitingReasons,
} from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

const number = wholeUpTo(200);
const hour = parsed(parseInstant);

/** What is found of one allegation: whether it happened, and, apart from that, who answers for it. */
export type Finding = {
  readonly allegation: number;
  readonly happened: Verdict;
  readonly answers: Verdict;
  /** Why one of the two could not be determined. */
  readonly why: (typeof openReasons)[number];
  readonly standard: (typeof standards)[number];
};

/** Reads findings, one for each allegation. */
export const findings: Shape<readonly Finding[]> = listOf(
  fieldsOf({
    allegation: number,
    happened: oneOf(...verdicts),
    answers: oneOf(...verdicts),
    why: oneOf(...openReasons),
    standard: oneOf(...standards),
  }),
  200,
);

/** What both sides are owed before anything is found, and what whoever examined recommends to find. */
export const fairnessActs = {
  "notify-respondent": {
    // A later notice takes no days away since the second number.
    fact: "case.respondent-notified/2",
    formerly: ["case.respondent-notified/1"],
    says: { respondent: number, how: oneOf(...noticeWays), replyBy: hour, explanation: partRef },
    beside: "nothing",
  },
  "defer-notice": {
    fact: "case.notice-deferred/1",
    says: { respondent: number, because: oneOf(...waitingReasons), until: hour, explanation: partRef },
    beside: "nothing",
  },
  "record-reply": {
    fact: "case.reply-recorded/1",
    says: {
      respondent: number,
      represented: oneOf(...representatives),
      interpreter: oneOf(...interpreters),
      explanation: partRef,
    },
    beside: "nothing",
  },
  "offer-hearing": { fact: "case.hearing-offered/1", says: {}, beside: "message" },
  "recommend-findings": {
    fact: "case.findings-recommended/1",
    says: { findings, explanation: partRef },
    beside: "grants",
  },
} as const satisfies SaidActs;
