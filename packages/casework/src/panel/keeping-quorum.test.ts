// By one officer's word nobody empties the panel; by two they do, and the roots list others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decideStaffAct } from "../law/decide.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  asha,
  bruno,
  carla,
  dario,
  elsa,
  given,
  hourAfter,
  jules,
  mona,
  office,
  paula,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import { reportRetaliation, toClosed, toPanel } from "../testing/later.testing.ts";

const almostAll = [carla, dario, jules, mona, elsa] as const;

test("members of the panel are out by one officer's word as long as enough are left to decide", () => {
  const theCase = given(...toPanel)
    .when(bruno, reportRetaliation(carla, dario, mona))
    .gives("case.retaliation-reported/2");
  assert.deepEqual(theCase.complainedAbout, [carla.id, dario.id, mona.id]);
});

test("one officer's word leaves neither fewer than three nor nobody of civil society, at once or one by one", () => {
  given(...toPanel)
    .when(bruno, reportRetaliation(...almostAll))
    .refuses("leaves-no-quorum");
  given(...toPanel)
    .when(bruno, reportRetaliation(mona, paula))
    .refuses("leaves-no-quorum");
  given(...toPanel, [bruno, reportRetaliation(carla, dario, mona)])
    .when(bruno, reportRetaliation(jules, elsa))
    .refuses("leaves-no-quorum");
  given(...toPanel)
    .when(bruno, reportRetaliation())
    .gives("case.retaliation-reported/2");
});

test("where a colleague reported it too, whoever it is about is out, however many; and the case is lawful at every reader's", () => {
  const both: readonly Step[] = [...toPanel, [asha, reportRetaliation()], [bruno, reportRetaliation(...almostAll)]];
  assert.equal(given(...both).theCase.stage, "before-panel");
  judgedLawful(historyOf(...both));
});

test("of a case that has ended it is the reserve that must not be emptied", () => {
  given(...toClosed)
    .when(bruno, reportRetaliation(elsa))
    .refuses("leaves-no-quorum");
  given(...toClosed)
    .when(bruno, reportRetaliation(carla, dario, mona))
    .gives("case.retaliation-reported/2");
});

test("a report from before the rule counts as it did", () => {
  const report = reportRetaliation(...almostAll);
  const then = decideStaffAct(caseAfter(...toPanel), report, {
    ...{ actor: bruno, office, at: hourAfter(99), formerly: true },
  });
  assert.ok(then.ok && then.value[0]?.type === "case.retaliation-reported/1");
});
