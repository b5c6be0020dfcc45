// A case that goes before a body outside the office, beyond what the person allows; for the golden files of those events.
import { part, type Step } from "./case-vectors.ts";
import { explained, fairnessSteps, told } from "./inquiry-steps.ts";

/** Somebody found the danger to be immediate, and two people go beyond what the person allows. */
export const overrideSteps: readonly Step[] = [
  ...fairnessSteps,
  {
    by: "intake-1",
    order: { type: "assess-safety", level: "immediate", protecting: [], ...explained(20) },
  },
  { by: "panel-1", order: { type: "propose-override", forum: "court", beyond: "imminent-danger", ...told(4) } },
];

/** Two people go beyond what the person allows, the case is referred, answered, and the answer called one for show. */
export const referralSteps: readonly Step[] = [
  ...fairnessSteps,
  { by: "panel-1", order: { type: "propose-override", forum: "court", beyond: "imminent-danger", ...told(4) } },
  { by: "panel-2", order: { type: "confirm-override", forum: "court" } },
  {
    by: "panel-1",
    order: {
      ...{ type: "refer-case", number: 1, forum: "court", basis: ["investigates-with-civil-party"] },
      ...{ obstacle: ["status-agreement-immunity"], military: "none", waiver: "asked", fallback: "none" },
      ...{ asks: ["investigate", "waive-immunity"], language: "fr", due: "2027-01-15", beyond: "imminent-danger" },
      ...{ dossier: [part("dossier").digest], receipt: [part("receipt").digest], ...explained(24), ...told(5) },
    },
  },
  {
    by: "intake-1",
    order: {
      ...{ type: "record-referral-answer", referral: 1, answered: "acknowledged", obstacle: [], on: "2026-11-04" },
      ...{ cameBy: "receipt-page", received: [part("answer").digest], ...explained(26) },
    },
  },
  { by: "panel-1", order: { type: "propose-token", referral: 1, ...explained(27) } },
  { by: "panel-2", order: { type: "confirm-token", referral: 1 } },
];
