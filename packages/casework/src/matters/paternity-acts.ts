import { oneOf, textLike, wholeUpTo } from "@temwen/vocabulary";
import type { SaidActs } from "../acts/said.ts";
import { mostErasureDays } from "../facts/erasure-facts.ts";
import { partRef } from "../words/part-ref.ts";
import { addressee, day, opening } from "./shared-acts.ts";
import {
  answers,
  claimants,
  consents,
  custodies,
  endings,
  erasing,
  payments,
  recognitions,
  sampled,
  sampleHolders,
} from "./words.ts";

const month = textLike(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Samples are numbered from 1; more of them than this is a mistake. */
const number = wholeUpTo(50);

/** A claim of paternity and child support: open until the child is of age. Nothing of it is ever public. */
export const paternityActs = {
  /** The declaration that is signed: whoever it is made for wants it. */
  "make-claim": {
    fact: "paternity.claimed/1",
    says: { claimant: oneOf(...claimants), majority: month, declares: oneOf("wanted"), ...opening },
    beside: "nothing",
  },
  "record-sample-consent": {
    fact: "paternity.consent-recorded/1",
    says: { of: oneOf(...sampled), given: oneOf(...consents), explanation: partRef },
    beside: "nothing",
  },
  "record-sample": {
    fact: "paternity.sample-recorded/1",
    says: {
      number,
      of: oneOf(...sampled),
      custody: oneOf(...custodies),
      holder: oneOf(...sampleHolders),
      explanation: partRef,
    },
    beside: "nothing",
  },
  "ask-state": {
    fact: "paternity.state-asked/1",
    says: { to: addressee, answerDue: day },
    beside: "nothing",
  },
  "record-state-answer": {
    fact: "paternity.state-answered/1",
    says: { answer: oneOf(...answers), explanation: partRef },
    beside: "nothing",
  },
  "record-recognition": {
    fact: "paternity.recognition-recorded/1",
    says: { recognised: oneOf(...recognitions), explanation: partRef },
    beside: "nothing",
  },
  "record-payment": {
    fact: "paternity.payment-recorded/1",
    says: { month, paid: oneOf(...payments), explanation: partRef },
    beside: "nothing",
  },
  /** Whoever it was made for wants it no more, and somebody of the office has asked whether anybody presses them. */
  "record-claim-withdrawal": {
    fact: "paternity.withdrawal-recorded/1",
    says: { declares: oneOf("asked-about-pressure"), explanation: partRef },
    beside: "nothing",
  },
  // Whoever wrote down that paternity was ruled out does not close it for that, since the second number.
  "close-claim": {
    fact: "paternity.closed/2",
    formerly: ["paternity.closed/1"],
    says: { reason: oneOf(...endings), explanation: partRef },
    beside: "nothing",
  },
  /** Whoever it was made for has been told what goes, when, and who keeps a copy. */
  "propose-claim-erasure": {
    fact: "paternity.erasure-proposed/1",
    says: { reason: oneOf(...erasing), declares: oneOf("told") },
    beside: "nothing",
  },
  "confirm-claim-erasure": {
    fact: "paternity.erasure-confirmed/1",
    says: { days: wholeUpTo(mostErasureDays) },
    beside: "nothing",
  },
  "stop-claim-erasure": { fact: "paternity.erasure-stopped/1", says: {}, beside: "nothing" },
} as const satisfies SaidActs;
