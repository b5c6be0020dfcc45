// The words of an inquiry (docs/specs/inquiry.md). Append only: they are stored for decades.
import { companionWords } from "./companion-words.ts";
import { consentAnswers, consentParts, consentPurposes, explainers } from "./consent-words.ts";
import { forceWords } from "./force-words.ts";
import { owedWords } from "./owed-words.ts";
import { referralWords } from "./referral-words.ts";
import { respondentWords } from "./respondent-words.ts";

/** Which way a case goes: each has its own people and its own care. */
export const tracks = ["ordinary", "sea", "child", "retaliation"] as const;
export type Track = (typeof tracks)[number];

/** Why somebody steps back from a case. */
export const recusalReasons = ["tie-to-force", "family", "nationality", "earlier-part", "other"] as const;

/** Who an allegation is against. */
export const respondentKinds = ["known-member", "described", "unit", "several-forces", "unknown", "company"] as const;
export type RespondentKind = (typeof respondentKinds)[number];

/** Who is interviewed. */
/** A `child-witness` is one, or may be. */
export const subjectKinds = ["complainant", "harmed", "witness", "respondent", "other", "child-witness"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** In which language an interview was held. */
export const spokenLanguages = ["ht", "fr", "en", "es", "sw", "other"] as const;

/** Who interpreted: nobody, somebody of the person's own choice, somebody of the office. */
export const interpreters = ["none", "own", "office"] as const;

/** Why somebody was interviewed once more. */
export const repeatReasons = [
  "first",
  "person-asked",
  "new-facts",
  "first-was-cut-short",
  "record-was-wrong",
  "other",
] as const;

/** Whom the office asks for a person, a site or a record. */
export const holdersOfEvidence = ["mission", "contributing-state", "host-authority", "other"] as const;

/** What came of asking; silence counts. */
export const evidenceAnswers = ["given", "refused", "obstructed", "none"] as const;
export type EvidenceAnswer = (typeof evidenceAnswers)[number];

/** Why two cases belong together; the last is what the other case of `retaliation-for` says. */
export const linkReasons = [
  ...["same-event", "same-respondent", "same-person", "retaliation-for", "followed-by-retaliation"],
] as const;
export type LinkReason = (typeof linkReasons)[number];

/**
 * From what side evidence came that the office took in; who it was is sealed. `working-copy` came from nobody: a desk made it of
 * a piece that lay in the case without one.
 */
export const evidenceSources = [
  ...["complainant", "witness", "mission", "contributing-state", "host-authority"],
  ...["open-source", "site", "working-copy"],
] as const;

/** How a respondent was given notice of what is said. */
export const noticeWays = ["in-hand", "by-mission", "by-state", "by-counsel"] as const;

/** Why a notice waits. */
export const waitingReasons = ["safety", "evidence-at-risk", "child-at-risk", "not-found"] as const;

/** Who spoke for a respondent. */
export const representatives = ["none", "own", "office"] as const;

/** What is found of whether it happened, and of who answers for it. */
export const verdicts = ["established", "not-established", "within-the-rules", "not-determined"] as const;
export type Verdict = (typeof verdicts)[number];

/** Why something could not be determined; `none` where it was. */
export const openReasons = [
  "none",
  "not-enough-evidence",
  "evidence-refused",
  "nobody-identified",
  "person-unreachable",
  "other",
] as const;

/** How sure whoever finds has to be. */
export const standards = ["balance-of-probabilities", "clear-and-convincing", "beyond-reasonable-doubt"] as const;

/** What a sitting decides. */
export const decisionKinds = ["findings", "inquiry", "ruling", "closure", "review"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const votes = ["for", "against", "abstain"] as const;

/** What a closure says came of the case; `none` where nothing is closed. */
export const closures = ["settled", "not-established", "not-determined", "nothing-more-possible"] as const;

/** What a review comes to. */
export const reviewOutcomes = ["upheld", "examined-anew"] as const;
export const outcomes = ["none", ...closures, ...reviewOutcomes] as const;
export type Outcome = (typeof outcomes)[number];

/** The five forms of redress. */
export const redressForms = [
  "restitution",
  "compensation",
  "rehabilitation",
  "satisfaction",
  "non-repetition",
] as const;

/** What became of a measure; silence counts. */
export const deliveries = ["delivered", "partly", "refused", "no-answer"] as const;
export type Delivery = (typeof deliveries)[number];

/** Who decided on a measure that the office can only recommend. */
export const deciders = ["mission", "contributing-state", "host-state", "office", "court", "nobody"] as const;

/** How much danger somebody is in because they spoke. */
export const dangerLevels = ["low", "raised", "high", "immediate"] as const;
export type DangerLevel = (typeof dangerLevels)[number];

/** What protects a person, and what was answered to whoever asked for it. */
export const protections = [
  "safe-contact",
  "accompaniment",
  "relocation",
  "medical-care",
  "order-to-stay-away",
  "name-protected",
  "other",
] as const;
export const protectionAnswers = ["asked", "given", "refused"] as const;

/** What help is offered; it never depends on an inquiry. */
export const supportServices = ["medical", "psychosocial", "legal", "shelter", "child-care", "money", "other"] as const;
export const supportAnswers = ["offered", "accepted", "declined", "not-to-be-had"] as const;

/** What a first look at a report of being harmed for having spoken finds. */
export const retaliationReviews = ["grounds", "no-grounds"] as const;

/** What became of telling whoever has the care of a child: only where that is safe, and the child does not stand against it. */
export const guardianAnswers = ["told", "not-yet", "not-safe", "child-against", "nobody-known"] as const;
export type GuardianAnswer = (typeof guardianAnswers)[number];

/** The words to choose from, by what an act calls them; for desks and commands. */
export const laterWords = {
  track: tracks,
  declares: ["no-tie"],
  reason: recusalReasons,
  kind: respondentKinds,
  of: subjectKinds,
  language: spokenLanguages,
  interpreter: interpreters,
  repeats: repeatReasons,
  holder: holdersOfEvidence,
  answer: evidenceAnswers,
  how: noticeWays,
  because: waitingReasons,
  represented: representatives,
  decides: decisionKinds,
  outcome: outcomes,
  vote: votes,
  level: dangerLevels,
  service: supportServices,
  offered: supportAnswers,
  delivered: deliveries,
  decidedBy: deciders,
  ...{ purpose: consentPurposes, given: consentAnswers, including: consentParts, explainer: explainers },
  ...referralWords,
  source: evidenceSources,
  finds: retaliationReviews,
  ...owedWords,
  ...respondentWords,
  ...companionWords,
  ...forceWords,
  guardian: guardianAnswers,
} as const;
