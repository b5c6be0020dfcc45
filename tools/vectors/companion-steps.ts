// Who interprets for somebody; for the golden files of those events, and of an interview as it is recorded now.
import type { Step } from "./case-vectors.ts";
import { explained, inquirySteps } from "./inquiry-steps.ts";

const whom = { subject: 1, of: "complainant" } as const;

/** The person is asked whom they want, somebody of the office is named, and the interview is held with her. */
export const companionSteps: readonly Step[] = [
  ...inquirySteps.slice(0, 6),
  { by: "investigator-1", order: { type: "record-companion-wish", ...whom, as: "interpreter", wishes: "woman" } },
  {
    by: "investigator-1",
    order: {
      ...{ type: "name-companion", ...whom, as: "interpreter", chosenBy: "office" },
      ...{ sex: "woman", ties: ["alfa"], ...explained(12) },
    },
  },
  {
    by: "investigator-1",
    order: {
      ...{ type: "record-interview", ...whom, language: "sw", interpreter: "office" },
      ...{ repeats: "first", ...explained(13) },
    },
  },
];
