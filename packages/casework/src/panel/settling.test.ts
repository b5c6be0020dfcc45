// A case is closed as settled only where something was ruled and somebody answered on all of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asha, carla, dario, digestOf, given, mona, type Step } from "../testing/given.testing.ts";
import {
  closeSitting,
  closure,
  decisionIn,
  deliver,
  proposeDecision,
  toFound,
  toRuled,
  toSettled,
  vote,
} from "../testing/later.testing.ts";

const published = [digestOf("why it is refused")];

test("a case in which nothing was ruled is not closed as settled, and every other outcome is open to it", () => {
  given(...toFound)
    .when(carla, closure(2))
    .refuses("nothing-ruled");
  for (const outcome of ["not-established", "not-determined", "nothing-more-possible"] as const)
    given(...toFound)
      .when(carla, proposeDecision({ sitting: 2, decides: "closure", findings: [], outcome }))
      .gives("case.decision-proposed/2");
});

test("a case is not settled while one of its measures has no answer, and is where each has one, silence among them", () => {
  given(...toRuled)
    .when(carla, closure(3))
    .refuses("measure-unanswered", { measure: 1 });
  given(...toRuled, [asha, deliver()])
    .when(carla, closure(3))
    .refuses("measure-unanswered", { measure: 2 });
  for (const delivered of ["delivered", "partly", "no-answer"] as const)
    given(...toRuled, [asha, deliver()], [asha, deliver({ measure: 2, delivered })])
      .when(carla, closure(3))
      .gives("case.decision-proposed/2");
});

test("a measure that was refused settles nothing until the reason is published", () => {
  // As it could once be recorded.
  const refused: Step = [asha, deliver({ measure: 2, delivered: "refused" }), "formerly"];
  given(...toRuled, [asha, deliver()], refused)
    .when(carla, closure(3))
    .refuses("measure-unanswered", { measure: 2 });
  given(...toRuled, [asha, deliver()], refused, [asha, deliver({ measure: 2, delivered: "refused", published })])
    .when(carla, closure(3))
    .gives("case.decision-proposed/2");
});

test("an answer that is corrected while the panel votes is asked for again when it closes", () => {
  const proposed: readonly Step[] = [...toSettled, [carla, closure(3)]];
  const decision = decisionIn(proposed);
  const votes = [carla, dario, mona].map((member): Step => [member, vote(decision, { sitting: 3 })]);
  given(...proposed, ...votes, [asha, deliver({ delivered: "refused" }), "formerly"])
    .when(carla, closeSitting(3))
    .refuses("measure-unanswered", { measure: 1 });
  const { theCase } = given(...proposed, ...votes, [asha, deliver({ delivered: "refused", published })]);
  assert.equal(theCase.stage, "settled");
  given(...proposed, ...votes)
    .when(carla, closeSitting(3))
    .gives("case.closed/1", "case.message-sent/1");
});
