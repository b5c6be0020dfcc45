// What is owed to the person who complained, for the golden files of those events.
import { firstSteps, part, type Step } from "./case-vectors.ts";

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
