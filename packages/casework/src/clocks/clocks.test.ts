import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock } from "@temwen/mission-pack";
import { type Instant, instantToMillis } from "@temwen/vocabulary";
import { briefCase } from "../seen/summary.ts";
import { toAssessed } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  carla,
  confirm,
  given,
  keepOpen,
  miss,
  propose,
  type Step,
} from "../testing/given.testing.ts";
import { runningClocks } from "./clocks.ts";

const clock = (id: string, startsOn: string, stopsOn: string, due: string): Clock => ({
  id,
  startsOn: `case.${startsOn}`,
  stopsOn: `case.${stopsOn}`,
  due,
  bearer: "office",
  source: "an example",
  basis: "platform-default",
  publish: true,
});
const clocks = [
  clock("feedback", "acknowledged", "outcome-told", "P3M"),
  clock("acknowledgement", "received", "acknowledged", "P7D"),
  clock("safety-assessment", "acknowledged", "assessed", "PT24H"),
  clock("confirmation", "non-admission-proposed", "non-admission-decided", "P14D"),
  clock("review", "review-asked", "reviewed", "P30D"),
];
const book = { zone: "America/Port-au-Prince", clocks };
const runningAfter = (...history: readonly Step[]) => runningClocks(given(...history).theCase, book);
const idsAfter = (...history: readonly Step[]) => runningAfter(...history).map(({ id }) => id);

const acknowledged: Step = [asha, acknowledge()];
const assessed: Step = [asha, assess()];
const proposed: Step = [asha, propose()];

test("each clock runs from the fact that starts it to the fact that stops it, nearest first", () => {
  assert.deepEqual(idsAfter(), ["acknowledgement"]);
  assert.deepEqual(idsAfter(acknowledged), ["safety-assessment", "feedback"]);
  assert.deepEqual(idsAfter(acknowledged, assessed), ["feedback"]);
  assert.deepEqual(idsAfter(acknowledged, assessed, proposed), ["confirmation", "feedback"]);
  assert.deepEqual(idsAfter(acknowledged, assessed, proposed, [carla, keepOpen()]), ["feedback"]);
  assert.deepEqual(idsAfter(acknowledged, assessed, proposed, [carla, confirm()]), []);
});

test("a clock counts from the hour of its own start, not from another fact's", () => {
  const { theCase } = given(acknowledged);
  assert.ok(theCase.stage === "acknowledged");
  const due = runningClocks(theCase, book).find(({ id }) => id === "safety-assessment")?.due;
  assert.equal(instantToMillis(due as Instant), instantToMillis(theCase.acknowledgedAt) + 24 * 3_600_000);
});

test("no clock runs on a case that nobody filed", () => {
  assert.deepEqual(runningClocks({ stage: "unknown" }, book), []);
});

const briefAfter = (...history: readonly Step[]) => {
  const { theCase } = given(...history);
  assert.ok(theCase.stage !== "unknown");
  return briefCase(theCase, runningClocks(theCase, book));
};
const [safety, feedback] = runningAfter(acknowledged);

// A missed clock gave way to the next: a case went down the queue the moment it was late.
test("a case that is late stays on top of the queue by the clock that was missed", () => {
  const { stage, clock, facts } = briefAfter(acknowledged, miss("safety-assessment", safety?.due));
  assert.equal(stage, "acknowledged");
  assert.deepEqual([clock, facts.missed], [safety, 1]);
});

test("that a clock was missed is said once, and the next one in its turn", () => {
  assert.equal(briefAfter(acknowledged).facts.unsaid, safety?.due);
  assert.equal(briefAfter(acknowledged, miss("safety-assessment", safety?.due)).facts.unsaid, feedback?.due);
  const both = briefAfter(acknowledged, miss("safety-assessment", safety?.due), miss("feedback", feedback?.due));
  assert.deepEqual([both.facts.unsaid, both.facts.missed], ["", 2]);
});

test("a clock that starts again can be missed again", () => {
  const first = runningAfter(acknowledged, assessed, proposed).find(({ id }) => id === "confirmation");
  const said = miss("confirmation", first?.due);
  const again: readonly Step[] = [acknowledged, assessed, proposed, said, [carla, keepOpen()], proposed];
  const second = runningAfter(...again).find(({ id }) => id === "confirmation");
  assert.notEqual(second?.due, first?.due);
  assert.equal(briefAfter(...again).facts.unsaid, second?.due);
});

test("the queue shows clear facts only, in few bytes", () => {
  const { theCase } = given(acknowledged, assessed, proposed);
  assert.ok(theCase.stage !== "unknown");
  const { facts } = briefCase(theCase, []);
  for (const value of Object.values(facts)) assert.ok(["string", "number", "boolean"].includes(typeof value));
  assert.ok(JSON.stringify(facts).length < 2048);
  assert.ok(!JSON.stringify(facts).includes("age1pq1"));
});

test("a missed clock stays written down, whatever is decided later", () => {
  const theCase = given(...toAssessed, miss("feedback"), [asha, propose()])
    .when(carla, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
  assert.deepEqual(theCase.missed, [{ clock: "feedback", due: "2026-11-04T15:00:00.000Z" }]);
});
