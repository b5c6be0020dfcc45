import {
  type Case,
  type CaseFact,
  type EarlyFact,
  judgeSeen,
  personFactShape,
  staffStatementShape,
} from "@temwen/casework/person";
import type { Instant } from "@temwen/vocabulary";
import { sayEarly } from "./early-words.ts";
import type { Said, ShownStage, Step } from "./entries.ts";
import type { Law } from "./law.ts";

/** The law for every case, as far as the person's own part of it tells (docs/specs/casework.md). */
export const wholeLaw: Law = {
  readStatement: staffStatementShape,
  readOwn: personFactShape,
  judge: (events, directoryOf) => {
    const { theCase, lawful, unlawful } = judgeSeen(events, directoryOf);
    const codes = unlawful.map(({ index, refusal }) => ({ index, code: refusal.code }));
    return { stage: stageOf(theCase), lawful, unlawful: codes };
  },
  say: (fact, at) => sayEarly(fact, at) ?? sayLater(fact, at),
};

function stageOf({ stage }: Case): ShownStage {
  if (stage === "non-admission-proposed") return "assessed";
  return stage === "flood-proposed" ? "received" : stage;
}

/** What each kind of event from an assessment on says to the person: one sentence, something with more to it, or nothing, for it is the office's. */
const saidBy: { readonly [T in Exclude<CaseFact["type"], EarlyFact["type"]>]: Step | "more" | "nothing" } = {
  "case.opened/1": "nothing",
  "case.not-admitted/1": "stepNotAdmitted",
  "case.kept-open/1": "stepKeptOpen",
  "case.closed-as-flood/1": "stepClosedUnread",
  "case.admitted/1": "stepAdmitted",
  "case.admitted/2": "stepAdmitted",
  "case.taken/1": "stepTaken",
  "case.hearing-offered/1": "stepHearing",
  "case.findings-recommended/1": "stepRecommended",
  "case.found/1": "stepFound",
  "case.sent-back/1": "stepSentBack",
  "case.ruled/1": "stepRuled",
  "case.delivery-recorded/1": "stepDelivery",
  "case.delivery-recorded/2": "stepDelivery",
  "case.delivery-recorded/3": "stepDelivery",
  "case.clock-extended/1": "more",
  "case.delay-explained/1": "stepDelay",
  "case.closed/1": "stepClosed",
  "case.transferred/1": "stepTransferred",
  "case.review-asked/1": "reviewAsked",
  "case.review-decided/1": "stepReviewed",
  "case.consent-recorded/1": "stepConsent",
  "case.consent-withdrawn/1": "takenBack",
  "case.withdrawal-accepted/1": "stepEnded",
  "case.withdrawal-accepted/2": "stepEnded",
  "case.going-on-proposed/1": "stepGoesOnAsked",
  "case.going-on-confirmed/1": "stepGoesOn",
  "case.reopened/1": "stepReopened",
  "case.summary-shown/1": "stepSummary",
  "case.summary-answered/1": "summaryAnswered",
  "case.treatment-told/1": "treatmentTold",
  "case.pressure-checked/1": "nothing",
  "case.reopening-proposed/1": "nothing",
  "case.identity-asked/1": "nameAsked",
  "case.identity-approved/1": "nameAllowed",
  "case.identity-refused/1": "nameRefused",
  "case.identity-opened/1": "nameSeen",
  "case.non-admission-proposed/1": "nothing",
  "case.non-admission-proposed/2": "nothing",
  "case.consent-given/1": "nothing",
  "case.access-granted/1": "nothing",
  "case.rekeyed/1": "nothing",
  "case.escrow-dealt/1": "nothing",
  "case.evidence-opened/1": "nothing",
  "case.evidence-exported/1": "nothing",
  "case.erasure-proposed/1": "nothing",
  "case.erasure-proposed/2": "nothing",
  "case.erasure-proposed/3": "nothing",
  "case.erasure-confirmed/1": "nothing",
  "case.erasure-stopped/1": "nothing",
  "case.flood-proposed/1": "nothing",
  "case.erased/1": "nothing",
  "case.assigned/1": "nothing",
  "case.assigned/2": "nothing",
  "case.recused/1": "nothing",
  "case.inquiry-planned/1": "nothing",
  "case.allegation-stated/1": "nothing",
  "case.allegation-stated/2": "nothing",
  "case.interview-recorded/1": "nothing",
  "case.interview-recorded/2": "nothing",
  "case.companion-wished/1": "nothing",
  "case.companion-named/1": "nothing",
  "case.evidence-requested/1": "nothing",
  "case.evidence-requested/2": "nothing",
  "case.answer-recorded/1": "nothing",
  "case.answer-recorded/2": "nothing",
  "case.evidence-taken/1": "nothing",
  "case.transfer-proposed/1": "nothing",
  "case.transfer-proposed/2": "nothing",
  "case.linked/1": "nothing",
  "case.unlinked/1": "nothing",
  "case.safety-assessed/1": "nothing",
  "case.support-offered/1": "nothing",
  "case.retaliation-reported/1": "nothing",
  "case.retaliation-reported/2": "nothing",
  "case.decision-proposed/1": "nothing",
  "case.decision-proposed/2": "nothing",
  "case.decision-proposed/3": "nothing",
  "case.decision-withdrawn/1": "nothing",
  "case.decision-not-carried/1": "nothing",
  "case.vote-cast/1": "nothing",
  "case.respondent-notified/1": "nothing",
  "case.respondent-notified/2": "nothing",
  "case.notice-deferred/1": "nothing",
  "case.reply-recorded/1": "nothing",
  "case.respondent-asked/1": "nothing",
  "case.focal-point-notified/1": "nothing",
  "case.force-flagged/1": "nothing",
  "case.respondent-answered/1": "nothing",
  "case.best-interests-assessed/1": "nothing",
  "case.override-proposed/1": "stepOverride",
  "case.override-proposed/2": "stepOverride",
  "case.override-confirmed/1": "stepOverrideAgreed",
  "case.referred/1": "stepReferred",
  "case.referred/2": "stepReferred",
  "case.referral-answered/1": "more",
  "case.token-proposed/1": "nothing",
  "case.token-confirmed/1": "stepToken",
  "case.progress-reported/1": "nothing",
  "case.retaliation-reviewed/1": "nothing",
  "case.retaliation-reviewed/2": "nothing",
  "case.opening-proposed/1": "stepOpeningAsked",
  "case.opening-stopped/1": "stepOpeningStopped",
  "case.escrow-opened/1": "more",
  "case.danger-confirmed/1": "nothing",
  "case.opening-agreed/1": "nothing",
};

/** Why the words were opened by the shares of their key. */
const openedBecause = {
  "all-readers-gone": "stepOpenedGone",
  "readers-refuse": "stepOpenedRefused",
  "readers-unreachable": "stepOpenedUnreachable",
  "life-at-risk": "stepOpenedDanger",
} as const satisfies { readonly [because: string]: Step };

function sayLater(fact: CaseFact, at: Instant): Said | undefined {
  if (fact.type === "case.referral-answered/1") return { kind: "step", step: `answer-${fact.answered}`, at, fact };
  if (fact.type === "case.escrow-opened/1") return { kind: "step", step: openedBecause[fact.because], at, fact };
  if (fact.type === "case.clock-extended/1") return { kind: "moreTime", until: fact.until, at };
  const step = (saidBy as { readonly [type: string]: Step | "more" | "nothing" })[fact.type];
  return step && step !== "more" && step !== "nothing" ? { kind: "step", step, at, fact } : undefined;
}
