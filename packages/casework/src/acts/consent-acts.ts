import { listOf, oneOf, type Shape, textLike } from "@temwen/vocabulary";
import { consentAnswers, consentParts, consentPurposes, explainers } from "../words/consent-words.ts";
import { spokenLanguages } from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

/** Towards whom: the id of a forum of the pack, another word, or `none` where nobody outside gets anything. */
export const consentRecipient: Shape<string> = textLike(/^[a-z][a-z0-9-]{1,47}$/);

/** What somebody of the office heard the person allow, or not, for one purpose and one recipient. */
export const consentActs = {
  "record-consent": {
    fact: "case.consent-recorded/1",
    says: {
      purpose: oneOf(...consentPurposes),
      recipient: consentRecipient,
      given: oneOf(...consentAnswers),
      including: listOf(oneOf(...consentParts), 3),
      language: oneOf(...spokenLanguages),
      explainer: oneOf(...explainers),
      /** The last day on which it counts; none where the person set no end. */
      until: listOf(textLike(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), 1),
      explanation: partRef,
    },
    beside: "nothing",
  },
} as const satisfies SaidActs;
