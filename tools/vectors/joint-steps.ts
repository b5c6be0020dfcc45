// A contingent together with a private company; for the golden file of the notice that this owes.
import { firstSteps, type Step } from "./case-vectors.ts";
import { explained } from "./inquiry-steps.ts";

/** The person allows an inquiry, somebody looks at the danger, and the United Nations' due-diligence focal point is told. */
export const jointSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  { asks: "more" },
  {
    by: "intake-2",
    order: {
      ...{ type: "assess-case", rights: ["integrity"], class: "serious-misconduct" },
      ...{ forces: ["bravo", "private-company"], department: "dep01", month: "2026-10", child: "no" },
    },
  },
  { by: "intake-1", order: { type: "assess-safety", level: "raised", protecting: [], ...explained(6) } },
  { by: "intake-1", order: { type: "notify-focal-point", ...explained(7) } },
];
