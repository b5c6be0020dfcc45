import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  asha,
  carla,
  dario,
  elsa,
  fabien,
  grantTo,
  jules,
  letIn,
  mona,
  office,
  type Step,
} from "../testing/given.testing.ts";
import { decisionIn, recuse, toSitting, vote } from "../testing/later.testing.ts";
import { panelOf } from "./panel.ts";
import { tallyOf } from "./tally.ts";

const decision = decisionIn(toSitting);

test("a tally names the votes that count, and of each other one why it does not", () => {
  const theCase = caseAfter(
    ...toSitting,
    [carla, vote(decision)],
    [dario, vote(decision)],
    [mona, vote(decision)],
    [dario, recuse()],
  );
  const withoutMona = { ...office, staff: office.staff.filter(({ id }) => id !== mona.id) };
  assert.ok(theCase.sitting);
  const tally = tallyOf(theCase.sitting, theCase, withoutMona);
  assert.deepEqual(
    tally.counted.map(({ by }) => by),
    [carla.id],
  );
  assert.deepEqual(tally.uncounted, [
    { by: dario.id, why: "has-no-part" },
    { by: mona.id, why: "no-longer-serves" },
  ]);
  assert.deepEqual([tally.needs, tally.isOfPeople, tally.isCarried], [3, false, true]);
});

test("of everybody of the panel it is said whether they may decide in a case, and why not", () => {
  const letInFabien: Step = [asha, letIn(grantTo(jules, "story"))];
  const standings = new Map(
    panelOf(caseAfter(...toSitting, letInFabien, [dario, recuse()]), office).map(({ id, standing }) => [id, standing]),
  );
  assert.equal(standings.get(carla.id), "may");
  assert.equal(standings.get(mona.id), "may");
  assert.equal(standings.get(jules.id), "may");
  assert.equal(standings.get(dario.id), "has-no-part");
  assert.equal(standings.get(elsa.id), "not-let-in");
  assert.equal(standings.has(fabien.id), false);
  const tied = {
    ...office,
    staff: office.staff.map((one) => (one.id === carla.id ? { ...one, ties: ["bravo"] } : one)),
  };
  assert.equal(panelOf(caseAfter(...toSitting), tied).find(({ id }) => id === carla.id)?.standing, "tied");
});
