// What the panel does not carry, and what whoever proposed it left behind, holds up nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Case } from "../case/case.ts";
import type { Actor, OfficeFacts, StaffCommand } from "../case/commands.ts";
import { judgeHistory } from "../history/history.ts";
import { decideStaffAct } from "../law/decide.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import { carla, dario, fabien, given, jules, mona, office, type Step } from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful, signedBy } from "../testing/history.testing.ts";
import {
  closeNotCarried,
  closeSitting,
  dayAfter,
  decide,
  decisionIn,
  proposeDecision,
  recuse,
  toSitting,
  vote,
  withdrawDecision,
} from "../testing/later.testing.ts";

const decision = decisionIn(toSitting);
type Ballot = "for" | "against" | "abstain";
const cast = (...votes: readonly (readonly [Actor, Ballot])[]): readonly Step[] =>
  votes.map(([member, ballot]): Step => [member, vote(decision, { vote: ballot })]);
const refusedByAll: readonly Step[] = [
  ...toSitting,
  ...cast([carla, "for"], [dario, "against"], [mona, "against"], [jules, "against"]),
];
const ask = (theCase: Case, [actor, order]: readonly [Actor, StaffCommand], facts: OfficeFacts, day = 3): string => {
  const answer = decideStaffAct(theCase, order, { actor, office: facts, at: dayAfter(day) });
  return answer.ok ? answer.value.map(({ type }) => type).join() : answer.refusal.code;
};
const without = (gone: Actor): OfficeFacts => ({ ...office, staff: office.staff.filter(({ id }) => id !== gone.id) });
const changed = (who: Actor, change: object): OfficeFacts => ({
  ...office,
  staff: office.staff.map((one) => (one.id === who.id ? { ...one, ...change } : one)),
});

test("what everybody voted on and is not carried closes as that, by any member, and something else is proposed", () => {
  const theCase = given(...refusedByAll)
    .when(dario, closeNotCarried())
    .gives("case.decision-not-carried/1");
  assert.ok(theCase.stage === "before-panel" && theCase.sitting === undefined);
  const next: readonly Step[] = [...refusedByAll, [dario, closeNotCarried()]];
  const found = decide(next, proposeDecision({ sitting: 2 }), 2);
  assert.equal(given(...found).theCase.stage, "found");
  const { lawful } = judgedLawful(historyOf(...found));
  assert.ok(lawful.some(({ fact }) => fact.type === "case.decision-not-carried/1"));
});

test("while a vote could still carry it, or it is carried, nobody closes it as not carried", () => {
  given(...toSitting, ...cast([carla, "for"]))
    .when(dario, closeNotCarried())
    .refuses("no-quorum", { votes: 1, needs: 3 });
  given(...toSitting, ...cast([carla, "for"], [dario, "against"], [mona, "abstain"]))
    .when(dario, closeNotCarried())
    .refuses("votes-missing", { votes: 2 });
  given(...toSitting, ...cast([carla, "abstain"], [dario, "against"], [mona, "against"]))
    .when(dario, closeNotCarried())
    .gives("case.decision-not-carried/1");
  given(...toSitting, ...cast([carla, "abstain"], [dario, "against"], [jules, "against"]))
    .when(dario, closeNotCarried())
    .refuses("no-civil-society");
  given(...toSitting, ...cast([carla, "for"], [dario, "for"], [mona, "for"]))
    .when(dario, closeNotCarried())
    .refuses("is-carried");
  given(...toSitting)
    .when(dario, closeNotCarried(2))
    .refuses("no-sitting");
  given(...refusedByAll)
    .when(fabien, closeNotCarried())
    .refuses("wrong-role");
});

test("where whoever proposed serves no longer, is tied by now or stepped back, any member takes the proposal back", () => {
  const theCase = caseAfter(...toSitting);
  const takesBack = [dario, withdrawDecision()] as const;
  assert.equal(ask(theCase, takesBack, office), "not-your-proposal");
  for (const facts of [without(carla), changed(carla, { role: "support" }), changed(carla, { ties: ["bravo"] })])
    assert.equal(ask(theCase, takesBack, facts), "case.decision-withdrawn/1");
  assert.equal(ask(caseAfter(...toSitting, [carla, recuse()]), takesBack, office), "case.decision-withdrawn/1");
  // Two colleagues suspend somebody; that alone takes no proposal from them.
  assert.equal(ask(theCase, takesBack, { ...without(carla), listed: office.staff }), "not-your-proposal");
});

test("a proposal that stood for fourteen days any member takes back", () => {
  const theCase = caseAfter(...toSitting);
  assert.equal(ask(theCase, [dario, withdrawDecision()], office, 13), "not-your-proposal");
  assert.equal(ask(theCase, [dario, withdrawDecision()], office, 16), "case.decision-withdrawn/1");
});

// Until now every desk called such a decision unlawful: it did not know who had been suspended.
test("a vote of somebody suspended does not count, and whoever judges later comes to the same", () => {
  const steps: readonly Step[] = [...toSitting, ...cast([carla, "for"], [dario, "for"], [mona, "for"], [jules, "for"])];
  const suspended: OfficeFacts = { ...without(jules), listed: office.staff };
  const history = historyOf(...steps);
  const decided = decideStaffAct(caseAfter(...steps), closeSitting(), {
    ...{ actor: carla, office: suspended, at: dayAfter(3) },
  });
  assert.ok(decided.ok);
  const [found] = decided.value;
  assert.ok(found?.type === "case.found/1" && found.votes.length === 3);
  const closed = [...history, ...signedBy(carla, decided.value, history)];
  assert.deepEqual(judgeHistory(closed, directoryOf).unlawful, []);
});

test("suspending whoever voted against it carries nothing", () => {
  const steps: readonly Step[] = [
    ...toSitting,
    ...cast([carla, "for"], [dario, "for"], [mona, "against"], [jules, "against"]),
  ];
  const suspended: OfficeFacts = { ...without(jules), listed: office.staff };
  assert.equal(ask(caseAfter(...steps), [carla, closeSitting()], suspended), "not-carried");
});
