import type { Finding } from "../acts/fairness-acts.ts";
import type { CaseRefusal } from "../case/commands.ts";
import type { Outcome, Verdict } from "../words/inquiry-words.ts";

/** What an outcome says of what happened, where it says anything. */
const saidBy: { readonly [O in Outcome]?: readonly Verdict[] } = {
  "not-established": ["not-established", "within-the-rules"],
  "not-determined": ["not-determined"],
};

/**
 * A case ends as it was found: nobody to whom something happened, whoever answers for it, reads that nothing did. So what the outcome says
 * was found of one allegation at least, and of none that it happened. What was settled, and that nothing more is possible, says nothing of it.
 */
export function againstOutcome(findings: readonly Finding[], outcome: Outcome): CaseRefusal | undefined {
  const said = saidBy[outcome];
  if (!said) return undefined;
  const isOtherwise = findings.some(({ happened }) => happened === "established");
  return isOtherwise || !findings.some(({ happened }) => said.includes(happened))
    ? { code: "outcome-misfit" }
    : undefined;
}
