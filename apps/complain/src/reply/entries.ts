import type { Case, CaseFact, ReferralAnswer } from "@temwen/casework/person";
import type { ConsentChoice, Instant } from "@temwen/vocabulary";

/**
 * One line of what the person sees, and the place of its event in the case. An entry that nobody vouches for, or that the law
 * does not know, has no words.
 */
export type Entry = Said & { readonly index: number };

/** What a line says, without its place. */
export type Said = { readonly at: Instant } & (
  | { readonly kind: "step"; readonly step: Step; readonly fact: CaseFact }
  | { readonly kind: "late"; readonly due: string }
  /** More time was given to what is owed: until when. */
  | { readonly kind: "moreTime"; readonly until: string }
  | { readonly kind: "office"; readonly text: string }
  | { readonly kind: "mine" }
  | { readonly kind: "choice"; readonly choice: ConsentChoice; readonly fact: CaseFact }
  | { readonly kind: "added"; readonly count: number }
  | { readonly kind: "unverified" }
  | { readonly kind: "unlawful"; readonly code: string }
);

/** The events that are told in one sentence, by its name in the catalogues. */
export type Step =
  | "stepReceived"
  | "stepAcknowledged"
  | "stepAssessed"
  | "stepNotAdmitted"
  | "stepKeptOpen"
  | "stepClosedUnread"
  | "withdrawn"
  | "stepAdmitted"
  | "stepTaken"
  | "stepHearing"
  | "stepRecommended"
  | "stepFound"
  | "stepRuled"
  | "stepDelivery"
  | "stepDelay"
  | "stepClosed"
  | "stepTransferred"
  | "reviewAsked"
  | "stepReviewed"
  | "stepSentBack"
  | "stepConsent"
  | "takenBack"
  | "stepOpeningAsked"
  | "stepOpeningStopped"
  | "stepOpenedGone"
  | "stepOpenedRefused"
  | "stepOpenedUnreachable"
  | "stepOpenedDanger"
  | "stepEnded"
  | "stepGoesOnAsked"
  | "stepGoesOn"
  | "stepReopened"
  | "stepSummary"
  | "summaryAnswered"
  | "treatmentTold"
  | "nameAsked"
  | "nameAllowed"
  | "nameRefused"
  | "nameSeen"
  | "stepOverride"
  | "stepOverrideAgreed"
  | "stepReferred"
  | "stepToken"
  /** What the body answered to which the case was referred. */
  | `answer-${ReferralAnswer}`;

/** A message of the office as a person reads it: the mark of a published reason is for programs (docs/specs/inquiry.md). */
export const asRead = (message: string): string => message.replace(/^§ published\n/gm, "");

/** The sentence of an entry, by its name in the catalogues. */
export function sentenceOf(
  entry: Entry,
): Step | Exclude<Entry["kind"], "step" | "mine" | "choice"> | "yours" | "choiceChanged" {
  if (entry.kind === "step") return entry.step;
  if (entry.kind === "choice") return "choiceChanged";
  return entry.kind === "mine" ? "yours" : entry.kind;
}

/** The words of what a person allows, by their name in the catalogues. */
export const nameOfChoice = (choice: ConsentChoice): `choice-${ConsentChoice}` => `choice-${choice}`;

/** A case as the person sees it: line by line, and where it stands now. */
export type Shown = { readonly entries: readonly Entry[]; readonly stage: ShownStage };

/** A proposal that nobody has decided on is the office's: until then the case is as it was before. */
export type ShownStage = Exclude<Case["stage"], "non-admission-proposed" | "flood-proposed">;

const endings: readonly Step[] = ["stepNotAdmitted", "stepClosed", "stepEnded", "stepTransferred"];

const lastOf = ({ entries }: Shown, steps: readonly Step[]): number =>
  entries.map((entry) => entry.kind === "step" && steps.includes(entry.step)).lastIndexOf(true);

/** Whether the case has ended, and since then the person has not done this. */
const isAtEndWithout = (shown: Shown, step: Step): boolean =>
  ["not-admitted", "closed", "withdrawn", "transferred"].includes(shown.stage) &&
  lastOf(shown, [step]) < lastOf(shown, endings);

/** Whether the case has ended and nobody was asked yet to look at that end again. */
export const mayAskReview = (shown: Shown): boolean => isAtEndWithout(shown, "reviewAsked");

/** What the person may read or answer of what the office does with their case; each is a door of the mailbox. */
export function doorsOf(shown: Shown): { readonly [D in "decided" | "allowed" | "summary" | "treated"]: boolean } {
  const isThere = (...steps: readonly Step[]): boolean => lastOf(shown, steps) >= 0;
  return {
    decided: isThere("stepNotAdmitted", "stepFound", "stepRuled", "stepClosed", "stepReviewed"),
    allowed: isThere("stepConsent"),
    summary: isThere("stepSummary"),
    treated: isAtEndWithout(shown, "treatmentTold"),
  };
}
