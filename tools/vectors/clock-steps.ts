// A case in which an hour is put off, a delay told and retaliation looked at; for the golden files of those events.
import type { Instant } from "@temwen/vocabulary";
import { part, type Step } from "./case-vectors.ts";
import { inquirySteps } from "./inquiry-steps.ts";

const explained = (index: number) => ({ explanation: part(`explanation-${index}`) });

/** Behind the taking of a case. The pack of these files has no clock that may be put off; a reader takes the signer's word. */
export const clockSteps: readonly Step[] = [
  ...inquirySteps.slice(0, 6),
  {
    by: "intake-1",
    order: {
      ...{ type: "extend-clock", clock: "inquiry", due: "2027-05-03T18:04:05.678Z" as Instant },
      ...{ until: "2027-07-03T18:04:05.678Z" as Instant, ...explained(11) },
    },
  },
  {
    by: "investigator-1",
    order: { type: "explain-delay", message: part("message-out-3"), copy: part("message-copy-3") },
  },
  { by: "investigator-1", order: { type: "report-progress", ...explained(14) } },
  { by: "intake-2", order: { type: "report-retaliation", about: [], ...explained(15) } },
  { by: "intake-1", order: { type: "review-retaliation", finds: "grounds", ...explained(16) } },
];
