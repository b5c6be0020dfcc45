import { fieldsOf, oneOf, type Shape, wholeUpTo } from "@temwen/vocabulary";
import { consentRecipient } from "../acts/consent-acts.ts";
import { type ConsentPurpose, consentPurposes } from "../words/consent-words.ts";
import { type SummaryAnswer, summaryAnswers } from "../words/owed-words.ts";
import { type PartRef, partRef } from "../words/part-ref.ts";
import { type OfThePerson, ofThePerson } from "../words/person-header.ts";

// What the person signs of what the office does with their case, besides what stands in `facts.ts`.

/** The person takes back what they were written down to allow for one purpose and one recipient. */
export type ConsentWithdrawnFact = OfThePerson & {
  readonly type: "case.consent-withdrawn/1";
  readonly purpose: ConsentPurpose;
  readonly recipient: string;
};

/** Whether the person objects to what would be published. Why, they may say in a message like every other. */
export type SummaryAnsweredFact = OfThePerson & {
  readonly type: "case.summary-answered/1";
  readonly number: number;
  readonly answer: SummaryAnswer;
};

/** How the office treated them; every word and every answer of it is sealed. */
export type TreatmentToldFact = OfThePerson & { readonly type: "case.treatment-told/1"; readonly told: PartRef };

export type OwnFact = ConsentWithdrawnFact | SummaryAnsweredFact | TreatmentToldFact;

const consentWithdrawn = fieldsOf({
  type: oneOf("case.consent-withdrawn/1"),
  ...ofThePerson,
  purpose: oneOf(...consentPurposes),
  recipient: consentRecipient,
});
const summaryAnswered = fieldsOf({
  type: oneOf("case.summary-answered/1"),
  ...ofThePerson,
  number: wholeUpTo(200),
  answer: oneOf(...summaryAnswers),
});
const treatmentTold = fieldsOf({ type: oneOf("case.treatment-told/1"), ...ofThePerson, told: partRef });

/** Reads one of these. */
export const ownFactShape: Shape<OwnFact> = (value) =>
  consentWithdrawn(value) ?? summaryAnswered(value) ?? treatmentTold(value);
