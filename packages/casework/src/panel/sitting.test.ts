import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeHistory } from "../history/history.ts";
import { decideStaffAct } from "../law/decide.ts";
import { judgeSeen, seenByPerson } from "../seen/seen.ts";
import {
  asha,
  bruno,
  carla,
  dario,
  digestOf,
  elsa,
  fabien,
  given,
  grantTo,
  jules,
  letIn,
  mona,
  office,
  otto,
  type Step,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful, signedBy } from "../testing/history.testing.ts";
import {
  closeSitting,
  closure,
  dayAfter,
  decisionIn,
  deliver,
  finding,
  measure,
  proposeDecision,
  recuse,
  ruling,
  toClosed,
  toFound,
  toPanel,
  toRuled,
  toSettled,
  toSitting,
  vote,
  withdrawDecision,
} from "../testing/later.testing.ts";

const decision = decisionIn(toSitting);
const voted = (...voters: readonly (typeof carla)[]): readonly Step[] => [
  ...toSitting,
  ...voters.map((member): Step => [member, vote(decision)]),
];

test("three votes, one of civil society, and more for it than against decide, and the person is told", () => {
  const theCase = given(...voted(carla, dario, mona))
    .when(carla, closeSitting())
    .gives("case.found/1", "case.message-sent/1");
  assert.ok(theCase.stage === "found" && theCase.sitting === undefined);
  assert.deepEqual(theCase.inquiry.found, [finding()]);
});

test("fewer than three votes decide nothing", () => {
  given(...toSitting)
    .when(carla, closeSitting())
    .refuses("no-quorum", { votes: 0, needs: 3 });
  given(...voted(carla, mona))
    .when(carla, closeSitting())
    .refuses("no-quorum", { votes: 2 });
});

test("three votes without one of civil society decide nothing", () => {
  given(...voted(carla, dario, jules))
    .when(carla, closeSitting())
    .refuses("no-civil-society");
});

test("as many votes against as for decide nothing, and the members who abstain are counted as present", () => {
  const split: readonly Step[] = [
    ...toSitting,
    [carla, vote(decision)],
    [dario, vote(decision, { vote: "against", dissent: [{ part: "explanation-9", digest: digestOf("why not") }] })],
    [mona, vote(decision, { vote: "abstain" })],
  ];
  given(...split)
    .when(carla, closeSitting())
    .refuses("not-carried");
});

test("one decision at a time: nobody proposes while another is voted on", () => {
  given(...toSitting)
    .when(dario, proposeDecision({ sitting: 2 }))
    .refuses("sitting-open", { sitting: 1 });
  given(...toPanel)
    .when(carla, proposeDecision({ sitting: 2 }))
    .refuses("out-of-number", { expected: 1 });
});

test("a vote on other words than those proposed is refused, also on those of an earlier sitting", () => {
  given(...toSitting)
    .when(dario, vote(digestOf("other words")))
    .refuses("another-decision");
  given(...toSitting)
    .when(dario, vote(decision, { sitting: 2 }))
    .refuses("no-sitting");
  const again: readonly Step[] = [
    ...toSitting,
    [carla, withdrawDecision()],
    [
      carla,
      proposeDecision({
        sitting: 2,
        findings: [finding({ answers: "not-determined", why: "other" })],
        published: [digestOf("why")],
      }),
    ],
  ];
  given(...again)
    .when(dario, vote(decision, { sitting: 2 }))
    .refuses("another-decision");
});

test("nobody votes twice", () => {
  given(...voted(carla))
    .when(carla, vote(decision, { vote: "against" }))
    .refuses("already-voted");
});

test("a member of the reserve has no part in the first decision", () => {
  const letInElsa: Step = [asha, letIn(grantTo(elsa, "story"))];
  given(...toPanel, letInElsa)
    .when(elsa, proposeDecision())
    .refuses("wrong-bench");
  given(...toPanel, letInElsa, [carla, proposeDecision()])
    .when(elsa, vote(decision))
    .refuses("wrong-bench");
});

test("whoever was not let in, or had a hand in the case before, has no vote", () => {
  given(...toSitting)
    .when(otto, vote(decision))
    .refuses("not-let-in");
  const promoted = { ...bruno, role: "panel" as const };
  given(...toSitting, [asha, letIn(grantTo(bruno, "story"))])
    .when(promoted, vote(decision))
    .refuses("handled-this-case");
});

test("whoever examined does not decide on their own case", () => {
  given(...toSitting)
    .when(fabien, vote(decision))
    .refuses("wrong-role");
  given(...toSitting)
    .when({ ...fabien, role: "panel" }, vote(decision))
    .refuses("handled-this-case");
});

test("whoever stepped back has no vote, and one they cast before does not count", () => {
  given(...toSitting, [dario, recuse()])
    .when(dario, vote(decision))
    .refuses("recused");
  given(...voted(carla, dario, mona), [dario, recuse()])
    .when(carla, closeSitting())
    .refuses("no-quorum", { votes: 2 });
});

// A vote counted on when its member had been moved to another post meanwhile.
test("a member who is tied by now, or no longer of the panel, counts no more", () => {
  const { theCase } = given(...voted(carla, dario, mona));
  for (const change of [{ ties: ["bravo"] }, { role: "support" as const }]) {
    const staff = office.staff.map((one) => (one.id === dario.id ? { ...one, ...change } : one));
    const answer = decideStaffAct(theCase, closeSitting(), {
      actor: carla,
      office: { ...office, staff },
      at: dayAfter(3),
    });
    assert.equal(answer.ok ? "" : answer.refusal.code, "no-quorum");
  }
});

test("a proposal is withdrawn by who made it, and by others only when that member stepped back", () => {
  given(...toSitting)
    .when(dario, withdrawDecision())
    .refuses("not-your-proposal");
  given(...toSitting)
    .when(carla, withdrawDecision(2))
    .refuses("no-sitting");
  given(...toSitting)
    .when(carla, withdrawDecision())
    .gives("case.decision-withdrawn/1");
  given(...toSitting, [carla, recuse()])
    .when(dario, withdrawDecision())
    .gives("case.decision-withdrawn/1");
});

test("where the panel finds otherwise than was recommended, a reason is published", () => {
  const otherwise = [finding({ answers: "not-determined", why: "not-enough-evidence" })];
  given(...toPanel)
    .when(carla, proposeDecision({ findings: otherwise }))
    .refuses("reason-missing");
  given(...toPanel)
    .when(carla, proposeDecision({ findings: otherwise, published: [digestOf("the reason")] }))
    .gives("case.decision-proposed/3");
});

test("the panel too finds against nobody unheard, and finds on every allegation", () => {
  given(...toPanel)
    .when(carla, proposeDecision({ findings: [finding(), finding({ allegation: 2 })] }))
    .refuses("finding-missing");
  given(...toPanel)
    .when(carla, proposeDecision({ findings: [finding({ happened: "not-established" })] }))
    .refuses("finding-misfit");
});

test("a decision holds what belongs to its kind, at the stage that waits for it", () => {
  given(...toPanel)
    .when(carla, proposeDecision({ outcome: "settled" }))
    .refuses("decision-misfit");
  given(...toPanel)
    .when(carla, proposeDecision({ decides: "ruling", findings: [], measures: [measure()] }))
    .refuses("decision-misfit");
  given(...toFound)
    .when(carla, proposeDecision({ sitting: 2 }))
    .refuses("decision-misfit");
  given(...toFound)
    .when(carla, ruling())
    .refuses("decision-misfit");
  given(...toFound)
    .when(carla, ruling(measure({ number: 2 })))
    .refuses("out-of-number", { expected: 1 });
  given(...toFound)
    .when(carla, ruling(measure({ bearer: "contributing-state:charlie" })))
    .refuses("unknown-force");
});

test("a ruling is settled when each of its measures has come to an end, and a later record counts", () => {
  given(...toRuled)
    .when(asha, deliver({ measure: 3 }))
    .refuses("unknown-measure");
  const once = given(...toRuled)
    .when(asha, deliver())
    .gives("case.delivery-recorded/3");
  assert.equal(once.stage, "ruled");
  const partly = given(...toRuled, [asha, deliver()])
    .when(asha, deliver({ measure: 2, delivered: "partly", published: [digestOf("why")] }))
    .gives("case.delivery-recorded/3");
  assert.equal(partly.stage, "ruled");
  assert.equal(given(...toSettled).theCase.stage, "settled");
  const corrected = given(...toSettled)
    .when(asha, deliver({ delivered: "partly", published: [digestOf("why")] }))
    .gives("case.delivery-recorded/3");
  assert.equal(corrected.stage, "ruled");
});

test("a case is closed by the panel alone, and the person is told", () => {
  const { theCase } = given(...toClosed);
  assert.ok(theCase.stage === "closed" && theCase.outcomeToldAt);
  given(...toClosed)
    .when(carla, closure(4))
    .refuses("decision-misfit");
});

test("desk and person judge all of it lawful, and the person sees every vote behind what was decided", () => {
  const history = historyOf(...toClosed);
  const { lawful, theCase } = judgedLawful(history);
  assert.deepEqual(lawful, seenByPerson(history));
  assert.equal(theCase.stage, "closed");
  assert.equal(lawful.filter(({ fact }) => fact.type === "case.vote-cast/1").length, 9);
  const waiting = seenByPerson(historyOf(...voted(carla, dario, mona))).map(({ fact }) => fact.type);
  assert.ok(!waiting.includes("case.vote-cast/1") && !waiting.includes("case.decision-proposed/3"));
});

test("what somebody signed as found without the votes for it counts for nobody, at the desk and for the person", () => {
  const history = historyOf(...voted(carla, mona));
  const found = {
    type: "case.found/1",
    sitting: 1,
    decision,
    votes: [digestOf("a vote"), digestOf("another"), digestOf("a third")],
    findings: [finding()],
    published: [],
  } as const;
  const told = { type: "case.message-sent/1", to: "", number: 4, message: {}, copy: {} };
  const forged = signedBy(carla, [found, told as never], history);
  assert.equal(judgeHistory([...history, ...forged], directoryOf).unlawful[0]?.refusal.code, "no-quorum");
  const seen = judgeSeen([...history, ...forged], directoryOf);
  assert.equal(seen.unlawful[0]?.refusal.code, "decision-differs");
  assert.equal(seen.theCase.stage, "before-panel");
});

test("a decision shown with other findings than were voted on counts for nobody", () => {
  const history = historyOf(...toFound);
  const changed = history.map((event) =>
    event.fact.type === "case.found/1"
      ? { ...event, fact: { ...event.fact, findings: [finding({ answers: "within-the-rules" })] } }
      : event,
  );
  for (const judge of [judgeHistory, judgeSeen])
    assert.equal(judge(changed, directoryOf).unlawful[0]?.refusal.code, "decision-differs");
});
