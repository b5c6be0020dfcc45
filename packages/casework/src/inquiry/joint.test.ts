// The mission together with others, and the host police alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { privateCompany } from "@temwen/office";
import { decideStaffAct } from "../law/decide.ts";
import { seenByPerson } from "../seen/seen.ts";
import { caseAfter, toAcknowledged } from "../testing/beginnings.testing.ts";
import {
  asha,
  assess,
  bruno,
  carla,
  change,
  dario,
  elsa,
  fabien,
  given,
  grantTo,
  hugo,
  letIn,
  miss,
  mona,
  office,
  paula,
  type Step,
  send,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  admit,
  allege,
  assessSafety,
  assign,
  closeSitting,
  dayAfter,
  decide,
  decisionIn,
  measure,
  offerHearing,
  offerSupport,
  proposeDecision,
  recommend,
  refer,
  ruling,
  take,
  tellFocalPoint,
  toInvestigating,
  vote,
} from "../testing/later.testing.ts";
import { allowTransfer, confirmTransfer, proposeTransfer } from "../testing/owed.testing.ts";
import { owesFocalPoint } from "./joint.ts";

// The force called alfa is the host police, and bravo of the mission (`given.testing.ts`).
const together = allege({ kind: "several-forces", forces: ["alfa", "bravo"] });
const joint: readonly Step[] = [...toInvestigating, [fabien, together]];
// Whoever is tied to alfa has no seat: two of the reserve have one.
const letInReserve: Step = [asha, letIn(grantTo(elsa, "story"), grantTo(paula, "story"))];
const jointFound = decide(
  [...joint, [fabien, offerHearing()], [fabien, recommend()], letInReserve],
  proposeDecision(),
  1,
);
const told: readonly Step[] = [
  [asha, assessSafety()],
  [asha, tellFocalPoint()],
];
const ending = proposeDecision({ sitting: 2, decides: "closure", findings: [], outcome: "nothing-more-possible" });
const stageOf = (...steps: readonly Step[]): string => caseAfter(...steps).stage;

test("of a joint case the due-diligence focal point is told, by whoever sees it, at any stage before its end", () => {
  for (const [steps, teller] of [
    [[...toAcknowledged, [bruno, assess({ forces: ["bravo", "alfa"] })]], bruno],
    [joint, fabien],
    [joint, hugo],
    [jointFound, mona],
  ] as const) {
    const looked = given(...(steps as readonly Step[]), [asha, assessSafety()]);
    assert.ok(owesFocalPoint(looked.theCase as never, office));
    const theCase = looked.when(teller, tellFocalPoint()).gives("case.focal-point-notified/1");
    assert.ok(theCase.focalPointAt !== undefined && !owesFocalPoint(theCase, office));
  }
});

test("a company beside a contingent makes a case joint as well, and unknown people beside one force do not", () => {
  const looked = (...forces: readonly string[]) =>
    given(...toAcknowledged, [bruno, assess({ forces })], [asha, assessSafety()]);
  looked("bravo", privateCompany).when(asha, tellFocalPoint()).gives("case.focal-point-notified/1");
  for (const alone of [["bravo"], ["alfa"], ["bravo", "unknown"], [privateCompany], ["unknown"]])
    looked(...alone)
      .when(asha, tellFocalPoint())
      .refuses("not-joint");
});

test("nobody outside is told before somebody looked at the danger, or where the person allows no inquiry", () => {
  given(...joint)
    .when(fabien, tellFocalPoint())
    .refuses("danger-not-assessed");
  given(...joint, [asha, assessSafety()], change(1, "keep-words"))
    .when(fabien, tellFocalPoint())
    .refuses("beyond-consent");
});

test("a joint case is not closed before the focal point was told; found and ruled it is all the same", () => {
  given(...jointFound)
    .when(carla, ending)
    .refuses("focal-point-not-told");
  given(...jointFound)
    .when(carla, ruling(measure({ bearer: "mission" })))
    .gives("case.decision-proposed/3");
  assert.equal(stageOf(...decide([...jointFound, ...told], ending, 2)), "closed");
});

test("what the person allows may change while the panel votes: who closes is asked again", () => {
  const less: readonly Step[] = [...jointFound, change(1, "help-only"), [carla, ending]];
  const voted: readonly Step[] = [
    ...less,
    ...[carla, dario, mona].map((member): Step => [member, vote(decisionIn(less), { sitting: 2 })]),
  ];
  given(...voted, change(2, "investigate-with-me"))
    .when(carla, closeSitting(2))
    .refuses("focal-point-not-told");
  // Nothing waits for a word that the person does not allow to be said.
  given(...voted)
    .when(carla, closeSitting(2))
    .gives("case.closed/1", "case.message-sent/1");
});

test("a case closed under a directory that did not say who the host police are stays lawfully closed", () => {
  const { hostForces: _, ...before } = office;
  const { theCase } = given(...jointFound);
  const answer = decideStaffAct(theCase, ending, { actor: carla, office: before, at: dayAfter(60) });
  assert.ok(answer.ok);
});

test("desks judge the notice lawful, and the person's device is not shown it", () => {
  const history = historyOf(...joint, ...told);
  assert.ok(history.some(({ fact }) => fact.type === "case.focal-point-notified/1"));
  judgedLawful(history);
  assert.ok(seenByPerson(history).every(({ fact }) => fact.type !== "case.focal-point-notified/1"));
});

test("what the host police alone are said to have done is recorded and helped with, and nothing of it goes anywhere by itself", () => {
  const ofPolice: readonly Step[] = [...toAcknowledged, [bruno, assess({ forces: ["alfa"] })]];
  const lived: readonly Step[] = [
    ...ofPolice,
    [asha, assessSafety()],
    [asha, offerSupport()],
    [asha, send()],
    miss("inform"),
    [asha, admit()],
    [asha, assign()],
    [fabien, take()],
    [fabien, allege({ forces: ["alfa"] })],
  ];
  for (let steps = ofPolice.length; steps <= lived.length; steps++) {
    const theCase = caseAfter(...lived.slice(0, steps));
    assert.notEqual(theCase.stage, "transferred");
    assert.deepEqual([theCase.transfer, theCase.referrals], [undefined, undefined]);
  }
  given(...lived)
    .when(fabien, proposeTransfer())
    .refuses("transfer-not-allowed");
  given(...lived)
    .when(fabien, refer())
    .refuses("beyond-consent");
  const wanted: readonly Step[] = [...lived, [asha, allowTransfer()], [fabien, proposeTransfer()]];
  assert.equal(stageOf(...wanted), "investigating");
  given(...wanted)
    .when(fabien, confirmTransfer())
    .refuses("cannot-confirm-own-proposal");
  assert.equal(stageOf(...wanted, [asha, confirmTransfer()]), "transferred");
});
