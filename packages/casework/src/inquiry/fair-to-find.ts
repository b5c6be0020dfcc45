import type { Instant } from "@temwen/vocabulary";
import type { Finding } from "../acts/fairness-acts.ts";
import { inquiryOf, type KnownCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import { againstFindings } from "./fairness.ts";

/** What stands against a finding, and against which: that somebody answers for it, or against what the person says. */
export type OpenQuestion = {
  readonly against: "respondent-answers" | "person-is-wrong";
  readonly refusal: CaseRefusal;
};

/** Of one allegation, what stands against finding it. */
export type OpenQuestions = { readonly allegation: number; readonly questions: readonly OpenQuestion[] };

/** The findings that hurt somebody: each is for the rules to refuse while that one was not heard. */
const hurting = [
  { against: "respondent-answers", happened: "established", answers: "established", why: "none" },
  { against: "person-is-wrong", happened: "not-established", answers: "not-established", why: "none" },
] as const;

/**
 * What the rules would say now to each finding that hurts somebody, allegation by allegation. They are asked, and not
 * repeated: what is told here is what `recommend-findings` and the panel's close are refused for.
 */
export function whatStandsAgainst(theCase: KnownCase, at: Instant): readonly OpenQuestions[] {
  const { allegations } = inquiryOf(theCase);
  return allegations.map((_, place) => ({
    allegation: place + 1,
    questions: hurting.flatMap(({ against, ...verdicts }) => {
      const findings = allegations.map((_one, other) =>
        other === place ? { ...neutral(other), ...verdicts } : neutral(other),
      );
      const refusal = againstFindings(theCase, findings, at);
      return refusal ? [{ against, refusal }] : [];
    }),
  }));
}

/** A finding that hurts nobody, of the allegation at a place. */
const neutral = (place: number): Finding => ({
  allegation: place + 1,
  happened: "not-determined",
  answers: "not-determined",
  why: "not-enough-evidence",
  standard: "balance-of-probabilities",
});
