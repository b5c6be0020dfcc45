// What the panel finds is fair at the hour at which it is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Case } from "../case/case.ts";
import { decideStaffAct } from "../law/decide.ts";
import { evolveCase } from "../law/evolve.ts";
import { asha, carla, dario, fabien, filed, given, mona, office, type Step } from "../testing/given.testing.ts";
import {
  answerRespondent,
  askOfRespondent,
  closeSitting,
  dayAfter,
  decisionIn,
  letInOthers,
  notify,
  offerHearing,
  proposeDecision,
  recommend,
  toSitting,
  vote,
} from "../testing/later.testing.ts";

const decision = decisionIn(toSitting);
const votes = [carla, dario, mona].map((member): Step => [member, vote(decision)]);

test("what is found is held to fairness when it is made, not only when it was proposed: new days to reply, a correction asked for", () => {
  const all = [...toSitting, ...votes];
  given(...all, [fabien, askOfRespondent()])
    .when(carla, closeSitting())
    .refuses("correction-waits");
  given(...all, [fabien, askOfRespondent()], [asha, answerRespondent()])
    .when(carla, closeSitting())
    .gives("case.found/1", "case.message-sent/1");
  // Notice, and no reply: the days pass, the panel votes, and then notice is given anew.
  const silent = happenedAt(
    ...toSitting.slice(0, 6).map((step) => [0, step] as const),
    ...[notify({ replyBy: dayAfter(14) }), offerHearing()].map((order) => [0, [fabien, order]] as const),
    [15, [fabien, recommend()]],
    [15, letInOthers],
    [15, [carla, proposeDecision()]],
    ...votes.map((step) => [15, step] as const),
  );
  const close = (theCase: Case, day: number) =>
    decideStaffAct(theCase, closeSitting(), { actor: carla, office, at: dayAfter(day) });
  assert.ok(close(silent, 15).ok);
  const anew = stepAt(silent, 15, [fabien, notify({ replyBy: dayAfter(30) })]);
  const early = close(anew, 16);
  assert.equal(!early.ok && early.refusal.code, "respondent-not-heard");
  assert.ok(close(anew, 30).ok);
});

/** A case after steps, each on a day of its own. */
const happenedAt = (...steps: readonly (readonly [number, Step])[]): Case =>
  steps.reduce<Case>((theCase, [day, step]) => stepAt(theCase, day, step), filed);

function stepAt(theCase: Case, day: number, step: Step): Case {
  assert.ok(!("type" in step));
  const [actor, order] = step;
  const at = dayAfter(day);
  const decided = decideStaffAct(theCase, order, { actor, office, at });
  assert.ok(decided.ok, JSON.stringify(decided));
  return decided.value.reduce<Case>((before, fact) => evolveCase(before, { fact, at, by: actor.id }), theCase);
}
