import assert from "node:assert/strict";
import { test } from "node:test";
import type { KnownCase } from "../case/case.ts";
import { inHandsOf } from "../seen/in-hand.ts";
import {
  asha,
  carla,
  dario,
  elsa,
  fabien,
  given,
  grantTo,
  jules,
  letIn,
  mona,
  office,
  type Step,
} from "../testing/given.testing.ts";
import {
  decisionIn,
  proposeDecision,
  recuse,
  toAdmitted,
  toAssigned,
  toClosed,
  toInvestigating,
  toPanel,
  toRuled,
  vote,
} from "../testing/later.testing.ts";
import { panelOf } from "./panel.ts";
import { tallyOf } from "./tally.ts";

const open: readonly Step[] = [...toPanel, [carla, proposeDecision()]];
const decision = decisionIn(open);

function after(...steps: readonly Step[]): KnownCase {
  const { theCase } = given(...steps);
  assert.ok(theCase.stage !== "unknown");
  return theCase;
}

test("a tally names the votes that count, and of each other one why it does not", () => {
  const theCase = after(
    ...open,
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
    panelOf(after(...open, letInFabien, [dario, recuse()]), office).map(({ id, standing }) => [id, standing]),
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
  assert.equal(panelOf(after(...open), tied).find(({ id }) => id === carla.id)?.standing, "tied");
});

test("a case lies with whoever took it up, was given it or was let in to decide, and with nobody while it waits", () => {
  assert.deepEqual(inHandsOf(after(...toAdmitted)), []);
  assert.deepEqual(inHandsOf(after(...toAssigned)), [fabien.id]);
  assert.deepEqual(inHandsOf(after(...toInvestigating, [fabien, recuse()])), []);
  assert.deepEqual(inHandsOf(after(...toPanel)), [carla.id, dario.id, mona.id]);
  assert.deepEqual(inHandsOf(after(...toRuled, [dario, recuse()])), [carla.id, mona.id]);
  assert.deepEqual(inHandsOf(after(...toClosed)), []);
});
