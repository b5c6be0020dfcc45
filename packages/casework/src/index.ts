export { runsInto, type Witnessed } from "./acts.ts";
export { noteOfAdded, pieceOfAdded } from "./added.ts";
export { type Case, type CaseAccess, forcesOf, isOut, type KnownCase, newestKey, wordsKey } from "./case.ts";
export { chainFacts, type PlacedStatement } from "./chain.ts";
export { isSaid } from "./clock-state.ts";
export { deadlinesOf, type RunningClock, runningClocks } from "./clocks.ts";
export { staffCommandShape } from "./command-shapes.ts";
export type { Actor, CaseRefusal, Deciding, Grant, OfficeFacts, StaffCommand } from "./commands.ts";
export { consentOf } from "./consent.ts";
export type { PurposeConsent } from "./consent-state.ts";
export { type ConsentUse, goesBeyond } from "./consent-uses.ts";
export { type ConsentAnswer, type ConsentPart, type ConsentPurpose, consentPurposes } from "./consent-words.ts";
export { type ExportReason, exportReasons, isCustody } from "./custody.ts";
export { decideStaffAct } from "./decide.ts";
export { decidePersonAct } from "./decide-person.ts";
export { type DecisionWords, nameDecision } from "./decision-name.ts";
export { erasedShape } from "./erased-shape.ts";
export { dueErasure } from "./erasure.ts";
export { type ErasedFact, type Erasure, type ErasureReason, erasureReasons } from "./erasure-facts.ts";
export { isAskedForShare, openingHours, openingTerms } from "./escrow.ts";
export {
  type OpeningReason,
  openingFacts,
  openingOrders,
  openingReasons,
  saidByCase,
  stoppingReasons,
} from "./escrow-acts.ts";
export type { Opening } from "./escrow-state.ts";
export { evolveCase, foldCase, type Happened } from "./evolve.ts";
export {
  type CaseFact,
  type ClockMissedFact,
  clockMissedShape,
  type Escrow,
  type PartRef,
  type PersonFact,
  personFactShape,
  type ReceivedFact,
  type StaffFact,
} from "./facts.ts";
export { type OpenQuestion, type OpenQuestions, whatStandsAgainst } from "./fair-to-find.ts";
export { isHeard, mustBeHeard } from "./fairness.ts";
export type { Finding } from "./fairness-acts.ts";
export { type FloodCases, mostAtOnce } from "./flood-facts.ts";
export { judgeHistory } from "./history.ts";
export { inHandsOf } from "./in-hand.ts";
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
} from "./inquiry-words.ts";
export { formOf, type LaterForm, type LaterOrder, laterOrders } from "./later-acts.ts";
export { counterReason, isApart, teamOf } from "./links.ts";
export { officeFactsOf } from "./office-facts.ts";
export { lawfulOrders } from "./orders.ts";
export { type PanelMember, panelOf } from "./panel.ts";
export { type NamedPart, partsOf } from "./parts.ts";
export type { Protection } from "./protection-acts.ts";
export { mayPublish } from "./publishing.ts";
export { consentFor } from "./purpose-consent.ts";
export { mayActOn, mayRead, queueStages } from "./reading.ts";
export { type BriefReferral, readReferrals } from "./referral-brief.ts";
export {
  type Override,
  type Referral,
  type ReferralReply,
  type ReferralStanding,
  standingOf,
} from "./referral-state.ts";
export { type ReferralAnswer, referralAsks, referralWords } from "./referral-words.ts";
export { saidOfForum } from "./referrals.ts";
export { mayKnowOf, tellRow } from "./row-law.ts";
export { seenByPerson } from "./seen.ts";
export { kindsAt, outcomesOf } from "./sitting.ts";
export type { Measure } from "./sitting-acts.ts";
export { findPassedOn, type PassedOn, replayClocks, type StandingClock, standingClocks } from "./standing-clocks.ts";
export { type StaffStatement, type StatementHeader, staffStatementShape, stateFact } from "./statements.ts";
export { findSigner, type StepRefusal, type UnlawfulStep } from "./step-law.ts";
export { briefCase, type CaseInBrief } from "./summary.ts";
export { type Tally, tallyOf } from "./tally.ts";
export { partOfTreatment } from "./treatment.ts";
export { type Vault, vaultEnds } from "./vault.ts";
export { type IdentityReason, identityReasons } from "./vault-facts.ts";
export {
  type AccessReason,
  accessReasons,
  type MissionClass,
  missionClasses,
  type NonAdmissionReason,
  nonAdmissionReasons,
  type Right,
  rights,
} from "./vocabulary.ts";
