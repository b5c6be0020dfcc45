import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { judgeHistory } from "../history/history.ts";
import { seenByPerson } from "../seen/seen.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  bruno,
  carla,
  fabien,
  given,
  grantTo,
  hourAfter,
  letIn,
  type Step,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf } from "../testing/history.testing.ts";
import {
  explainDelay,
  extendClock,
  reportProgress,
  reportRetaliation,
  reviewRetaliation,
  toAdmitted,
  toAssigned,
  toInvestigating,
  toPanel,
} from "../testing/later.testing.ts";

const due = "2027-05-03T17:00:00.000Z" as Instant;

test("more time is given with a sealed reason, and the person sees that it was", () => {
  const history: readonly Step[] = [...toInvestigating, [asha, extendClock()]];
  const theCase = given(...toInvestigating)
    .when(asha, extendClock())
    .gives("case.clock-extended/1");
  assert.deepEqual(theCase.extensions, [{ clock: "inquiry", due, until: "2027-08-03T17:00:00.000Z" }]);
  const shown = seenByPerson(historyOf(...history)).map(({ fact }) => fact.type);
  assert.ok(shown.includes("case.clock-extended/1"));
});

test("whoever examines a case gives themselves no more time", () => {
  const byTaker = given(...toInvestigating).when(fabien, extendClock());
  byTaker.refuses("wrong-role");
  // Whoever was given the case may have changed their role since.
  given(...toInvestigating)
    .when({ ...fabien, role: "intake" }, extendClock())
    .refuses("examines-this-case");
});

test("no more time is given than the pack allows, none that ends before, and each hour is put off once", () => {
  const at = (until: string) => given(...toInvestigating).when(bruno, extendClock({ until: until as Instant }));
  const latest = "2027-11-03T17:00:00.000Z";
  at(latest).gives("case.clock-extended/1");
  at("2027-11-03T17:00:00.001Z").refuses("beyond-extension", { latest });
  at(due).refuses("beyond-extension");
  given(...toInvestigating, [asha, extendClock()])
    .when(bruno, extendClock({ until: "2027-09-03T17:00:00.000Z" as Instant }))
    .refuses("already-extended");
});

test("a clock that the pack does not put off is not put off", () => {
  given(...toInvestigating)
    .when(asha, extendClock({ clock: "feedback" }))
    .refuses("not-extendable");
});

test("an extension stays lawful when the pack that allowed it is gone", () => {
  const { unlawful } = judgeHistory(historyOf(...toInvestigating, [asha, extendClock()]), directoryOf);
  assert.deepEqual(unlawful, []);
});

test("the person is told why it takes long in a message; how far it is stays with the office", () => {
  const history: readonly Step[] = [...toInvestigating, [asha, explainDelay()], [fabien, reportProgress()]];
  given(...toAdmitted)
    .when(asha, explainDelay())
    .gives("case.delay-explained/1", "case.message-sent/1");
  given(...toPanel)
    .when(fabien, explainDelay())
    .gives("case.delay-explained/1", "case.message-sent/1");
  const shown = seenByPerson(historyOf(...history)).map(({ fact }) => fact.type);
  assert.ok(shown.includes("case.delay-explained/1") && !shown.includes("case.progress-reported/1"));
});

test("how far an inquiry is, only whoever took it reports", () => {
  given(...toInvestigating)
    .when(fabien, reportProgress())
    .gives("case.progress-reported/1");
  given(...toInvestigating, [asha, letIn(grantTo({ ...fabien, id: bruno.id }, "story"))])
    .when({ ...fabien, id: bruno.id }, reportProgress())
    .refuses("not-your-case");
});

test("a report of retaliation is looked at by somebody else than whoever wrote it down", () => {
  const reported: readonly Step[] = [
    [asha, acknowledge()],
    [asha, reportRetaliation()],
  ];
  given(...reported)
    .when(asha, reviewRetaliation())
    .refuses("reported-it-oneself");
  const theCase = given(...reported)
    .when(bruno, reviewRetaliation({ finds: "no-grounds" }))
    .gives("case.retaliation-reviewed/2");
  assert.equal(theCase.retaliationReviewedAt, hourAfter(3));
  const shown = seenByPerson(historyOf(...reported, [bruno, reviewRetaliation()])).map(({ fact }) => fact.type);
  assert.ok(!shown.includes("case.retaliation-reviewed/2"));
});

test("nobody looks at a report that nobody made, nor at one about themselves", () => {
  given([asha, acknowledge()]).when(bruno, reviewRetaliation()).refuses("no-retaliation-reported");
  given([asha, acknowledge()], [asha, reportRetaliation(bruno)])
    .when(bruno, reviewRetaliation())
    .refuses("complained-about");
  given([asha, acknowledge()], [asha, reportRetaliation()])
    .when(carla, reviewRetaliation())
    .gives("case.retaliation-reviewed/2");
});

test("a report of retaliation is looked at by nobody who examines the case, nor by whom it was given to", () => {
  for (const steps of [toAssigned, toInvestigating])
    given(...steps, [asha, reportRetaliation()])
      .when(fabien, reviewRetaliation({ finds: "no-grounds" }))
      .refuses("examines-this-case");
});

test("whoever wrote down a report does not look at it because a colleague wrote down another since", () => {
  const twice: readonly Step[] = [
    [asha, acknowledge()],
    [asha, reportRetaliation()],
    [bruno, reportRetaliation()],
  ];
  for (const reporter of [asha, bruno])
    given(...twice)
      .when(reporter, reviewRetaliation())
      .refuses("reported-it-oneself");
  const looked: readonly Step[] = [...twice, [carla, reviewRetaliation()], [carla, reportRetaliation()]];
  given(...looked)
    .when(asha, reviewRetaliation())
    .gives("case.retaliation-reviewed/2");
});

test("a later report does not put off the look at an older one; one that comes behind the look counts from itself", () => {
  const reported: readonly Step[] = [
    [asha, acknowledge()],
    [asha, reportRetaliation()],
    [bruno, reportRetaliation()],
  ];
  assert.equal(caseAfter(...reported).retaliationAt, hourAfter(2));
  const again = caseAfter(...reported, [carla, reviewRetaliation()], [bruno, reportRetaliation()]);
  assert.equal(again.retaliationAt, hourAfter(5));
});
