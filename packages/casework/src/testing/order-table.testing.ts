// Who gives which order at which stage: docs/specs/casework.md and inquiry.md, written a second time on purpose.
import type { Actor, CaseRefusal, StaffCommand } from "../case/commands.ts";
import { openingOrders } from "./escrow.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  confirm,
  confirmErasure,
  confirmFlood,
  dario,
  deal,
  digestOf,
  fabien,
  grantTo,
  hugo,
  keepOpen,
  letIn,
  mona,
  part,
  propose,
  proposeErasure,
  proposeFlood,
  rekey,
  send,
  stopErasure,
} from "./given.testing.ts";
import {
  admit,
  agreeOverride,
  agreeToken,
  allege,
  answered,
  answerReferral,
  answerRespondent,
  askFor,
  askOfRespondent,
  assessInterests,
  assessSafety,
  assign,
  closeNotCarried,
  closeSitting,
  defer,
  deliver,
  explainDelay,
  extendClock,
  flagForce,
  interview,
  linkTo,
  nameCompanion,
  notify,
  offerHearing,
  offerSupport,
  override,
  plan,
  proposeDecision,
  proposeToken,
  recommend,
  recuse,
  refer,
  replied,
  reportProgress,
  reportRetaliation,
  reviewRetaliation,
  seated,
  take,
  takeEvidence,
  tellFocalPoint,
  unlinkFrom,
  vote,
  wish,
  withdrawDecision,
} from "./later.testing.ts";
import {
  acceptWithdrawal,
  checkPressure,
  confirmGoingOn,
  confirmReopening,
  confirmTransfer,
  proposeGoingOn,
  proposeReopening,
  proposeTransfer,
  recordConsent,
  showSummary,
} from "./owed.testing.ts";

const rekeyTo = (...people: readonly Actor[]): StaffCommand =>
  rekey(1, grantTo(bruno, "story", "words-1"), ...people.map((one) => grantTo(one, "words-1")));
const sinceAdmitted = "admitted investigating before-panel found ruled settled closed withdrawn";
const sinceAcknowledged = `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`;
const open = "acknowledged assessed non-admission-proposed admitted investigating before-panel found ruled settled";
export const law: readonly {
  readonly order: StaffCommand;
  /** The same since the panel reads the case, where it must name them. */
  readonly sincePanel?: StaffCommand;
  readonly roles: string;
  readonly stages: string;
  /** Only for this very person, whatever their role: who was let in by name, or who keeps a key. */
  readonly only?: Actor;
  /** What stands in the way at the right stage, for the right role, where the case itself lacks something. */
  readonly lacks?: CaseRefusal["code"];
}[] = [
  {
    order: proposeErasure(),
    roles: "intake investigator",
    stages: "acknowledged assessed not-admitted closed withdrawn",
  },
  {
    ...{
      order: confirmErasure(),
      roles: "intake panel",
      stages: "acknowledged assessed not-admitted closed withdrawn",
    },
    lacks: "no-erasure-proposed",
  },
  {
    ...{ order: stopErasure(), roles: "intake investigator panel" },
    ...{
      stages: sinceAcknowledged,
      lacks: "no-erasure-proposed",
    },
  },
  { order: acknowledge(), roles: "intake", stages: "received flood-proposed closed-as-flood" },
  { order: proposeFlood(), roles: "intake", stages: "received" },
  { order: confirmFlood(), roles: "panel", stages: "flood-proposed" },
  {
    order: assess({ forces: ["bravo"] }),
    ...{ roles: "intake", stages: "acknowledged assessed admitted investigating" },
  },
  {
    order: send(),
    roles: "intake investigator panel support child-protection",
    stages: sinceAcknowledged,
  },
  { order: propose({ grants: [grantTo(dario, "story")] }), roles: "intake", stages: "assessed" },
  { order: confirm(), roles: "panel", stages: "non-admission-proposed", only: carla },
  { order: keepOpen(), roles: "panel", stages: "non-admission-proposed", only: carla },
  {
    order: letIn(grantTo(fabien, "story")),
    roles: "intake investigator",
    stages: sinceAcknowledged,
  },
  {
    // To everybody who may have been let in by then: nobody who reads on is left out.
    order: rekeyTo(hugo, fabien, carla, dario, mona),
    sincePanel: rekeyTo(fabien, ...seated),
    roles: "intake investigator",
    stages: sinceAcknowledged,
    only: bruno,
  },
  {
    order: deal(),
    roles: "intake investigator",
    stages: sinceAcknowledged,
  },
  {
    order: { type: "open-evidence", evidence: part("evidence-1") },
    roles: "intake investigator child-protection panel",
    stages: `received flood-proposed closed-as-flood ${sinceAcknowledged}`,
  },
  {
    order: { type: "export-evidence", evidence: part("evidence-1"), reason: "hand-over" },
    roles: "intake investigator child-protection panel",
    stages: `received flood-proposed closed-as-flood ${sinceAcknowledged}`,
  },
  {
    order: { type: "ask-identity", reason: "help", half: digestOf("half"), explanation: part("explanation-9") },
    roles: "intake investigator child-protection",
    stages: sinceAcknowledged,
  },
  { order: admit(), roles: "intake", stages: "assessed" },
  {
    ...{ order: recuse(), roles: "intake investigator panel support child-protection" },
    ...{ stages: sinceAcknowledged, only: asha },
  },
  {
    ...{ order: offerHearing(), roles: "investigator child-protection" },
    ...{ stages: "investigating before-panel", only: fabien },
  },
  ...[assessSafety(), offerSupport(), recordConsent()].map((order) => ({
    ...{ order, roles: "intake investigator support child-protection" },
    stages: sinceAcknowledged,
  })),
  {
    ...{ order: reportRetaliation(), roles: "intake investigator panel support child-protection" },
    stages: sinceAcknowledged,
  },
  {
    order: wish(),
    roles: "intake investigator support child-protection",
    stages: "admitted investigating before-panel found ruled settled",
  },
  {
    ...{ order: nameCompanion(), roles: "intake investigator support child-protection" },
    ...{ stages: "admitted investigating before-panel found ruled settled", lacks: "wish-not-asked" },
  },
  {
    order: explainDelay(),
    roles: "intake investigator child-protection",
    stages: "admitted investigating before-panel",
  },
  {
    ...{ order: reportProgress(), roles: "investigator child-protection" },
    ...{ stages: "investigating", only: fabien },
  },
  {
    ...{ order: extendClock(), roles: "intake panel", stages: "admitted investigating" },
  },
  {
    ...{ order: reviewRetaliation(), roles: "intake investigator panel support child-protection" },
    stages: sinceAcknowledged,
    lacks: "no-retaliation-reported",
  },
  { order: checkPressure(), roles: "support child-protection", stages: open, lacks: "no-withdrawal-asked" },
  {
    ...{ order: acceptWithdrawal(), roles: "intake panel", lacks: "no-withdrawal-asked" },
    stages: "assessed admitted investigating before-panel",
  },
  {
    ...{ order: proposeGoingOn(), roles: "intake investigator child-protection", stages: open },
    lacks: "nothing-to-override",
  },
  {
    ...{ order: confirmGoingOn(), roles: "intake investigator child-protection panel", stages: open },
    lacks: "nothing-proposed",
  },
  {
    ...{ order: confirmReopening(), roles: "intake panel", stages: "not-admitted closed withdrawn" },
    lacks: "nothing-proposed",
  },
  { order: showSummary(), roles: "intake panel", stages: "found ruled settled closed" },
  {
    ...{ order: deliver({ measure: 9 }), roles: "intake investigator panel" },
    ...{ stages: "investigating before-panel found ruled settled closed withdrawn", lacks: "unknown-measure" },
  },
  // Behind a proposal: `escrow.test.ts`.
  ...openingOrders().map(([order, roles]) => ({
    ...{ order, roles, stages: sinceAcknowledged },
    ...(order.type !== "propose-opening" && ({ lacks: "no-opening" } as const)),
  })),
  ...[plan(), interview(), askFor()].map((order) => ({
    ...{ order, roles: "investigator child-protection", stages: "investigating", only: fabien },
  })),
];
/** Lawful only behind a question of somebody else (`vault.test.ts`). */
export const answers: readonly StaffCommand[] = [
  { type: "approve-identity", half: digestOf("other half"), grant: part("access-9-1") },
  { type: "refuse-identity", explanation: part("explanation-9") },
  { type: "open-identity" },
  // And where nobody else is assigned, or somebody is, or behind a request (`admission.test.ts`, `inquiry.test.ts`).
  assign(),
  take(),
  answered(),
  takeEvidence(),
  // And behind each other (`inquiry.test.ts`, `fairness.test.ts`).
  allege(),
  notify(),
  defer(),
  replied(),
  recommend(),
  // And of somebody the case is against, or of a child (`respondent-asks.test.ts`, `protection.test.ts`).
  ...[askOfRespondent(), answerRespondent(), assessInterests()],
  // And where force was not reported (`force.test.ts`).
  flagForce(),
  // And of a joint case (`joint.test.ts`).
  tellFocalPoint(),
  // And of what the person ended, when they ask for it (`reopening.test.ts`).
  proposeReopening(),
  // And with the consent for it (`transfer.test.ts`).
  proposeTransfer(),
  confirmTransfer(),
  // And where nothing, or something, is linked (`links.test.ts`).
  linkTo(),
  unlinkFrom(),
  // And in a sitting (`sitting.test.ts`).
  proposeDecision(),
  withdrawDecision(),
  vote(digestOf("what is voted on")),
  closeSitting(),
  closeNotCarried(),
  // And as far as the person allows, behind each other, by whoever answers for the case (`referrals.test.ts`, `tokens.test.ts`).
  ...[override(), agreeOverride(), refer(), answerReferral(), proposeToken(), agreeToken()],
];
