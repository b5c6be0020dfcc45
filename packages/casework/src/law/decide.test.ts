import assert from "node:assert/strict";
import { test } from "node:test";
import { roles } from "@temwen/office";
import type { Instant } from "@temwen/vocabulary";
import { newestKey } from "../case/case.ts";
import type { Actor, CaseRefusal, StaffCommand } from "../case/commands.ts";
import { openingOrders } from "../testing/escrow.testing.ts";
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
  elsa,
  fabien,
  freshRecipient,
  gerda,
  given,
  grantTo,
  holders,
  hugo,
  ines,
  jules,
  karim,
  keepOpen,
  lena,
  letIn,
  miss,
  office,
  part,
  propose,
  proposeErasure,
  proposeFlood,
  received,
  rekey,
  type Step,
  send,
  stopErasure,
  testId,
  withdraw,
  write,
} from "../testing/given.testing.ts";
import {
  admit,
  agreeOverride,
  agreeToken,
  allege,
  answered,
  answerReferral,
  askFor,
  assessSafety,
  assign,
  closeSitting,
  defer,
  deliver,
  explainDelay,
  extendClock,
  interview,
  linkTo,
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
  take,
  takeEvidence,
  toAdmitted,
  toClosed,
  toFound,
  toInvestigating,
  toPanel,
  toRuled,
  toSettled,
  unlinkFrom,
  vote,
  withdrawDecision,
} from "../testing/later.testing.ts";
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
  toWithdrawn,
} from "../testing/owed.testing.ts";
import { decideStaffAct } from "./decide.ts";
import { decidePersonAct } from "./decide-person.ts";
import { lawfulOrders } from "./orders.ts";

const toReceived: readonly Step[] = [];
const toAcknowledged: readonly Step[] = [[asha, acknowledge()]];
const toAssessed: readonly Step[] = [...toAcknowledged, [asha, assess()]];
const toProposed: readonly Step[] = [...toAssessed, [asha, propose()]];
const toFloodProposed: readonly Step[] = [[asha, proposeFlood()]];
const toClosedAsFlood: readonly Step[] = [...toFloodProposed, [carla, confirmFlood()]];
const toNotAdmitted: readonly Step[] = [...toProposed, [carla, confirm()]];

/** docs/specs/casework.md, written a second time on purpose. */
const stages = {
  received: toReceived,
  "flood-proposed": toFloodProposed,
  "closed-as-flood": toClosedAsFlood,
  acknowledged: toAcknowledged,
  assessed: toAssessed,
  "non-admission-proposed": toProposed,
  "not-admitted": toNotAdmitted,
  admitted: toAdmitted,
  investigating: toInvestigating,
  "before-panel": toPanel,
  found: toFound,
  ruled: toRuled,
  settled: toSettled,
  closed: toClosed,
  withdrawn: toWithdrawn,
};
const sinceAdmitted = "admitted investigating before-panel found ruled settled closed withdrawn";
const open = "acknowledged assessed non-admission-proposed admitted investigating before-panel found ruled settled";
const law: readonly {
  readonly order: StaffCommand;
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
      stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
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
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
  },
  { order: propose({ grants: [grantTo(dario, "story")] }), roles: "intake", stages: "assessed" },
  { order: confirm(), roles: "panel", stages: "non-admission-proposed", only: carla },
  { order: keepOpen(), roles: "panel", stages: "non-admission-proposed", only: carla },
  {
    order: letIn(grantTo(fabien, "story")),
    roles: "intake investigator",
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
  },
  {
    order: rekey(1, grantTo(bruno, "story", "words-1"), grantTo(hugo, "words-1")),
    roles: "intake investigator",
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
    only: bruno,
  },
  {
    order: deal(),
    roles: "intake investigator",
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
  },
  {
    order: { type: "open-evidence", evidence: part("evidence-1") },
    roles: "intake investigator child-protection panel",
    stages: `received flood-proposed closed-as-flood acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
  },
  {
    order: { type: "export-evidence", evidence: part("evidence-1"), reason: "hand-over" },
    roles: "intake investigator child-protection panel",
    stages: `received flood-proposed closed-as-flood acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
  },
  {
    order: { type: "ask-identity", reason: "help", half: digestOf("half"), explanation: part("explanation-9") },
    roles: "intake investigator child-protection",
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
  },
  { order: admit(), roles: "intake", stages: "assessed" },
  {
    ...{ order: recuse(), roles: "intake investigator panel support child-protection" },
    ...{ stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`, only: asha },
  },
  {
    ...{ order: offerHearing(), roles: "investigator child-protection" },
    ...{ stages: "investigating before-panel", only: fabien },
  },
  ...[assessSafety(), offerSupport(), recordConsent()].map((order) => ({
    ...{ order, roles: "intake investigator support child-protection" },
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
  })),
  {
    ...{ order: reportRetaliation(), roles: "intake investigator panel support child-protection" },
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
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
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
    lacks: "no-retaliation-reported",
  },
  {
    order: recordConsent(),
    roles: "intake investigator support child-protection",
    stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}`,
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
  { order: deliver(), roles: "intake investigator panel", stages: "ruled settled" },
  // Behind a proposal: `escrow.test.ts`.
  ...openingOrders().map(([order, roles]) => ({
    ...{ order, roles, stages: `acknowledged assessed non-admission-proposed not-admitted ${sinceAdmitted}` },
    ...(order.type !== "propose-opening" && ({ lacks: "no-opening" } as const)),
  })),
  ...[plan(), interview(), askFor()].map((order) => ({
    ...{ order, roles: "investigator child-protection", stages: "investigating", only: fabien },
  })),
];
/** Lawful only behind a question of somebody else (`vault.test.ts`). */
const answers: readonly StaffCommand[] = [
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
  // And as far as the person allows, behind each other, by whoever answers for the case (`referrals.test.ts`, `tokens.test.ts`).
  ...[override(), agreeOverride(), refer(), answerReferral(), proposeToken(), agreeToken()],
];
const now = "2026-11-04T15:00:00.000Z" as Instant;
const stranger = (role: Actor["role"]): Actor => ({ id: testId("staff", `a stranger as ${role}`), role, ties: [] });

test("every order is given by the roles and at the stages that the specification lists, and by no others", () => {
  for (const { order, roles: allowedRoles, stages: allowedStages, only, lacks } of law) {
    for (const role of roles) {
      for (const [stage, history] of Object.entries(stages)) {
        const actor = only ? { ...only, role } : stranger(role);
        const answer = decideStaffAct(given(...history).theCase, order, { actor, office, at: now });
        const inTime = allowedStages.split(" ").includes(stage) ? (lacks ?? "granted") : "wrong-stage";
        const expected = allowedRoles.split(" ").includes(role) ? inTime : "wrong-role";
        assert.equal(answer.ok ? "granted" : answer.refusal.code, expected, `${order.type} by ${role} at ${stage}`);
      }
    }
  }
});

test("nothing is ordered or asked in a case that nobody filed", () => {
  for (const { order } of law) {
    const answer = decideStaffAct({ stage: "unknown" }, order, { actor: asha, office, at: now });
    assert.deepEqual(answer, { ok: false, refusal: { code: "unknown-case" } });
  }
  assert.deepEqual(decidePersonAct({ stage: "unknown" }, write(1)), { ok: false, refusal: { code: "unknown-case" } });
});

test("a refusal for role or stage says what would have been allowed", () => {
  given()
    .when(carla, acknowledge())
    .refuses("wrong-role", { role: "panel", allowed: ["intake"] });
  given(...toAcknowledged)
    .when(bruno, acknowledge())
    .refuses("wrong-stage", { stage: "acknowledged", allowed: ["received", "flood-proposed", "closed-as-flood"] });
});

// ---- acknowledgement

test("an acknowledgement deals the escrow anew, writes down the consent and tells the person", () => {
  const theCase = given()
    .when(asha, acknowledge())
    .gives("case.acknowledged/1", "case.consent-given/1", "case.message-sent/1");
  assert.ok(theCase.stage === "acknowledged");
  assert.deepEqual(
    [theCase.acknowledgedBy, theCase.consent, theCase.sent, theCase.handledBy],
    [asha.id, "investigate-with-me", 1, [asha.id]],
  );
});

test("an escrow of other holders, of four, or with another threshold is refused", () => {
  const { escrow } = acknowledge() as Extract<StaffCommand, { readonly type: "acknowledge-case" }>;
  const [first, ...others] = escrow.shares;
  const unlawful = [
    { ...escrow, threshold: 2 },
    { ...escrow, threshold: 5 },
    { ...escrow, shares: others },
    { ...escrow, shares: [...others, { ...first!, holder: holders[1]! }] },
    { ...escrow, shares: [...others, { ...first!, holder: carla.id }] },
  ];
  for (const dealt of unlawful)
    given()
      .when(asha, acknowledge({ escrow: dealt }))
      .refuses("unlawful-escrow");
});

// ---- assessment

test("an assessment names at least one right and one force", () => {
  given(...toAcknowledged)
    .when(asha, assess({ rights: [] }))
    .refuses("nothing-assessed");
  given(...toAcknowledged)
    .when(asha, assess({ forces: [] }))
    .refuses("nothing-assessed");
});

test("an assessment names forces and departments that exist, or says that they are unknown", () => {
  given(...toAcknowledged)
    .when(asha, assess({ forces: ["bravo", "charlie"] }))
    .refuses("unknown-force", { force: "charlie" });
  given(...toAcknowledged)
    .when(asha, assess({ department: "dep99" }))
    .refuses("unknown-department", { department: "dep99" });
  given(...toAcknowledged)
    .when(asha, assess({ forces: ["unknown"], department: "unknown" }))
    .gives("case.assessed/1");
});

test("an assessment may be corrected by a later one", () => {
  const theCase = given(...toAssessed)
    .when(bruno, assess({ forces: ["bravo"], child: "doubt" }))
    .gives("case.assessed/1");
  assert.ok(theCase.stage === "assessed");
  assert.deepEqual([theCase.forces, theCase.child], [["bravo"], "doubt"]);
});

// ---- ties

test("an officer tied to a force cannot assess a complaint as being about it", () => {
  given(...toAcknowledged)
    .when(ines, assess())
    .refuses("tied-to-respondent", { ties: ["alfa"] });
  given(...toAcknowledged)
    .when(ines, assess({ forces: ["bravo", "alfa"] }))
    .refuses("tied-to-respondent");
});

test("nobody tied to the respondent gives any order from the assessment on", () => {
  given(...toAssessed)
    .when(ines, assess({ forces: ["bravo"] }))
    .refuses("tied-to-respondent");
  given(...toAssessed)
    .when(ines, propose())
    .refuses("tied-to-respondent");
  given(...toAssessed)
    .when(ines, send())
    .refuses("tied-to-respondent");
  given(...toAssessed)
    .when(karim, letIn(grantTo(fabien, "story")))
    .refuses("tied-to-respondent");
  given(...toProposed)
    .when(jules, confirm())
    .refuses("tied-to-respondent");
  given(...toProposed)
    .when(jules, keepOpen())
    .refuses("tied-to-respondent");
});

test("a tie to another force bars nobody", () => {
  const tiedElsewhere = { ...bruno, ties: ["bravo"] };
  given(...toAssessed)
    .when(tiedElsewhere, send())
    .gives("case.message-sent/1");
});

// ---- not admitting

test("an officer cannot confirm their own proposal", () => {
  const promoted: Actor = { ...asha, role: "panel" };
  given(...toProposed)
    .when(promoted, confirm())
    .refuses("cannot-confirm-own-proposal");
  given(...toProposed)
    .when(promoted, keepOpen())
    .refuses("cannot-confirm-own-proposal");
});

test("a panel member who acted in the case earlier does not decide on it", () => {
  given(...toAcknowledged, [carla, send()], [asha, assess()], [asha, propose()])
    .when(carla, confirm())
    .refuses("handled-this-case");
  given(...toProposed, [carla, keepOpen()], [asha, propose()])
    .when(carla, confirm())
    .refuses("handled-this-case");
});

test("only a panel member who was let in by name, with the story, decides on a proposal", () => {
  for (const colleague of [dario, elsa]) {
    for (const order of [confirm(), keepOpen()])
      given(...toProposed)
        .when(colleague, order)
        .refuses("not-let-in");
  }
  given(...toProposed, [asha, letIn(grantTo(dario, "support"))])
    .when(dario, confirm())
    .refuses("not-let-in");
  given(...toProposed, [asha, letIn(grantTo(dario, "story"))])
    .when(dario, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
});

test("a proposal without the key to the story for everybody it lets in is refused", () => {
  for (const grants of [[grantTo(carla, "support")], [grantTo(carla, "story"), grantTo(dario, "support")]])
    given(...toAssessed)
      .when(asha, propose({ grants }))
      .refuses("no-grants");
});

test("a confirmed proposal ends the case and tells the person", () => {
  const theCase = given(...toProposed)
    .when(carla, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
  assert.ok(theCase.stage === "not-admitted");
  assert.deepEqual([theCase.proposedBy, theCase.decidedBy, theCase.sent], [asha.id, carla.id, 2]);
  assert.equal(theCase.reason, "not-about-the-mission");
});

test("a case that is kept open is assessed as before, and can be proposed again", () => {
  const theCase = given(...toProposed)
    .when(carla, keepOpen())
    .gives("case.kept-open/1");
  assert.equal(theCase.stage, "assessed");
  assert.ok(!("proposedBy" in theCase) && !("reason" in theCase));
  given(...toProposed, [carla, keepOpen()], [bruno, propose({ grants: [grantTo(dario, "story")] })])
    .when(dario, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
});

test("a proposal lets in at least one member of the panel's first bench, untied", () => {
  given(...toAssessed)
    .when(asha, propose({ grants: [] }))
    .refuses("no-grants");
  for (const wrong of [elsa, jules, fabien, bruno, lena]) {
    given(...toAssessed)
      .when(asha, propose({ grants: [grantTo(wrong, "story")] }))
      .refuses("grantee-not-eligible", { to: wrong.id });
  }
  given(...toAssessed)
    .when(asha, propose({ grants: [grantTo(carla, "story"), grantTo(dario, "story")] }))
    .gives("case.non-admission-proposed/1", "case.access-granted/1", "case.access-granted/1");
});

// ---- letting in

test("who is let in stands in the record by name, with keys and reason", () => {
  const { access } = given(...toAssessed)
    .when(bruno, letIn(grantTo(fabien, "story", "support")))
    .gives("case.access-granted/1");
  assert.deepEqual(
    access.map(({ to, by, keys, reason }) => ({ to, by, keys, reason })),
    [{ to: fabien.id, by: bruno.id, keys: ["story", "support"], reason: "asked-to-help" }],
  );
});

test("the support role is let in to the support part and to nothing else", () => {
  given(...toAssessed)
    .when(asha, letIn(grantTo(gerda, "support")))
    .gives("case.access-granted/1");
  given(...toAssessed)
    .when(asha, letIn(grantTo(gerda, "support", "story")))
    .refuses("grantee-not-eligible");
});

test("nobody is let in who is tied, unknown, of another role, or twice", () => {
  const unknown = { ...fabien, id: testId("staff", "nobody") };
  for (const wrong of [karim, jules, ines, lena, unknown]) {
    given(...toAssessed)
      .when(asha, letIn(grantTo(wrong, "story")))
      .refuses("grantee-not-eligible", { to: wrong.id });
  }
  given(...toAssessed)
    .when(asha, letIn(grantTo(hugo, "story"), grantTo(hugo, "story")))
    .refuses("grantee-not-eligible");
  given(...toAssessed)
    .when(asha, letIn())
    .refuses("no-grants");
});

test("while the force is unknown, nobody with any tie is let in", () => {
  const unknownForce: Step = [asha, assess({ forces: ["unknown"] })];
  for (const history of [toAcknowledged, [...toAcknowledged, unknownForce]]) {
    for (const tied of [karim, jules, ines])
      given(...history)
        .when(asha, letIn(grantTo(tied, "story")))
        .refuses("grantee-not-eligible", { to: tied.id });
    given(...history)
      .when(asha, letIn(grantTo(fabien, "story")))
      .gives("case.access-granted/1");
  }
  given(...toAcknowledged, [asha, assess({ forces: ["bravo"] })])
    .when(asha, letIn(grantTo(karim, "story")))
    .gives("case.access-granted/1");
});

test("one person who may not be let in stops the whole order", () => {
  given(...toAssessed)
    .when(asha, letIn(grantTo(fabien, "story"), grantTo(karim, "story")))
    .refuses("grantee-not-eligible", {
      to: karim.id,
    });
});

// ---- when somebody leaves

test("a new key takes the place of the one before, and stands in the record with those who hold it", () => {
  const theCase = given(...toAssessed)
    .when(asha, rekey(1, grantTo(asha, "story", "words-1"), grantTo(fabien, "words-1")))
    .gives("case.rekeyed/1", "case.access-granted/1", "case.access-granted/1");
  assert.deepEqual(
    [theCase.storyRecipient, theCase.formerRecipients],
    [freshRecipient("c"), [received.storyRecipient]],
  );
  assert.equal(newestKey(theCase), "words-1");
  assert.deepEqual(
    theCase.access.map(({ to, keys, reason }) => ({ to, keys, reason })),
    [
      { to: asha.id, keys: ["story", "words-1"], reason: "colleague-left" },
      { to: fabien.id, keys: ["words-1"], reason: "colleague-left" },
    ],
  );
});

test("new keys are counted from one: a grant of any other is refused", () => {
  const toRekeyed: readonly Step[] = [
    ...toAssessed,
    [asha, rekey(1, grantTo(asha, "words-1"), grantTo(fabien, "words-1"))],
  ];
  for (const wrong of ["words-2", "words-0", "words-01", "story"])
    given(...toAssessed)
      .when(asha, rekey(1, grantTo(asha, "words-1"), grantTo(fabien, wrong)))
      .refuses("no-grants");
  given(...toRekeyed)
    .when(asha, rekey(2, grantTo(asha, "words-1"), grantTo(fabien, "words-1")))
    .refuses("no-grants");
  const twice = given(...toRekeyed)
    .when(fabien, rekey(2, grantTo(asha, "words-2"), grantTo(fabien, "words-2")))
    .gives("case.rekeyed/1", "case.access-granted/1", "case.access-granted/1");
  assert.equal(newestKey(twice), "words-2");
});

test("a key that was in use before, or that is the person's own, is no new key", () => {
  const grants = (n: number) => [grantTo(asha, `words-${n}`), grantTo(fabien, `words-${n}`)];
  const order = (n: number, recipient: string): StaffCommand => ({ type: "rekey-case", recipient, grants: grants(n) });
  const rekeyed: readonly Step[] = [...toAssessed, [asha, rekey(1, ...grants(1))]];
  for (const known of [received.storyRecipient, received.replyRecipient])
    given(...toAssessed)
      .when(asha, order(1, known))
      .refuses("key-not-new");
  for (const known of [received.storyRecipient, freshRecipient("c")])
    given(...rekeyed)
      .when(asha, order(2, known))
      .refuses("key-not-new");
});

test("a new key that its maker would not hold, or would hold alone, is refused", () => {
  for (const grants of [[], [grantTo(fabien, "words-1")], [grantTo(asha, "words-1")]])
    given(...toAssessed)
      .when(asha, rekey(1, ...grants))
      .refuses("key-would-be-lost");
});

test("a new key is for nobody who is tied, of another role, or may only see the help asked for", () => {
  for (const wrong of [karim, jules, ines, lena, gerda])
    given(...toAssessed)
      .when(asha, rekey(1, grantTo(asha, "words-1"), grantTo(fabien, "words-1"), grantTo(wrong, "words-1")))
      .refuses("grantee-not-eligible", { to: wrong.id });
});

test("a case has forty new keys at most: more would not fit a grant", () => {
  const history: Step[] = [...toAssessed];
  for (let n = 1; n <= 40; n++) {
    const recipient = `age1pq1${"qpzry9x8gf"[n % 10]}${String(n).padStart(2, "2").replaceAll("1", "7")}`;
    const grants = [grantTo(asha, `words-${n}`), grantTo(fabien, `words-${n}`)];
    history.push([asha, { type: "rekey-case", recipient: `${recipient}-${n}`, grants }]);
  }
  given(...history)
    .when(asha, rekey(1, grantTo(asha, "words-41"), grantTo(fabien, "words-41")))
    .refuses("rekeyed-too-often");
});

test("an escrow dealt anew goes to five lawful holders, none of them tied to the respondent", () => {
  const [tied] = holders;
  const tiedOffice = {
    ...office,
    staff: [...office.staff, { ...lena, id: tied!, ties: ["alfa"], bench: "first" as const }],
  };
  const { theCase } = given(...toAssessed);
  const answer = decideStaffAct(theCase, deal(), { actor: asha, office: tiedOffice, at: now });
  assert.deepEqual(answer, { ok: false, refusal: { code: "unlawful-escrow" } });
  given(...toAssessed)
    .when(asha, deal())
    .gives("case.escrow-dealt/1");
  given(...toAssessed)
    .when(asha, deal({ threshold: 2 }))
    .refuses("unlawful-escrow");
  given(...toAssessed)
    .when(asha, deal({ shares: [] }))
    .refuses("unlawful-escrow");
});

// ---- messages

test("messages to the person are numbered one after another and go to the receipt's key", () => {
  const theCase = given(...toAcknowledged, [bruno, send()])
    .when(asha, send())
    .gives("case.message-sent/1");
  assert.equal(theCase.sent, 3);
  const decided = decideStaffAct(given(...toAcknowledged).theCase, send(), { actor: asha, office, at: now });
  assert.ok(decided.ok && decided.value[0]?.type === "case.message-sent/1");
  assert.equal(decided.value[0].to, theCase.receiptKey);
});

test("a person's messages are taken in turn, each once", () => {
  given().whenThePerson(write(2)).refuses("out-of-turn", { expected: 1 });
  given().whenThePerson(write(0)).refuses("out-of-turn", { expected: 1 });
  given(write(1)).whenThePerson(write(1)).refuses("out-of-turn", { expected: 2 });
  given(write(1)).whenThePerson(withdraw(1)).refuses("out-of-turn", { expected: 2 });
  assert.equal(given(write(1)).whenThePerson(write(2)).gives("case.message-received/1").sequence, 2);
});

test("a person may write at every stage, also after the outcome", () => {
  for (const history of Object.values(stages)) {
    const before = given(...history);
    const acts = before.theCase.stage === "unknown" ? 0 : before.theCase.sequence;
    const theCase = before.whenThePerson(write(acts + 1)).gives("case.message-received/1");
    assert.ok(theCase.unanswered);
  }
});

test("a withdrawal is asked once, and changes no stage by itself", () => {
  const theCase = given(...toAssessed)
    .whenThePerson(withdraw(1))
    .gives("case.withdrawal-asked/1");
  assert.deepEqual([theCase.stage, theCase.withdrawalAsked], ["assessed", true]);
  given(...toAssessed, withdraw(1))
    .whenThePerson(withdraw(2))
    .refuses("already-withdrawn");
  given(...toAssessed, withdraw(1))
    .whenThePerson(write(2))
    .gives("case.message-received/1");
});

test("an answer ends the waiting of a person who wrote", () => {
  assert.equal(given(...toAcknowledged, write(1)).theCase.stage, "acknowledged");
  assert.equal(
    given(...toAcknowledged, write(1))
      .when(asha, send())
      .gives("case.message-sent/1").unanswered,
    false,
  );
});

test("a missed clock stays written down, whatever is decided later", () => {
  const theCase = given(...toAssessed, miss("feedback"), [asha, propose()])
    .when(carla, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
  assert.deepEqual(theCase.missed, [{ clock: "feedback", due: "2026-11-04T15:00:00.000Z" }]);
});

// ---- what the desk shows

test("the desk shows an order as possible exactly when role, stage and ties allow it", () => {
  for (const history of Object.values(stages)) {
    const { theCase } = given(...history);
    for (const actor of [asha, bruno, carla, fabien, gerda, ines, jules, lena]) {
      for (const { order, refusal } of lawfulOrders(theCase, actor)) {
        const wanted = [...law.map((entry) => entry.order), ...answers].find(({ type }) => type === order);
        assert.ok(wanted, `${order} stands in no row of the law above`);
        const answer = decideStaffAct(theCase, wanted, { actor, office, at: now });
        if (refusal) assert.deepEqual(answer, { ok: false, refusal });
        else assert.ok(answer.ok || answer.refusal.code !== "wrong-stage");
      }
    }
  }
});
