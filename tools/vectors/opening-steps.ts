// What the office takes in, opens and joins by itself; for the golden files of those events.
import { sealedSize } from "@temwen/sealing/inspect";
import { firstSteps, part, type Step } from "./case-vectors.ts";
import { inquirySteps } from "./inquiry-steps.ts";
import { staffIdOf } from "./office-vectors.ts";
import { testDigest, testId } from "./test-keys.ts";

/** Evidence that answers what the office asked for, handed over by the mission. */
export const takenSteps: readonly Step[] = [
  ...inquirySteps.slice(0, 10),
  {
    by: "investigator-1",
    order: {
      type: "take-evidence",
      number: 1,
      source: "mission",
      request: [1],
      note: part("taken-in-1"),
      evidence: [1, 2].map((n) => ({ ...part(`taken-1-${n}`), size: sealedSize(262_144) })),
      explanation: part("explanation-15"),
    },
  },
];

const other = testId("case", "another case");

/** A case of retaliation for another, which somebody else has; and that it was a mistake. */
export const linkSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  {
    by: "intake-1",
    order: {
      ...{ type: "link-case", other, reason: "retaliation-for", team: [staffIdOf("investigator-1")] },
      explanation: part("explanation-4"),
    },
  },
  { by: "intake-2", order: { type: "unlink-case", other, explanation: part("explanation-5") } },
];

/** The person wants another office to go on with it, and two people of this one hand it over. */
export const transferSteps: readonly Step[] = [
  ...inquirySteps.slice(0, 1),
  ...inquirySteps.slice(2, 3),
  {
    by: "intake-1",
    order: {
      ...{ type: "record-consent", purpose: "transfer", recipient: "hti-opc", given: "yes", including: ["evidence"] },
      ...{ language: "ht", explainer: "officer", until: [], explanation: part("explanation-5") },
    },
  },
  {
    by: "intake-1",
    order: {
      ...{ type: "propose-transfer", recipient: "hti-opc", dossier: testDigest("dossier"), agreed: "no-re-interview" },
      explanation: part("explanation-6"),
    },
  },
  {
    by: "intake-2",
    order: {
      ...{ type: "confirm-transfer", recipient: "hti-opc" },
      ...{ message: part("message-out-2"), copy: part("message-copy-2") },
    },
  },
];
