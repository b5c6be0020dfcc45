import type { CaseFact } from "../facts/facts.ts";

/**
 * What is decided of a kind of fact. `forum`: only where it names this body. `evidence`: only where a piece that it names goes along.
 * `newest`: only the last of what the person chose for the whole case, which a letter says anyway. `answer`: only where it answers a
 * referral to this body. `consent`: only where it is for this body, to refer or transfer the case to it.
 */
type Decided = "goes" | "stays" | "forum" | "evidence" | "newest" | "answer" | "consent";

/** Every kind of fact, decided: a new one does not compile until it stands here. */
export const goingKinds: { readonly [T in CaseFact["type"]]: Decided } = {
  // How it began, what is alleged, and what the person and the office wrote to each other.
  "case.received/1": "goes",
  "case.opened/1": "goes",
  "case.assessed/1": "goes",
  "case.assessed/2": "goes",
  "case.assessed/3": "goes",
  "case.admitted/1": "goes",
  "case.admitted/2": "goes",
  "case.not-admitted/1": "goes",
  "case.allegation-stated/1": "goes",
  "case.allegation-stated/2": "goes",
  "case.message-received/1": "goes",
  "case.message-sent/1": "goes",

  // Evidence and its custody.
  "case.evidence-added/1": "evidence",
  "case.evidence-taken/1": "evidence",
  "case.evidence-opened/1": "evidence",
  "case.evidence-exported/1": "evidence",

  // What whoever is accused was told and said.
  "case.respondent-notified/1": "goes",
  "case.respondent-notified/2": "goes",
  "case.reply-recorded/1": "goes",

  // What was recommended, found and decided, and what became of it.
  "case.findings-recommended/1": "goes",
  "case.found/1": "goes",
  "case.ruled/1": "goes",
  "case.closed/1": "goes",
  "case.review-decided/1": "goes",
  "case.reopened/1": "goes",
  "case.delivery-recorded/1": "goes",
  "case.delivery-recorded/2": "goes",
  "case.delivery-recorded/3": "goes",

  // What the person allows, and what goes before this very body.
  "case.consent-given/1": "newest",
  "case.consent-changed/1": "newest",
  "case.consent-recorded/1": "consent",
  "case.consent-withdrawn/1": "consent",
  "case.override-proposed/1": "forum",
  "case.override-proposed/2": "forum",
  "case.override-confirmed/1": "forum",
  "case.referred/1": "forum",
  "case.referred/2": "forum",
  "case.referral-answered/1": "answer",
  "case.transfer-proposed/1": "forum",
  "case.transfer-proposed/2": "forum",
  "case.transferred/1": "forum",

  // What protects and helps the person, and whether they wanted to stop: whoever is accused may look for it here.
  "case.safety-assessed/1": "stays",
  "case.support-offered/1": "stays",
  "case.best-interests-assessed/1": "stays",
  "case.retaliation-reported/1": "stays",
  "case.retaliation-reported/2": "stays",
  "case.retaliation-reviewed/1": "stays",
  "case.retaliation-reviewed/2": "stays",
  "case.withdrawal-asked/1": "stays",
  "case.pressure-checked/1": "stays",
  "case.withdrawal-accepted/1": "stays",
  "case.withdrawal-accepted/2": "stays",
  "case.going-on-proposed/1": "stays",
  "case.going-on-confirmed/1": "stays",
  "case.companion-wished/1": "stays",
  "case.companion-named/1": "stays",
  "case.notice-deferred/1": "stays",
  "case.treatment-told/1": "stays",
  "case.hearing-offered/1": "stays",
  "case.review-asked/1": "stays",
  "case.summary-shown/1": "stays",
  "case.summary-answered/1": "stays",

  // Who was interviewed or asked for evidence, and what a respondent asked about what the office holds: a way to a source.
  "case.inquiry-planned/1": "stays",
  "case.evidence-requested/1": "stays",
  "case.evidence-requested/2": "stays",
  "case.answer-recorded/1": "stays",
  "case.answer-recorded/2": "stays",
  "case.interview-recorded/1": "stays",
  "case.interview-recorded/2": "stays",
  "case.respondent-asked/1": "stays",
  "case.respondent-answered/1": "stays",

  // A flag that only the mission may see, once it is released; other cases, and other bodies.
  "case.force-flagged/1": "stays",
  "case.focal-point-notified/1": "stays",
  "case.linked/1": "stays",
  "case.unlinked/1": "stays",
  "case.flood-proposed/1": "stays",
  "case.closed-as-flood/1": "stays",
  "case.token-proposed/1": "stays",
  "case.token-confirmed/1": "stays",

  // Who of the office reads, examines, holds a share, stepped back, or voted how; what the panel did not decide; its clocks.
  "case.acknowledged/1": "stays",
  "case.access-granted/1": "stays",
  "case.rekeyed/1": "stays",
  "case.assigned/1": "stays",
  "case.assigned/2": "stays",
  "case.taken/1": "stays",
  "case.recused/1": "stays",
  "case.escrow-dealt/1": "stays",
  "case.opening-proposed/1": "stays",
  "case.danger-confirmed/1": "stays",
  "case.opening-agreed/1": "stays",
  "case.opening-stopped/1": "stays",
  "case.escrow-opened/1": "stays",
  "case.identity-asked/1": "stays",
  "case.identity-approved/1": "stays",
  "case.identity-refused/1": "stays",
  "case.identity-opened/1": "stays",
  "case.non-admission-proposed/1": "stays",
  "case.non-admission-proposed/2": "stays",
  "case.kept-open/1": "stays",
  "case.decision-proposed/1": "stays",
  "case.decision-proposed/2": "stays",
  "case.decision-proposed/3": "stays",
  "case.vote-cast/1": "stays",
  "case.decision-withdrawn/1": "stays",
  "case.decision-not-carried/1": "stays",
  "case.sent-back/1": "stays",
  "case.reopening-proposed/1": "stays",
  "case.clock-missed/1": "stays",
  "case.clock-extended/1": "stays",
  "case.delay-explained/1": "stays",
  "case.progress-reported/1": "stays",
  "case.erasure-proposed/1": "stays",
  "case.erasure-proposed/2": "stays",
  "case.erasure-proposed/3": "stays",
  "case.erasure-confirmed/1": "stays",
  "case.erasure-stopped/1": "stays",
  "case.erased/1": "stays",
};
