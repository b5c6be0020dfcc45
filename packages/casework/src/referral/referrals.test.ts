import assert from "node:assert/strict";
import { test } from "node:test";
import { standingOf } from "../case/referral-state.ts";
import { toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  change,
  dario,
  digestOf,
  elsa,
  fabien,
  given,
  grantTo,
  letIn,
  type Step,
  withdraw,
} from "../testing/given.testing.ts";
import {
  agreeOverride,
  answerReferral,
  assessSafety,
  override,
  refer,
  take,
  toAdmitted,
  toAssigned,
  toClosed,
  toInvestigating,
  toPanel,
  toSettled,
} from "../testing/later.testing.ts";
import { recordConsent, takeBack } from "../testing/owed.testing.ts";
import { readReferrals, spellReferrals } from "./referral-brief.ts";

/** The person allows a court. */
const toCourt: readonly Step[] = [...toAssessedBravo, change(1, "court")];
const inDanger: readonly Step[] = [...toAssessedBravo, [asha, assessSafety({ level: "immediate" })]];
const allowed = (history: readonly Step[]): readonly Step[] => [...history, change(1, "court")];
const toReferred: readonly Step[] = [...toCourt, [asha, refer()]];

test("a case may go before a court on reasonable grounds, as soon as it is toAssessedBravo, and the person is told", () => {
  const theCase = given(...toCourt)
    .when(asha, refer())
    .gives("case.referred/2", "case.message-sent/1");
  assert.equal(theCase.stage, "assessed");
  assert.equal(theCase.referrals?.[0]?.forum, "court");
});

test("at every later stage too, also when it is closed; by whoever answers for it then, and by nobody else", () => {
  const stages: readonly (readonly [readonly Step[], typeof asha])[] = [
    [toAdmitted, asha],
    [toInvestigating, fabien],
    [toPanel, carla],
    [toSettled, dario],
    [toClosed, carla],
  ];
  for (const [history, by] of stages)
    given(...allowed(history))
      .when(by, refer())
      .gives("case.referred/2", "case.message-sent/1");
  given(...toCourt, [asha, letIn(grantTo(fabien, "story"))])
    .when(fabien, refer())
    .refuses("wrong-role", { allowed: ["intake"] });
  given(...allowed(toInvestigating))
    .when(asha, refer())
    .refuses("not-your-case");
  given(...allowed(toPanel))
    .when(fabien, refer())
    .refuses("wrong-role", { allowed: ["panel"] });
  given(...allowed(toPanel))
    .when(elsa, refer())
    .refuses("not-let-in");
  given([asha, acknowledge()]).when(asha, refer()).refuses("wrong-stage");
});

test("nothing goes before a court of somebody who does not allow it, or who asked to stop", () => {
  given(...toAssessedBravo)
    .when(asha, refer())
    .refuses("beyond-consent", { given: "investigate-with-me", needs: "court" });
  given(...toCourt, withdraw(2))
    .when(asha, refer())
    .refuses("beyond-consent");
  given(...toCourt)
    .when(asha, refer({ beyond: "imminent-danger" }))
    .refuses("nothing-to-override");
});

test("what a person said of one forum counts before what they allow in all, and a no is a no", () => {
  const yes: Step = [asha, recordConsent({ recipient: "court" })];
  given(...toAssessedBravo, yes)
    .when(asha, refer())
    .gives("case.referred/2", "case.message-sent/1");
  given(...toAssessedBravo, yes)
    .when(asha, refer({ forum: "prosecutor" }))
    .refuses("beyond-consent");
  given(...toAssessedBravo, yes, takeBack(1, "court"))
    .when(asha, refer())
    .refuses("beyond-consent");
  given(...toCourt, [asha, recordConsent({ recipient: "court", given: "no" })])
    .when(asha, refer())
    .refuses("beyond-consent");
});

test("two people may go beyond what a person allows, in danger and for that forum alone, after the person was told", () => {
  given(...inDanger)
    .when(asha, override())
    .gives("case.override-proposed/2", "case.message-sent/1");
  const proposed: readonly Step[] = [...inDanger, [asha, override()]];
  given(...toAssessedBravo)
    .when(bruno, agreeOverride())
    .refuses("no-override-proposed");
  given(...proposed)
    .when(asha, agreeOverride())
    .refuses("cannot-confirm-own-proposal");
  given(...proposed)
    .when(asha, refer({ beyond: "imminent-danger" }))
    .refuses("beyond-consent");
  const agreed: readonly Step[] = [...proposed, [bruno, agreeOverride()]];
  given(...agreed)
    .when(asha, refer({ forum: "prosecutor", beyond: "imminent-danger" }))
    .refuses("beyond-consent");
  for (const beyond of ["none", "best-interests-of-child"] as const)
    given(...agreed)
      .when(asha, refer({ beyond }))
      .refuses("referral-misfit", { what: "beyond" });
  given(...agreed)
    .when(asha, refer({ beyond: "imminent-danger" }))
    .gives("case.referred/2", "case.message-sent/1");
  given(...toCourt)
    .when(asha, override())
    .refuses("nothing-to-override");
  given(...toAssessedBravo)
    .when(asha, override({ forum: "nowhere" }))
    .refuses("unknown-forum");
});

const agreedOn = (history: readonly Step[], beyond: "imminent-danger" | "best-interests-of-child"): readonly Step[] => [
  ...[...history, [asha, override({ beyond })] as Step, [bruno, agreeOverride()] as Step],
];
const ofChild = (child: "yes" | "doubt" | "no"): Step => [asha, assess({ forces: ["bravo"], child })];

// A no of somebody who is no child and in no danger was overridden by two people who said otherwise.
test("nobody's no is overridden but for a child, or for danger that somebody found to be immediate", () => {
  const low: Step = [asha, assessSafety({ level: "low" })];
  for (const history of [toAssessedBravo, [...toAssessedBravo, low], [...toAssessedBravo, ofChild("no")]])
    for (const beyond of ["imminent-danger", "best-interests-of-child"] as const)
      given(...history)
        .when(asha, override({ beyond }))
        .refuses("not-grave-enough");
  given(...inDanger)
    .when(asha, override({ beyond: "best-interests-of-child" }))
    .refuses("not-grave-enough");
  for (const child of ["yes", "doubt"] as const) {
    given(...toAssessedBravo, ofChild(child))
      .when(asha, override())
      .refuses("not-grave-enough");
    given(...agreedOn([...toAssessedBravo, ofChild(child)], "best-interests-of-child"))
      .when(asha, refer({ beyond: "best-interests-of-child" }))
      .gives("case.referred/2", "case.message-sent/1");
  }
});

test("when the danger is over nobody agrees to go beyond a person's no for it, and nothing goes out", () => {
  const over: Step = [asha, assessSafety({ level: "raised" })];
  given(...inDanger, [asha, override()], over)
    .when(bruno, agreeOverride())
    .refuses("not-grave-enough");
  given(...agreedOn(inDanger, "imminent-danger"), over)
    .when(asha, refer({ beyond: "imminent-danger" }))
    .refuses("not-grave-enough");
});

test("whatever the person says anew has to be overridden anew, by two people, and the person is told again", () => {
  const yes: Step = [asha, recordConsent({ recipient: "prosecutor" })];
  const agreed = agreedOn([...inDanger, yes], "imminent-danger");
  for (const word of [
    change(1, "keep-words"),
    withdraw(1),
    takeBack(1, "prosecutor"),
    [asha, recordConsent({ recipient: "court", given: "no" })] as Step,
  ]) {
    given(...agreed, word)
      .when(asha, refer({ beyond: "imminent-danger" }))
      .refuses("beyond-consent");
    given(...inDanger, yes, [asha, override()], word)
      .when(bruno, agreeOverride())
      .refuses("no-override-proposed");
    given(...agreedOn([...agreed, word], "imminent-danger"))
      .when(asha, refer({ beyond: "imminent-danger" }))
      .gives("case.referred/2", "case.message-sent/1");
  }
  // What is said of another forum is no answer to this one.
  given(...agreed, [asha, recordConsent({ recipient: "prosecutor", given: "no" })])
    .when(asha, refer({ beyond: "imminent-danger" }))
    .gives("case.referred/2", "case.message-sent/1");
});

test("a referral says only what the pack knows of its forum, and contradicts itself nowhere", () => {
  const when = (order: Parameters<typeof refer>[0]) => given(...toCourt).when(asha, refer(order));
  when({ forum: "nowhere" }).refuses("unknown-forum");
  when({ fallback: "nowhere" }).refuses("unknown-forum");
  when({ number: 2 }).refuses("out-of-number", { expected: 1 });
  when({ basis: [] }).refuses("referral-misfit", { what: "basis" });
  when({ basis: ["oversees-police"] }).refuses("referral-misfit", { what: "basis" });
  when({ obstacle: ["reach-unknown"] }).refuses("referral-misfit", { what: "obstacle" });
  when({ asks: [] }).refuses("referral-misfit", { what: "asks" });
  when({ fallback: "court" }).refuses("referral-misfit", { what: "fallback" });
  when({ due: "2026-11-01" }).refuses("referral-misfit", { what: "due" });
  when({ fallback: "prosecutor", obstacle: ["status-agreement-immunity"] }).gives(
    "case.referred/2",
    "case.message-sent/1",
  );
});

// The receiver reads what is asked; a waiver that stood beside it alone was asked of nobody.
test("a waiver of immunity is asked for where the receiver reads it, or nowhere", () => {
  const when = (order: Parameters<typeof refer>[0]) => given(...toCourt).when(asha, refer(order));
  when({ waiver: "asked" }).refuses("referral-misfit", { what: "waiver" });
  when({ asks: ["investigate", "waive-immunity"] }).refuses("referral-misfit", { what: "waiver" });
  when({ waiver: "asked", asks: ["waive-immunity"] }).gives("case.referred/2", "case.message-sent/1");
});

test("a case goes before a military forum only with a recorded reason, and before a civilian one without any", () => {
  const military = { forum: "soldiers", basis: ["military-discipline"] } as const;
  const when = (order: Parameters<typeof refer>[0]) => given(...toCourt).when(asha, refer(order));
  when(military).refuses("referral-misfit", { what: "military" });
  when({ military: "no-civilian-forum" }).refuses("referral-misfit", { what: "military" });
  when({ ...military, military: "no-civilian-forum" }).gives("case.referred/2", "case.message-sent/1");
});

test("answers stand one beside another, whoever brought them and also when the case has ended otherwise", () => {
  const answered: readonly Step[] = [
    ...toReferred,
    [asha, answerReferral({ answered: "acknowledged" })],
    [bruno, answerReferral({ answered: "declined", cameBy: "other" })],
  ];
  const { theCase } = given(...answered);
  assert.ok(theCase.stage !== "unknown");
  assert.deepEqual(
    theCase.referrals?.[0]?.answers.map((one) => one.answered),
    ["acknowledged", "declined"],
  );
  given(...toReferred)
    .when(asha, answerReferral({ referral: 2 }))
    .refuses("unknown-referral");
  given(...toReferred)
    .when(asha, answerReferral({ on: "2026-12-24" }))
    .refuses("answer-misfit", { what: "on" });
});

test("an obstacle is named when it is raised, and only one that was named is challenged", () => {
  const when = (order: Parameters<typeof answerReferral>[0]) => given(...toReferred).when(asha, answerReferral(order));
  when({ answered: "obstacle-raised" }).refuses("answer-misfit", { what: "obstacle" });
  when({ obstacle: ["territorial-reach"] }).refuses("answer-misfit", { what: "obstacle" });
  when({ answered: "obstacle-challenged", obstacle: ["territorial-reach"] }).refuses("answer-misfit", {
    what: "obstacle",
  });
  given(...toReferred, [asha, answerReferral({ answered: "obstacle-raised", obstacle: ["territorial-reach"] })])
    .when(asha, answerReferral({ answered: "obstacle-challenged", obstacle: ["territorial-reach"] }))
    .gives("case.referral-answered/1");
});

test("what came over the receipt page is named by its digest, and recorded once", () => {
  const came = { cameBy: "receipt-page", received: [digestOf("sealed answer")] } as const;
  given(...toReferred)
    .when(asha, answerReferral({ cameBy: "receipt-page" }))
    .refuses("answer-misfit", { what: "cameBy" });
  given(...toReferred)
    .when(asha, answerReferral({ received: came.received }))
    .refuses("answer-misfit", { what: "cameBy" });
  given(...toReferred, [asha, answerReferral(came)])
    .when(bruno, answerReferral(came))
    .refuses("answer-already-recorded");
});

test("a referral whose day has passed without an answer of its forum is silent, and the office's own words end no silence", () => {
  const due = "2027-01-15";
  assert.equal(standingOf({ due, answers: [] }, due), "waiting");
  assert.equal(standingOf({ due, answers: [] }, "2027-01-16"), "silent");
  assert.equal(standingOf({ due, answers: [{ answered: "obstacle-challenged" }] }, "2027-01-16"), "silent");
  assert.equal(standingOf({ due, answers: [{ answered: "declined" }] }, "2027-02-16"), "answered");
});

test("a forum that answered is never listed as silent, however often the office challenged its obstacle since", () => {
  const challenged = answerReferral({ answered: "obstacle-challenged", obstacle: ["status-agreement-immunity"] });
  const { theCase } = given(
    ...toCourt,
    [asha, refer({ obstacle: ["status-agreement-immunity"] })],
    [asha, answerReferral()],
    ...Array.from({ length: 4 }, (): Step => [asha, challenged]),
  );
  assert.ok("referrals" in theCase && theCase.referrals);
  const [brief] = readReferrals(spellReferrals(theCase.referrals), "2027-12-31");
  assert.equal(brief?.standing, "answered");
  assert.deepEqual(brief?.answers, ["investigating", "obstacle-challenged", "obstacle-challenged"]);
});

test("a list tells of each referral where it went, until when, and what came of it, as long as it is told", () => {
  const { theCase } = given(...toReferred, [asha, answerReferral()], [asha, refer({ number: 2, forum: "prosecutor" })]);
  assert.ok(theCase.stage !== "unknown" && theCase.referrals);
  const told = readReferrals(spellReferrals(theCase.referrals), "2027-02-01");
  assert.deepEqual(
    told.map(({ forum, due, answers, standing }) => [forum, due, answers, standing]),
    [
      ["court", "2027-01-15", ["investigating"], "answered"],
      ["prosecutor", "2027-01-15", [], "silent"],
    ],
  );
  assert.deepEqual(readReferrals(undefined, "2027-02-01"), []);
  const many = Array.from({ length: 200 }, () => ({ ...theCase.referrals![0]!, forum: "f".repeat(32) }));
  assert.ok(spellReferrals(many).length < 1900);
});

test("a case that was given to somebody who has not taken it waits for them", () => {
  given(...allowed(toAssigned))
    .when(asha, refer())
    .gives("case.referred/2", "case.message-sent/1");
  given(...allowed(toAssigned), [asha, refer()], [fabien, take()])
    .when(fabien, refer({ number: 2, forum: "prosecutor" }))
    .gives("case.referred/2", "case.message-sent/1");
});
