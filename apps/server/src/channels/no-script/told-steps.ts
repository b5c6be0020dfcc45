import { type CaseFact, openingReasons, type ReferralAnswer, referralWords, type ShownFact } from "@temwen/casework";
import { type ConsentChoice, consentChoices, type Instant, neverHere } from "@temwen/vocabulary";

/** What each fact that a person may see says to them: one sentence, something with more to it, or nothing. */
const toldBy = {
  "case.received/1": "received",
  "case.acknowledged/1": "acknowledged",
  "case.message-sent/1": "message",
  "case.message-received/1": "yours",
  "case.withdrawal-asked/1": "withdrawn",
  "case.consent-changed/1": "more",
  "case.consent-recorded/1": "consent",
  "case.consent-withdrawn/1": "taken-back",
  // Behind an end that is told itself.
  "case.pressure-checked/1": "nothing",
  "case.withdrawal-accepted/1": "ended",
  "case.withdrawal-accepted/2": "ended",
  "case.going-on-proposed/1": "goes-on-asked",
  "case.going-on-confirmed/1": "goes-on",
  "case.reopening-proposed/1": "nothing",
  "case.reopened/1": "reopened",
  "case.summary-shown/1": "summary",
  "case.summary-answered/1": "summary-answered",
  "case.treatment-told/1": "treatment-told",
  "case.review-asked/1": "review-asked",
  "case.evidence-added/1": "more",
  "case.assessed/1": "assessed",
  "case.assessed/2": "assessed",
  "case.assessed/3": "assessed",
  "case.non-admission-proposed/1": "nothing",
  "case.non-admission-proposed/2": "nothing",
  "case.not-admitted/1": "not-admitted",
  "case.kept-open/1": "kept-open",
  "case.flood-proposed/1": "nothing",
  "case.closed-as-flood/1": "closed-as-flood",
  "case.identity-asked/1": "name-asked",
  "case.identity-approved/1": "name-allowed",
  "case.identity-refused/1": "name-refused",
  "case.identity-opened/1": "name-seen",
  "case.clock-missed/1": "more",
  "case.admitted/1": "admitted",
  "case.admitted/2": "admitted",
  "case.taken/1": "taken",
  "case.hearing-offered/1": "hearing",
  "case.findings-recommended/1": "recommended",
  "case.decision-proposed/1": "nothing",
  "case.decision-proposed/2": "nothing",
  "case.decision-proposed/3": "nothing",
  "case.decision-withdrawn/1": "nothing",
  "case.decision-not-carried/1": "nothing",
  "case.vote-cast/1": "nothing",
  "case.found/1": "found",
  "case.sent-back/1": "sent-back",
  "case.ruled/1": "ruled",
  "case.closed/1": "closed",
  "case.review-decided/1": "reviewed",
  "case.delivery-recorded/1": "delivery",
  "case.delivery-recorded/2": "delivery",
  "case.delivery-recorded/3": "delivery",
  "case.override-proposed/1": "override",
  "case.override-proposed/2": "override",
  "case.override-confirmed/1": "override-agreed",
  "case.referred/1": "referred",
  "case.referred/2": "referred",
  "case.referral-answered/1": "more",
  "case.token-proposed/1": "nothing",
  "case.token-confirmed/1": "token",
  "case.transfer-proposed/1": "nothing",
  "case.transfer-proposed/2": "nothing",
  "case.transferred/1": "transferred",
  "case.clock-extended/1": "more",
  "case.delay-explained/1": "delay",
  "case.opening-proposed/1": "opening-asked",
  "case.danger-confirmed/1": "nothing",
  "case.opening-stopped/1": "opening-stopped",
  "case.escrow-opened/1": "more",
} as const satisfies { readonly [T in ShownFact]: string };

type Told = Exclude<(typeof toldBy)[ShownFact], "more" | "nothing">;
type OpeningReason = (typeof openingReasons)[number];

/** What the page has a sentence for. */
export type StepKind =
  | Told
  | `choice-${ConsentChoice}`
  | `answer-${ReferralAnswer}`
  | `opened-${OpeningReason}`
  | "added"
  | "late"
  | "more-time";

/** What stands in a step's sentence: a day, or how many. */
export type ToldStep = { readonly kind: StepKind; readonly day?: Instant; readonly count?: number };

/** Every step that there can be, once, though two numbers of a fact tell it: a page that is to tell them has a sentence for each. */
export const stepKinds: readonly StepKind[] = [
  ...new Set(Object.values(toldBy).filter((told): told is Told => told !== "more" && told !== "nothing")),
  ...consentChoices.map((choice) => `choice-${choice}` as const),
  ...referralWords.answered.map((answered) => `answer-${answered}` as const),
  ...openingReasons.map((because) => `opened-${because}` as const),
  "added",
  "late",
  "more-time",
];

/** What a fact says to the person whose case it is; nothing where it is the office's, or told by another. */
export function tellStep(fact: CaseFact): ToldStep | undefined {
  const told = (toldBy as { readonly [type: string]: (typeof toldBy)[ShownFact] })[fact.type] ?? "nothing";
  if (told === "nothing") return undefined;
  return told === "more" ? tellMore(fact as MoreFact) : { kind: told };
}

type MoreType = { [T in ShownFact]: (typeof toldBy)[T] extends "more" ? T : never }[ShownFact];
type MoreFact = Extract<CaseFact, { readonly type: MoreType }>;

function tellMore(fact: MoreFact): ToldStep {
  switch (fact.type) {
    case "case.consent-changed/1":
      return { kind: `choice-${fact.choice}` };
    case "case.evidence-added/1":
      return { kind: "added", count: fact.evidence.length };
    case "case.referral-answered/1":
      return { kind: `answer-${fact.answered}` };
    case "case.escrow-opened/1":
      return { kind: `opened-${fact.because}` };
    case "case.clock-extended/1":
      return { kind: "more-time", day: fact.until };
    case "case.clock-missed/1":
      return { kind: "late", day: fact.due as Instant };
    default:
      return neverHere(fact);
  }
}
