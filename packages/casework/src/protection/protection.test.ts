import assert from "node:assert/strict";
import { test } from "node:test";
import { mayRead } from "../law/reading.ts";
import { seenByPerson } from "../seen/seen.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  change,
  dario,
  fabien,
  gerda,
  given,
  grantTo,
  hugo,
  letIn,
  mona,
  type Step,
  send,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  assessInterests,
  assessSafety,
  assign,
  closeSitting,
  decisionIn,
  offerSupport,
  plan,
  proposeDecision,
  recuse,
  reportRetaliation,
  toInvestigating,
  toPanel,
  vote,
} from "../testing/later.testing.ts";

test("danger is looked at and help offered from the first answer on, whatever the person allows", () => {
  const helpOnly: readonly Step[] = [[asha, acknowledge()], change(1, "help-only")];
  for (const helper of [asha, fabien, hugo]) {
    given(...helpOnly)
      .when(helper, assessSafety())
      .gives("case.safety-assessed/1");
    given(...helpOnly)
      .when(helper, offerSupport())
      .gives("case.support-offered/1");
  }
  given(...helpOnly)
    .when(gerda, offerSupport({ offered: "declined" }))
    .gives("case.support-offered/1");
  given(...helpOnly)
    .when(carla, assessSafety())
    .refuses("wrong-role");
});

test("what was asked for to protect somebody, and that it was refused, stands in the record", () => {
  const theCase = given([asha, acknowledge()], [asha, assessSafety({ level: "low", protecting: [] })])
    .when(asha, assessSafety())
    .gives("case.safety-assessed/1");
  assert.deepEqual(
    [theCase.safety?.level, theCase.safety?.protecting],
    ["high", [{ kind: "relocation", answer: "refused" }]],
  );
});

test("whom the person is harmed by for having spoken does and reads nothing more, and the case goes to others", () => {
  const reported: readonly Step[] = [...toInvestigating, [asha, reportRetaliation(fabien)]];
  const { theCase } = given(...reported);
  assert.equal(mayRead(theCase, fabien), false);
  for (const order of [plan(), send(), recuse()])
    given(...reported)
      .when(fabien, order)
      .refuses("complained-about");
  given(...reported)
    .when(asha, assign())
    .refuses("grantee-not-eligible", { to: fabien.id });
  given(...reported)
    .when(asha, letIn(grantTo(fabien, "story")))
    .refuses("grantee-not-eligible");
  given(...reported)
    .when(asha, assign({ to: hugo.id, grants: [grantTo(hugo, "story")] }))
    .gives("case.assigned/2", "case.access-granted/1");
});

test("a vote of somebody the person complains about does not count", () => {
  const open: readonly Step[] = [...toPanel, [carla, proposeDecision()]];
  const cast = [carla, dario, mona].map((member): Step => [member, vote(decisionIn(open))]);
  given(...open, ...cast, [bruno, reportRetaliation(dario)])
    .when(carla, closeSitting())
    .refuses("no-quorum", { votes: 2 });
});

test("retaliation from elsewhere is reported too, and nobody reports themselves or a stranger", () => {
  given([asha, acknowledge()]).when(asha, reportRetaliation()).gives("case.retaliation-reported/2");
  given([asha, acknowledge()]).when(asha, reportRetaliation(asha)).refuses("not-a-colleague");
});

test("nothing of what protects a person is shown where somebody may look over their shoulder", () => {
  const history = historyOf(
    [asha, acknowledge()],
    [asha, assessSafety()],
    [asha, offerSupport()],
    [asha, reportRetaliation()],
  );
  judgedLawful(history);
  assert.equal(seenByPerson(history).length, 3);
});

/** An assessment that speaks of a child, or of none. */
const childIs = (child: "yes" | "no" | "doubt"): readonly Step[] => [
  [asha, acknowledge()],
  [bruno, assess({ forces: ["bravo"], child })],
];

test("what is best for a child is looked at by child protection, where there is a child or doubt about it", () => {
  for (const child of ["yes", "doubt"] as const) {
    const after = given(...childIs(child))
      .when(hugo, assessInterests())
      .gives("case.best-interests-assessed/1");
    assert.equal(after.interests?.guardian, "not-yet");
  }
  given(...childIs("yes"))
    .when(asha, assessInterests())
    .refuses("wrong-role");
  given(...childIs("no"))
    .when(hugo, assessInterests())
    .refuses("not-of-a-child");
});

test("whoever has the care of a child is told only after somebody looked at the danger, and the phone shows nothing of it", () => {
  given(...childIs("yes"))
    .when(hugo, assessInterests({ guardian: "told" }))
    .refuses("danger-not-assessed");
  const looked: readonly Step[] = [...childIs("yes"), [asha, assessSafety({ level: "low" })]];
  given(...looked)
    .when(hugo, assessInterests({ guardian: "told" }))
    .gives("case.best-interests-assessed/1");
  const history = historyOf(...looked, [asha, letIn(grantTo(hugo, "story"))], [hugo, assessInterests()]);
  judgedLawful(history);
  assert.ok(!seenByPerson(history).some(({ fact }) => fact.type === "case.best-interests-assessed/1"));
});
