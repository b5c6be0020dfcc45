// What a respondent asks about themselves, and what is best for a child; for the golden files of those events.
import { firstSteps, type Step } from "./case-vectors.ts";
import { explained, fairnessSteps } from "./inquiry-steps.ts";

/** Whoever is accused asks to have something put right, and somebody else of the office answers. */
export const respondentSteps: readonly Step[] = [
  ...fairnessSteps.slice(0, 7),
  {
    by: "investigator-1",
    order: { type: "record-respondent-ask", number: 1, respondent: 1, wants: "correction", ...explained(12) },
  },
  {
    by: "intake-1",
    order: { type: "answer-respondent-ask", ask: 1, became: "partly", cause: "sources-hidden", ...explained(13) },
  },
];

/** There is doubt about somebody's age: who knows how says what is best, and that nobody at home is told. */
export const interestsSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  {
    by: "intake-1",
    order: {
      ...{ type: "assess-case", rights: ["children"], class: "unclassified", forces: ["bravo"] },
      ...{ department: "dep01", month: "unknown", child: "doubt" },
    },
  },
  { by: "child-protection-1", order: { type: "assess-best-interests", guardian: "not-safe", ...explained(5) } },
];
