import { hybridRecipient, type Role } from "@temwen/office";
import {
  childAnswers,
  consentChoices,
  fieldsOf,
  listOf,
  oneOf,
  parseDigest,
  parsed,
  parseId,
  type Shape,
  type Shaped,
  textLike,
  wholeUpTo,
} from "@temwen/vocabulary";
import { partName, partRef } from "../words/part-ref.ts";
import { ofThePerson } from "../words/person-header.ts";
import { missionClasses, rights } from "../words/vocabulary.ts";

// How the facts are read that stand in a case until it is assessed. Apart from the others, because a phone that opens a
// mailbox reads these first and mostly no others (docs/specs/pages.md).

const digest = parsed(parseDigest);
const shortId = textLike(/^[a-z][a-z0-9-]{1,23}$/);

/** Shares of the story's key, and who holds them. */
export const escrowShape = fieldsOf({
  threshold: wholeUpTo(5),
  shares: listOf(
    fieldsOf({ part: partName, digest, holder: parsed((value) => parseId("staff", value)), commitment: digest }),
    5,
  ),
});

const assessment = {
  rights: listOf(oneOf(...rights), 11),
  class: oneOf(...missionClasses),
  forces: listOf(shortId, 16),
  department: shortId,
  month: textLike(/^(\d{4}-(0[1-9]|1[0-2])|unknown)$/),
  child: oneOf(...childAnswers),
} as const;

/** Those that staff sign, without their header. */
export const earlyStaffFields = {
  "case.acknowledged/1": { escrow: escrowShape },
  "case.message-sent/1": {
    to: textLike(/^[A-Za-z0-9+/]{43}=$/),
    number: wholeUpTo(1e6),
    message: partRef,
    copy: partRef,
  },
  "case.assessed/1": assessment,
  // Whoever has a tie that may bear on a case does not say what it is, since the second number.
  "case.assessed/2": assessment,
  // Whom a case was ever said to be about bars for good, since the third.
  "case.assessed/3": assessment,
} as const;

/** Where words are sealed to from now on. Nothing of it is shown; whoever writes a message reads it. */
export const rekeyedFields = {
  "case.rekeyed/1": { recipient: hybridRecipient, key: textLike(/^words-[1-9]\d?$/) },
} as const;

/** Who may give a case another key. */
export const whoRekeys: readonly Role[] = ["intake", "investigator"];

/** Those that the person signs. */
const ofPerson = [
  fieldsOf({ type: oneOf("case.message-received/1"), ...ofThePerson, message: partRef }),
  fieldsOf({ type: oneOf("case.withdrawal-asked/1"), ...ofThePerson }),
  fieldsOf({ type: oneOf("case.consent-changed/1"), ...ofThePerson, choice: oneOf(...consentChoices) }),
  fieldsOf({
    type: oneOf("case.evidence-added/1"),
    ...ofThePerson,
    note: partRef,
    evidence: listOf(fieldsOf({ part: partName, digest, size: wholeUpTo(1e9) }), 8),
  }),
] as const;

/** Reads one that the person signs. */
export const earlyPersonShape: Shape<Shaped<(typeof ofPerson)[number]>> = (value) => {
  for (const shape of ofPerson) {
    const fact = shape(value);
    if (fact) return fact;
  }
  return undefined;
};

/** The one that the server signs. */
export const clockMissedShape = fieldsOf({
  type: oneOf("case.clock-missed/1"),
  case: ofThePerson.case,
  office: ofThePerson.office,
  clock: textLike(/^[a-z][a-z-]{1,31}$/),
  due: textLike(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
});
