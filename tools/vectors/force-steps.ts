// A case that shows a use of force which nobody reported; for the golden file of that flag.
import type { Step } from "./case-vectors.ts";
import { explained, inquirySteps } from "./inquiry-steps.ts";

/** Whoever examines sets the flag. */
export const forceSteps: readonly Step[] = [
  ...inquirySteps.slice(0, 7),
  { by: "investigator-1", order: { type: "flag-force", force: "not-reported", ...explained(12) } },
];
