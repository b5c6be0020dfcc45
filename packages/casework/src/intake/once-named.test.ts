// An assessment corrects what is counted, and unties nobody: who was tied once stays tied.
import assert from "node:assert/strict";
import { test } from "node:test";
import { privateCompany } from "@temwen/office";
import { barringForces, forcesOf } from "../case/case.ts";
import { judgeHistory } from "../history/history.ts";
import { mayRead } from "../law/reading.ts";
import { panelOf } from "../panel/panel.ts";
import { mayKnowOf, tellRow } from "../seen/row-law.ts";
import { briefCase } from "../seen/summary.ts";
import { caseAfter, toAcknowledged } from "../testing/beginnings.testing.ts";
import {
  asha,
  assess,
  bruno,
  carla,
  confirm,
  given,
  grantTo,
  ines,
  jules,
  karim,
  letIn,
  office,
  propose,
  type Step,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful, signedBy } from "../testing/history.testing.ts";
import { admit, assign, plan, take } from "../testing/later.testing.ts";

const about = (...forces: readonly string[]): Step => [bruno, assess({ forces })];
const formerlyAbout = (...forces: readonly string[]): Step => [bruno, assess({ forces }), "case.assessed/2"];
const corrected: readonly Step[] = [...toAcknowledged, about("alfa"), about("bravo")];

test("an investigator who is tied to a force that was named in passing examines no more", () => {
  const examined: readonly Step[] = [
    ...[...toAcknowledged, about("bravo"), [asha, admit()] as const],
    [asha, assign({ to: karim.id, grants: [grantTo(karim, "story")] })],
    [karim, take()],
  ];
  given(...examined)
    .when(karim, plan())
    .gives("case.inquiry-planned/1");
  given(...examined, about("bravo", "alfa"), about("bravo"))
    .when(karim, plan())
    .refuses("tied-to-respondent", { ties: ["alfa"] });
  given(...corrected, [asha, admit()])
    .when(asha, assign({ to: karim.id, grants: [grantTo(karim, "story")] }))
    .refuses("grantee-not-eligible");
});

test("a member of the panel who is tied to it confirms no non-admission, and has no seat", () => {
  const knew: readonly Step[] = [...toAcknowledged, about("bravo"), [asha, letIn(grantTo(jules, "story"))]];
  const proposed: Step = [asha, propose({ grants: [grantTo(carla, "story")] })];
  given(...knew, proposed)
    .when(jules, confirm())
    .gives("case.not-admitted/1", "case.message-sent/1");
  const later: readonly Step[] = [...knew, about("alfa"), about("bravo"), proposed];
  given(...later)
    .when(jules, confirm())
    .refuses("tied-to-respondent");
  assert.equal(panelOf(caseAfter(...later), office).find(({ id }) => id === jules.id)?.standing, "tied");
  given(...corrected)
    .when(asha, propose({ grants: [grantTo(jules, "story")] }))
    .refuses("grantee-not-eligible");
});

test("an officer of intake who is tied to it reads nothing, finds it in no list, and says nothing of it", () => {
  const theCase = caseAfter(...corrected);
  assert.deepEqual(forcesOf(theCase), ["bravo"], "what is counted is what the newest says");
  assert.deepEqual(barringForces(theCase), ["bravo", "alfa"]);
  assert.deepEqual([mayRead(theCase, asha), mayRead(theCase, ines)], [true, false]);
  const row = briefCase(theCase, []);
  assert.deepEqual([mayKnowOf(row, asha), mayKnowOf(row, ines)], [true, false]);
  assert.equal(row.facts.forces, "bravo");
  assert.ok(!JSON.stringify(tellRow(row)).includes("alfa"), "whom it was about before is in no row that is told");
  for (const order of [assess({ forces: ["bravo"] }), admit(), letIn(grantTo(carla, "story"))])
    given(...corrected)
      .when(ines, order)
      .refuses("tied-to-respondent");
});

test("a reader judges it the same, whoever signed it all the same", () => {
  const history = historyOf(...corrected);
  judgedLawful(history);
  const again = { ...history.at(-1)?.fact } as never;
  const { unlawful } = judgeHistory([...history, ...signedBy(ines, [again], history)], directoryOf);
  assert.deepEqual(
    unlawful.map(({ refusal }) => refusal.code),
    ["tied-to-respondent"],
  );
});

test("that nobody knew whom it is about bars nobody once it is known", () => {
  given(...toAcknowledged, about("unknown"), about("bravo"))
    .when(asha, letIn(grantTo(karim, "story")))
    .gives("case.access-granted/1");
});

test("what was done between two assessments of the second number stays lawful, and the next assessment ends it", () => {
  const before: readonly Step[] = [...toAcknowledged, formerlyAbout("alfa"), formerlyAbout("bravo")];
  const acted: readonly Step[] = [...before, [ines, admit()]];
  judgedLawful(historyOf(...acted));
  assert.ok(mayRead(caseAfter(...acted), ines));
  const after: readonly Step[] = [...acted, about("bravo")];
  assert.equal(mayRead(caseAfter(...after), ines), false);
  // An earlier number behind it forgets nothing either.
  const late = caseAfter(...after, formerlyAbout(privateCompany), formerlyAbout("bravo"));
  assert.deepEqual(barringForces(late), ["bravo", "alfa", privateCompany]);
});
