// What is owed to the person who complained, as tests give it; each may be changed in what it says.
import type { StaffCommand } from "./commands.ts";
import type { ConsentPurpose } from "./consent-words.ts";
import type { PersonFact } from "./facts.ts";
import { caseId, part, testId } from "./given.testing.ts";
import type { LaterOrder } from "./later-acts.ts";

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

const ofThePerson = { case: caseId, office: testId("office", "office") };

export const takeBack = (
  sequence: number,
  recipient = "hti-parquet",
  purpose: ConsentPurpose = "referral",
): PersonFact => ({ type: "case.consent-withdrawn/1", ...ofThePerson, sequence, purpose, recipient });
