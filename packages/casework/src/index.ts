export {
  type OpeningReason,
  openingFacts,
  openingOrders,
  openingReasons,
  saidByCase,
  stoppingReasons,
} from "./acts/escrow-acts.ts";
export type { Finding } from "./acts/fairness-acts.ts";
export { addedBy, formOf, type LaterForm, type LaterOrder, laterOrders } from "./acts/later-acts.ts";
export type { Protection } from "./acts/protection-acts.ts";
export type { Measure } from "./acts/sitting-acts.ts";
export {
  barringForces,
  type Case,
  type CaseAccess,
  forcesOf,
  isOut,
  type KnownCase,
  newestKey,
  wordsKey,
} from "./case/case.ts";
export type {
  Actor,
  CaseRefusal,
  Deciding,
  Grant,
  OfficeFacts,
  OutgoingMessage,
  StaffCommand,
  Told,
} from "./case/commands.ts";
export type { CompanionWish, NamedCompanion } from "./case/companion-state.ts";
export type { PurposeConsent } from "./case/consent-state.ts";
export type { Opening } from "./case/escrow-state.ts";
export type { OpeningCaseRefusal } from "./case/opened-refusals.ts";
export {
  type Override,
  type Referral,
  type ReferralReply,
  type ReferralStanding,
  standingOf,
} from "./case/referral-state.ts";
export { mayGo, trackOf } from "./case/sea.ts";
export { isSaid } from "./clocks/clock-state.ts";
export { deadlinesOf, type RunningClock, runningClocks } from "./clocks/clocks.ts";
export {
  findPassedOn,
  type PassedOn,
  type StandingClock,
  standingClocks,
} from "./clocks/standing-clocks.ts";
export { consentOf } from "./consent/consent.ts";
export { type ConsentUse, goesBeyond } from "./consent/consent-uses.ts";
export { overrideCounts } from "./consent/grave.ts";
export { alongTo, consentFor } from "./consent/purpose-consent.ts";
export { type ExportReason, exportReasons, isCustody } from "./custody/custody.ts";
export { erasedShape } from "./erasure/erased-shape.ts";
export { dueErasure } from "./erasure/erasure.ts";
export { losesWhatIsOwed, type StillOwed, stillOwed } from "./erasure/still-owed.ts";
export { isAskedForShare, openingHours, openingTerms } from "./escrow/escrow.ts";
export { withheldParts } from "./escrow/handed-shares.ts";
export { noteOfAdded, pieceOfAdded } from "./facts/added.ts";
export { chainFacts, type PlacedStatement } from "./facts/chain.ts";
export { clockMissedShape } from "./facts/early-facts.ts";
export { type ErasedFact, type Erasure, type ErasureReason, erasureReasons } from "./facts/erasure-facts.ts";
export {
  type CaseFact,
  type ClockMissedFact,
  type Escrow,
  type PartRef,
  type PersonFact,
  personFactShape,
  type ReceivedFact,
  type StaffFact,
} from "./facts/facts.ts";
export { type FloodCases, mostAtOnce } from "./facts/flood-facts.ts";
export {
  type OpenedFact,
  type OpeningSaid,
  openedParts,
  openedShape,
  openingSaid,
  openingSaidShape,
} from "./facts/opened-fact.ts";
export { type NamedPart, partsOf } from "./facts/parts.ts";
export { type StaffStatement, type StatementHeader, staffStatementShape, stateFact } from "./facts/statements.ts";
export { firstStops } from "./history/first-stops.ts";
export { judgeHistory } from "./history/history.ts";
export { runsInto, type Witnessed } from "./history/read-acts.ts";
export { replayClocks } from "./history/replayed-clocks.ts";
export { findSigner, type SignerRefusal, type StepRefusal, type UnlawfulStep } from "./history/step-law.ts";
export { type OpenQuestion, type OpenQuestions, whatStandsAgainst } from "./inquiry/fair-to-find.ts";
export { isHeard, mustBeHeard, untoldOf } from "./inquiry/fairness.ts";
export { owesFocalPoint } from "./inquiry/joint.ts";
export { readUnit, withUnit } from "./inquiry/named-unit.ts";
export { holdersOfNewest } from "./intake/newest-key.ts";
export { staffCommandShape } from "./law/command-shapes.ts";
export { decideStaffAct } from "./law/decide.ts";
export { decidePersonAct } from "./law/decide-person.ts";
export { evolveCase, foldCase, type Happened } from "./law/evolve.ts";
export { officeFactsOf } from "./law/office-facts.ts";
export { lawfulOrders } from "./law/orders.ts";
export { listsByName, mayActOn, mayRead, queueStages } from "./law/reading.ts";
export { personOf } from "./opened/nobody-to-tell.ts";
export { againstOpeningCase, mayOpenCases } from "./opened/opening-law.ts";
export { type Publication, publicationOf } from "./owed/publishing.ts";
export { reviewUntil } from "./owed/review.ts";
export { partOfTreatment } from "./owed/treatment.ts";
export { againstOutcome } from "./panel/as-found.ts";
export { againstNotCarried, againstWithdrawal } from "./panel/coming-to-nothing.ts";
export { type DecisionWords, nameDecision } from "./panel/decision-name.ts";
export {
  type DeliveryFact,
  type FollowedMeasure,
  followMeasures,
  isDelivery,
  isProposal,
} from "./panel/follow-measures.ts";
export { isFreeSeat, seatsWithoutKey } from "./panel/keys-of-seats.ts";
export { isFree, type PanelMember, panelOf, seatsIn } from "./panel/panel.ts";
export { mustReadOn } from "./panel/reading-on.ts";
export {
  bearsReason,
  composeSections,
  publishedIn,
  readSections,
  type Section,
  type SectionName,
  sectionOf,
  withReasons,
} from "./panel/sections.ts";
export { againstSettling } from "./panel/settling.ts";
export { kindsAt, outcomesOf, tallyToClose } from "./panel/sitting.ts";
export type { Tally } from "./panel/tally.ts";
export { readCame, spellCame } from "./referral/came-answers.ts";
export { stepsGoingOut } from "./referral/going-out.ts";
export { nextForum } from "./referral/next-forum.ts";
export { type BriefReferral, readReferrals, spellReferrals } from "./referral/referral-brief.ts";
export { saidOfForum } from "./referral/referrals.ts";
export { inHandsOf } from "./seen/in-hand.ts";
export { isEarly } from "./seen/judge-early.ts";
export { mayKnowOf, tellRow } from "./seen/row-law.ts";
export { type ShownFact, seenByPerson } from "./seen/seen.ts";
export { briefCase, type CaseInBrief } from "./seen/summary.ts";
export { counterReason, isApart, teamOf } from "./taking-in/links.ts";
export { type Vault, vaultEnds } from "./vault/vault.ts";
export { type IdentityReason, identityReasons } from "./vault/vault-facts.ts";
export { type Attribution, attributionOf, attributions } from "./words/attribution.ts";
export { type ConsentAnswer, type ConsentPart, type ConsentPurpose, consentPurposes } from "./words/consent-words.ts";
export {
  type DecisionKind,
  type LinkReason,
  laterWords,
  linkReasons,
  openReasons,
  protectionAnswers,
  protections,
  redressForms,
  standards,
  verdicts,
} from "./words/inquiry-words.ts";
export { type HandedOverBasis, handedOverBases, type OpenedBecause, openedBecause } from "./words/opened-words.ts";
export {
  type AnswerOverPage,
  answersOverPage,
  answersWithReason,
  type ReferralAnswer,
  referralAsks,
  referralWords,
} from "./words/referral-words.ts";
export {
  type AccessReason,
  accessReasons,
  type MissionClass,
  missionClasses,
  type NonAdmissionReason,
  nonAdmissionReasons,
  type Right,
  rights,
} from "./words/vocabulary.ts";
