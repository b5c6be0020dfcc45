import { fieldsOf, listOf, oneOf, parseDigest, parsed, type Shape, textLike, wholeUpTo } from "@temwen/vocabulary";
import { deciders, decisionKinds, deliveries, outcomes, redressForms, votes } from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import { findings } from "./fairness-acts.ts";
import type { SaidActs } from "./said.ts";

const number = wholeUpTo(200);
const digest = parsed(parseDigest);

/** One thing that is to be made good: in which form, by whom, until which day. */
export type Measure = {
  readonly number: number;
  readonly form: (typeof redressForms)[number];
  /** `mission`, `host-state`, `office`, or `contributing-state:` and the id of a force. */
  readonly bearer: string;
  readonly due: string;
};

/** Reads measures, numbered from 1. */
export const measures: Shape<readonly Measure[]> = listOf(
  fieldsOf({
    number,
    form: oneOf(...redressForms),
    bearer: textLike(/^(mission|host-state|office|contributing-state:[a-z][a-z0-9-]{1,23})$/),
    due: textLike(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  }),
  50,
);

/** The panel decides by votes that each member signs: over what, and by which words, is proposed first. */
export const sittingActs = {
  "propose-decision": {
    // Since the second number nothing closes as settled without a ruling that was answered, and no measure takes the number of another.
    // Since the third a case ends as it was found, and a measure is due by a day that is not over.
    fact: "case.decision-proposed/3",
    formerly: ["case.decision-proposed/1", "case.decision-proposed/2"],
    says: {
      sitting: number,
      decides: oneOf(...decisionKinds),
      findings,
      measures,
      outcome: oneOf(...outcomes),
      /** Digest of the published reason, where the panel finds otherwise than was recommended. */
      published: listOf(digest, 1),
      explanation: partRef,
    },
    beside: "nothing",
  },
  "withdraw-decision": { fact: "case.decision-withdrawn/1", says: { sitting: number }, beside: "nothing" },
  /** What was refused is over, and something else may be proposed. It decides nothing: nobody is told, and everything stays as it was. */
  "close-not-carried": { fact: "case.decision-not-carried/1", says: { sitting: number }, beside: "nothing" },
  "cast-vote": {
    fact: "case.vote-cast/1",
    says: { sitting: number, decision: digest, vote: oneOf(...votes), dissent: listOf(partRef, 1) },
    beside: "nothing",
  },
  /** What became of a measure; the office recommends, and others decide. */
  "record-delivery": {
    // Since the second number a refusal has a reason, somebody decided what was done, and nobody with a hand in the case denies it for the office.
    // Since the third silence is one when the day is over, and of what is done in part the public reads why not all.
    fact: "case.delivery-recorded/3",
    formerly: ["case.delivery-recorded/1", "case.delivery-recorded/2"],
    says: {
      measure: number,
      delivered: oneOf(...deliveries),
      decidedBy: oneOf(...deciders),
      published: listOf(digest, 1),
      explanation: partRef,
    },
    /** The pieces of evidence of this case that show it, by the digests they were announced with. */
    adds: { shownBy: listOf(digest, 8) },
    beside: "nothing",
  },
} as const satisfies SaidActs;

/** What every decided fact says of how it was decided: the sitting, what was voted on, and the votes that counted. */
const decided = { sitting: number, decision: digest, votes: listOf(digest, 16) };

/** The facts that the close of a sitting gives, by what it decided. */
export const decidedFields = {
  "case.found/1": { ...decided, findings, published: listOf(digest, 1) },
  "case.sent-back/1": decided,
  "case.ruled/1": { ...decided, measures },
  "case.closed/1": { ...decided, outcome: oneOf(...outcomes) },
  "case.review-decided/1": { ...decided, outcome: oneOf(...outcomes) },
} as const;
