import { forumBases, forumLanguages, forumObstacles } from "@temwen/mission-pack/words";
import { listOf, oneOf, parseDigest, parsed, textLike, wholeUpTo } from "@temwen/vocabulary";
import { partRef } from "../words/part-ref.ts";
import {
  answerWays,
  beyonds,
  militaryReasons,
  overrideReasons,
  referralAnswers,
  referralAsks,
  waivers,
} from "../words/referral-words.ts";
import type { SaidActs } from "./said.ts";

const number = wholeUpTo(200);
const forum = textLike(/^[a-z][a-z0-9-]{1,31}$/);
const day = textLike(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const digest = parsed(parseDigest);

/** A case goes before a body outside the office, and what that body answers is written down. */
export const referralActs = {
  /** The person is told first; somebody else has to agree. */
  "propose-override": {
    // Only where its ground is there, and until the person says anything anew, since the second number.
    fact: "case.override-proposed/2",
    formerly: ["case.override-proposed/1"],
    says: { forum, beyond: oneOf(...overrideReasons) },
    beside: "message",
  },
  "confirm-override": { fact: "case.override-confirmed/1", says: { forum }, beside: "nothing" },
  "refer-case": {
    // A waiver is asked for where the receiver reads it, or nowhere, since the second number.
    fact: "case.referred/2",
    formerly: ["case.referred/1"],
    says: {
      number,
      forum,
      basis: listOf(oneOf(...forumBases), 4),
      obstacle: listOf(oneOf(...forumObstacles), 4),
      military: oneOf(...militaryReasons),
      waiver: oneOf(...waivers),
      /** The forum that is asked when this one does not act; `none` where there is none. */
      fallback: forum,
      asks: listOf(oneOf(...referralAsks), 5),
      language: oneOf(...forumLanguages),
      due: day,
      beyond: oneOf(...beyonds),
      /** Digest of the dossier that goes with it. */
      dossier: listOf(digest, 1),
      /** Digest of the code by which its receiver answers. */
      receipt: listOf(digest, 1),
      explanation: partRef,
    },
    beside: "message",
  },
  "record-referral-answer": {
    fact: "case.referral-answered/1",
    says: {
      referral: number,
      answered: oneOf(...referralAnswers),
      obstacle: listOf(oneOf(...forumObstacles), 1),
      on: day,
      cameBy: oneOf(...answerWays),
      /** Digest of what came over the receipt page, sealed. */
      received: listOf(digest, 1),
      explanation: partRef,
    },
    beside: "nothing",
  },
  "propose-token": {
    fact: "case.token-proposed/1",
    says: { referral: number, explanation: partRef },
    beside: "nothing",
  },
  "confirm-token": { fact: "case.token-confirmed/1", says: { referral: number }, beside: "nothing" },
} as const satisfies SaidActs;
