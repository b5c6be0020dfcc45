import type { Finding } from "../acts/fairness-acts.ts";
import type { CaseRefusal } from "../case/commands.ts";
import type { Outcome } from "../words/inquiry-words.ts";

/** Somebody answers for what happened. */
const isProven = ({ happened, answers }: Finding): boolean => happened === "established" && answers === "established";

const isOpen = ({ happened, answers }: Finding): boolean =>
  happened === "not-determined" || answers === "not-determined";

/** Whether something was found not to have happened, to have been within the rules, or somebody not to answer for it. */
const isAgainst = ({ happened, answers }: Finding): boolean =>
  [happened, answers].some((verdict) => verdict === "not-established" || verdict === "within-the-rules");

/**
 * A case ends as it was found: nobody reads that nothing was established where something was. What was settled, and that nothing more is
 * possible, follows from no finding.
 */
export function againstOutcome(findings: readonly Finding[], outcome: Outcome): CaseRefusal | undefined {
  const isOf = { "not-established": isAgainst, "not-determined": isOpen }[outcome as string];
  if (!isOf) return undefined;
  return findings.some(isProven) || !findings.some(isOf) ? { code: "outcome-misfit" } : undefined;
}
