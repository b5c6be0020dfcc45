import { fieldsOf, listOf, oneOf, parsed, parseId, type Shape } from "@temwen/vocabulary";
import {
  dangerLevels,
  guardianAnswers,
  protectionAnswers,
  protections,
  supportAnswers,
  supportServices,
} from "../words/inquiry-words.ts";
import { partRef } from "../words/part-ref.ts";
import type { SaidActs } from "./said.ts";

/** One thing that protects, and how whoever can give it answered. */
export type Protection = {
  readonly kind: (typeof protections)[number];
  readonly answer: (typeof protectionAnswers)[number];
};

const protecting: Shape<readonly Protection[]> = listOf(
  fieldsOf({ kind: oneOf(...protections), answer: oneOf(...protectionAnswers) }),
  16,
);

/** What is done so that nobody is harmed for having spoken. None of it waits for an inquiry, or for one to be wanted. */
export const protectionActs = {
  "assess-safety": {
    fact: "case.safety-assessed/1",
    says: { level: oneOf(...dangerLevels), protecting, explanation: partRef },
    beside: "nothing",
  },
  "offer-support": {
    fact: "case.support-offered/1",
    says: { service: oneOf(...supportServices), offered: oneOf(...supportAnswers) },
    beside: "nothing",
  },
  /** What is best for a child, and whether whoever has the care of the child was told. */
  "assess-best-interests": {
    fact: "case.best-interests-assessed/1",
    says: { guardian: oneOf(...guardianAnswers), explanation: partRef },
    beside: "nothing",
  },
  /** `about`: members of the office whom the person says it comes from; nobody, where it comes from elsewhere. */
  "report-retaliation": {
    // Since the second number one officer's word alone does not leave too few of the panel to decide.
    fact: "case.retaliation-reported/2",
    formerly: ["case.retaliation-reported/1"],
    says: {
      about: listOf(
        parsed((value) => parseId("staff", value)),
        8,
      ),
      explanation: partRef,
    },
    beside: "nothing",
  },
} as const satisfies SaidActs;
