import assert from "node:assert/strict";
import { test } from "node:test";
import { seenByPerson } from "../seen/seen.ts";
import { asha, change, fabien, given, hugo, type Step } from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import { assessSafety, flagForce, toInvestigating } from "../testing/later.testing.ts";

const flagged: readonly Step[] = [...toInvestigating, [fabien, flagForce()]];

test("force that was not reported is flagged once by whoever examines, and a mistake is taken back", () => {
  given(...toInvestigating)
    .when(asha, flagForce())
    .refuses("wrong-role");
  given(...flagged)
    .when(hugo, flagForce())
    .refuses("already-flagged");
  const back = given(...flagged)
    .when(fabien, flagForce("taken-back"))
    .gives("case.force-flagged/1");
  assert.equal(back.force, undefined);
  for (const force of ["released", "taken-back"] as const)
    given(...toInvestigating)
      .when(fabien, flagForce(force))
      .refuses("not-flagged");
});

test("the mission learns of it only after somebody looked at the danger since, and then it is not taken back", () => {
  const late: readonly Step[] = [...flagged, [asha, assessSafety()]];
  given(...flagged)
    .when(fabien, flagForce("released"))
    .refuses("danger-not-assessed");
  const released = given(...late)
    .when(fabien, flagForce("released"))
    .gives("case.force-flagged/1");
  assert.equal(released.force?.is, "released");
  for (const force of ["released", "taken-back"] as const)
    given(...late, [fabien, flagForce("released")])
      .when(fabien, flagForce(force))
      .refuses("not-flagged");
});

test("nothing of it is shown on the person's phone, and nobody flags where the person allows no inquiry", () => {
  const history = historyOf(...flagged);
  judgedLawful(history);
  assert.ok(!seenByPerson(history).some(({ fact }) => fact.type === "case.force-flagged/1"));
  given(...toInvestigating, change(1, "keep-words"))
    .when(fabien, flagForce())
    .refuses("beyond-consent");
});
