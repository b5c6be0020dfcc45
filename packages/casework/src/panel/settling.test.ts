// A case is closed as settled only where something was ruled and somebody answered on all of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../acts/fairness-acts.ts";
import { asha, carla, dario, digestOf, fabien, given, mona, type Step } from "../testing/given.testing.ts";
import {
  closeSitting,
  closure,
  decide,
  decisionIn,
  deliver,
  finding,
  letInOthers,
  proposeDecision,
  recommend,
  toFound,
  toHeard,
  toRuled,
  toSettled,
  vote,
} from "../testing/later.testing.ts";

const published = [digestOf("why it is refused")];

test("a case in which nothing was ruled is not closed as settled, and every other outcome is open to it", () => {
  given(...toFound)
    .when(carla, closure(2))
    .refuses("nothing-ruled");
  given(...toFound)
    .when(carla, ending("nothing-more-possible"))
    .gives("case.decision-proposed/3");
});

const ending = (outcome: "not-established" | "not-determined" | "nothing-more-possible") =>
  proposeDecision({ sitting: 2, decides: "closure", findings: [], outcome });

test("a case ends as it was found, and no other way", () => {
  const found = (change: Partial<Finding>) => {
    const findings = [finding(change)];
    return given(...decide([...toHeard, [fabien, recommend(findings)], letInOthers], proposeDecision({ findings }), 1));
  };
  const open = { why: "nobody-identified" } as const;
  const cases = [
    [{}, []],
    [{ happened: "not-established", answers: "not-established" }, ["not-established"]],
    [{ happened: "within-the-rules", answers: "not-established" }, ["not-established"]],
    [{ answers: "not-established" }, []],
    [{ answers: "not-determined", ...open }, []],
    [{ happened: "not-determined", answers: "not-determined", ...open }, ["not-determined"]],
    [{ happened: "not-determined", answers: "not-established", ...open }, ["not-determined"]],
  ] as const;
  for (const [change, fit] of cases) {
    for (const outcome of ["not-established", "not-determined"] as const) {
      const proposed = found(change).when(carla, ending(outcome));
      if ((fit as readonly string[]).includes(outcome)) proposed.gives("case.decision-proposed/3");
      else proposed.refuses("outcome-misfit");
    }
    found(change).when(carla, ending("nothing-more-possible")).gives("case.decision-proposed/3");
  }
});

test("a case is not settled while one of its measures has no answer, and is where each has one, silence among them", () => {
  given(...toRuled)
    .when(carla, closure(3))
    .refuses("measure-unanswered", { measure: 1 });
  given(...toRuled, [asha, deliver()])
    .when(carla, closure(3))
    .refuses("measure-unanswered", { measure: 2 });
  for (const delivered of ["delivered", "partly", "refused"] as const)
    given(...toRuled, [asha, deliver()], [asha, deliver({ measure: 2, delivered, published })])
      .when(carla, closure(3))
      .gives("case.decision-proposed/3");
});

test("a measure that was refused settles nothing until the reason is published", () => {
  // As it could once be recorded.
  const refused: Step = [asha, deliver({ measure: 2, delivered: "refused" }), "formerly"];
  given(...toRuled, [asha, deliver()], refused)
    .when(carla, closure(3))
    .refuses("measure-unanswered", { measure: 2 });
  given(...toRuled, [asha, deliver()], refused, [asha, deliver({ measure: 2, delivered: "refused", published })])
    .when(carla, closure(3))
    .gives("case.decision-proposed/3");
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
