// What is owed to the person who complained, for the golden files of those events.
import { firstSteps, grantTo, part, type Step } from "./case-vectors.ts";
import { sittingSteps } from "./inquiry-steps.ts";
import { testDigest } from "./test-keys.ts";

const explained = (index: number) => ({ explanation: part(`explanation-${index}`) });

/** Somebody writes down what the person allows for one purpose and one recipient; the person takes it back. */
export const consentSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  { asks: "more" },
  {
    by: "intake-1",
    order: {
      ...{ type: "record-consent", purpose: "recording", recipient: "none", given: "yes" },
      ...{ including: ["contact"], language: "ht", explainer: "interpreter", until: ["2027-02-28"] },
      ...explained(5),
    },
  },
  { asks: "consent-back" },
];

const told = (number: number) => ({
  message: part(`message-out-${number}`),
  copy: part(`message-copy-${number}`),
});
const letIn = (name: string, key: string, index: number): Step => ({
  by: "intake-1",
  order: { type: "grant-access", reason: "asked-to-help", grants: [grantTo(name, [key], index)] },
});
const assess: Step = {
  by: "intake-2",
  order: {
    ...{ type: "assess-case", rights: ["integrity"], class: "serious-misconduct", forces: ["bravo"] },
    ...{ department: "dep01", month: "2026-10", child: "doubt" },
  },
};

/** The person asks to stop; two people want it to go on for a child; asked again, they are let go; and they tell how it was. */
export const withdrawalSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  assess,
  letIn("child-protection-1", "story", 5),
  { asks: "withdrawal" },
  { by: "intake-1", order: { type: "propose-going-on", goesOnFor: "child", ...told(2) } },
  { by: "intake-2", order: { type: "confirm-going-on", ...explained(9) } },
  { asks: "withdrawal" },
  {
    by: "child-protection-1",
    order: { type: "check-pressure", spoke: "person", level: "raised", free: "yes", ...explained(11) },
  },
  { by: "intake-1", order: { type: "accept-withdrawal", ...told(3) } },
  { asks: "treatment" },
];

/** Behind the end: what would be published is shown and answered; new facts come, and two people take the case up again. */
export const reopeningSteps: readonly Step[] = [
  ...sittingSteps,
  { by: "intake-1", order: { type: "show-summary", number: 1, summary: testDigest("the summary"), ...told(7) } },
  { asks: "objection" },
  { by: "intake-2", order: { type: "propose-reopening", facts: "new-evidence", ...explained(44) } },
  letIn("panel-4", "story", 45),
  { by: "panel-4", order: { type: "confirm-reopening", ...told(8) } },
];
