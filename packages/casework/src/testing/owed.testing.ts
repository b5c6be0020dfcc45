// What is owed to the person who complained, as tests give it; each may be changed in what it says.

import type { LaterOrder } from "../acts/later-acts.ts";
import type { StaffCommand } from "../case/commands.ts";
import type { PersonFact } from "../facts/facts.ts";
import type { ConsentPurpose } from "../words/consent-words.ts";
import type { GoingOnReason, SummaryAnswer } from "../words/owed-words.ts";
import { caseAfter, toAssessedBravo } from "./beginnings.testing.ts";
import {
  asha,
  askReview,
  caseId,
  digestOf,
  elsa,
  gerda,
  grantTo,
  hugo,
  letIn,
  otto,
  part,
  paula,
  type Step,
  testId,
  withdraw,
} from "./given.testing.ts";
import { assign, closeSitting, decisionIn, proposeDecision, take, vote } from "./later.testing.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;

export const recordConsent = (change: Partial<Order<"record-consent">> = {}): StaffCommand => ({
  type: "record-consent",
  purpose: "referral",
  recipient: "hti-parquet",
  given: "yes",
  including: ["evidence"],
  language: "ht",
  explainer: "officer",
  until: [],
  explanation: part("explanation"),
  ...change,
});

const told = { message: part("reply"), copy: part("copy") };
const explanation = part("explanation");

export const checkPressure = (change: Partial<Order<"check-pressure">> = {}): StaffCommand => ({
  type: "check-pressure",
  spoke: "person",
  level: "low",
  free: "yes",
  explanation,
  ...change,
});
export const acceptWithdrawal = (): StaffCommand => ({ type: "accept-withdrawal", ...told });
export const proposeGoingOn = (goesOnFor: GoingOnReason = "imminent-danger"): StaffCommand => ({
  type: "propose-going-on",
  goesOnFor,
  ...told,
});
export const confirmGoingOn = (): StaffCommand => ({ type: "confirm-going-on", explanation });
export const proposeReopening = (change: Partial<Order<"propose-reopening">> = {}): StaffCommand => ({
  type: "propose-reopening",
  facts: "new-evidence",
  explanation,
  ...change,
});
export const confirmReopening = (): StaffCommand => ({ type: "confirm-reopening", ...told });
export const showSummary = (number = 1): StaffCommand => ({
  type: "show-summary",
  number,
  summary: digestOf(`summary ${number}`),
  ...told,
});

/** About the force called bravo: the person asked to stop, was found free, and was let go. */
export const toWithdrawn: readonly Step[] = [
  ...toAssessedBravo,
  [asha, letIn(grantTo(gerda, "support"))],
  withdraw(1),
  [gerda, checkPressure()],
  [asha, acceptWithdrawal()],
];

const ofThePerson = { case: caseId, office: testId("office", "office") };

export const takeBack = (
  sequence: number,
  recipient = "hti-parquet",
  purpose: ConsentPurpose = "referral",
): PersonFact => ({ type: "case.consent-withdrawn/1", ...ofThePerson, sequence, purpose, recipient });
export const answerSummary = (sequence: number, answer: SummaryAnswer, number = 1): PersonFact => ({
  type: "case.summary-answered/1",
  ...ofThePerson,
  sequence,
  number,
  answer,
});
export const tellTreatment = (sequence: number): PersonFact => ({
  type: "case.treatment-told/1",
  ...ofThePerson,
  sequence,
  told: part(`treatment-in-${sequence}`),
});

export const proposeTransfer = (recipient = "hti-opc"): StaffCommand => ({
  type: "propose-transfer",
  recipient,
  dossier: digestOf("dossier"),
  agreed: "no-re-interview",
  explanation: part("explanation"),
});
export const confirmTransfer = (recipient = "hti-opc"): StaffCommand => ({
  type: "confirm-transfer",
  recipient,
  ...told,
});
export const allowTransfer = (recipient = "hti-opc"): StaffCommand => recordConsent({ purpose: "transfer", recipient });

export const letInReserve: readonly Step[] = [elsa, otto, paula].map(
  (one): Step => [asha, letIn(grantTo(one, "story"))],
);

/** The number of the sitting that follows these steps. */
export const nextSitting = (steps: readonly Step[]): number => (caseAfter(...steps).sittings ?? 0) + 1;

export const proposeReview = (end: readonly Step[], outcome: "upheld" | "examined-anew"): StaffCommand =>
  proposeDecision({ sitting: nextSitting(end), decides: "review", findings: [], outcome });

/** Hugo examines what came back: nobody who examined it before a review sent it back is given it. */
export const toHugo: readonly Step[] = [
  [asha, assign({ to: hugo.id, grants: [grantTo(hugo, "story")] })],
  [hugo, take()],
];

/** The person asks for a review as their next act, and the reserve decides: a proposal, three votes, the close. */
export function reviewed(end: readonly Step[], outcome: "upheld" | "examined-anew"): readonly Step[] {
  const asked = askReview(caseAfter(...end).sequence + 1);
  const open: readonly Step[] = [...end, asked, ...letInReserve, [elsa, proposeReview(end, outcome)]];
  const sitting = nextSitting(end);
  const cast = [elsa, otto, paula].map((one): Step => [one, vote(decisionIn(open), { sitting })]);
  return [...open, ...cast, [elsa, closeSitting(sitting)]];
}
