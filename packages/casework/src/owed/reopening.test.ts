import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeSeen } from "../seen/seen.ts";
import { toNotAdmitted } from "../testing/beginnings.testing.ts";
import {
  asha,
  askReview,
  bruno,
  confirmErasure,
  dario,
  elsa,
  fabien,
  given,
  grantTo,
  letIn,
  proposeErasure,
  type Step,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  allege,
  assign,
  finding,
  notify,
  plan,
  recommend,
  replied,
  take,
  toClosed,
  toFound,
} from "../testing/later.testing.ts";
import { confirmReopening, proposeReopening, toWithdrawn } from "../testing/owed.testing.ts";

const letInElsa: Step = [asha, letIn(grantTo(elsa, "story"))];
const proposed = (end: readonly Step[]): readonly Step[] => [...end, letInElsa, [bruno, proposeReopening()]];
const reopened = (end: readonly Step[]): readonly Step[] => [...proposed(end), [elsa, confirmReopening()]];

test("a case that ended is taken up again on new facts by two people, and the person is told", () => {
  for (const [end, stage] of [
    [toNotAdmitted, "assessed"],
    [toClosed, "investigating"],
  ] as const) {
    const after = given(...proposed(end))
      .when(elsa, confirmReopening())
      .gives("case.reopened/1", "case.message-sent/1");
    assert.ok(after.stage === stage && after.reopenedAt && after.outcomeToldAt === undefined);
  }
});

test("whoever agrees did not handle the case, did not propose it, and can read it", () => {
  given(...proposed(toClosed), [asha, letIn(grantTo(dario, "story"))])
    .when(dario, confirmReopening())
    .refuses("handled-this-case");
  given(...proposed(toClosed))
    .when(bruno, confirmReopening())
    .refuses("cannot-confirm-own-proposal");
  given(...toClosed, [bruno, proposeReopening()])
    .when(elsa, confirmReopening())
    .refuses("not-let-in");
  given(...toClosed, letInElsa)
    .when(elsa, confirmReopening())
    .refuses("nothing-proposed");
  given(...proposed(toClosed))
    .when(asha, proposeReopening())
    .refuses("already-proposed");
});

test("nothing is taken up again that has not ended, that others review just then, or that is to be erased", () => {
  given(...toFound)
    .when(bruno, proposeReopening())
    .refuses("wrong-stage");
  given(...toClosed, askReview(1))
    .when(bruno, proposeReopening())
    .refuses("review-waits");
  given(...toClosed, [asha, proposeErasure()], [bruno, confirmErasure()])
    .when(bruno, proposeReopening())
    .refuses("erasure-under-way");
});

test("what the person ended is taken up again when they ask for it, and not over their head", () => {
  given(...toWithdrawn)
    .when(bruno, proposeReopening())
    .refuses("person-did-not-ask");
  given(...toWithdrawn)
    .when(bruno, proposeReopening({ facts: "person-asked" }))
    .refuses("person-did-not-ask");
  const theirs: readonly Step[] = [
    ...toWithdrawn,
    letInElsa,
    write(2),
    [bruno, proposeReopening({ facts: "person-asked" })],
  ];
  const after = given(...theirs)
    .when(elsa, confirmReopening())
    .gives("case.reopened/1", "case.message-sent/1");
  assert.ok(after.stage === "assessed" && !after.withdrawalAsked);
});

test("a case taken up again belongs to nobody until it is given to somebody, and what was found stands in the record", () => {
  const { theCase } = given(...reopened(toClosed));
  assert.ok(theCase.stage === "investigating" && !theCase.inquiry.assigned && theCase.inquiry.found?.length === 1);
  given(...reopened(toClosed))
    .when(fabien, plan())
    .refuses("not-your-case");
  const again: readonly Step[] = [
    ...reopened(toClosed),
    [asha, assign()],
    [fabien, take()],
    [fabien, allege({ number: 2, right: "life" })],
  ];
  const both = [finding(), finding({ allegation: 2 })];
  // Notice and reply of the first round say nothing of what came up since.
  given(...again)
    .when(fabien, recommend(both))
    .refuses("respondent-not-heard");
  const heard: readonly Step[] = [...again, [fabien, notify()], [fabien, replied()]];
  given(...heard)
    .when(fabien, recommend())
    .refuses("finding-missing");
  assert.equal(given(...heard, [fabien, recommend(both)]).theCase.stage, "before-panel");
});

test("desk and person judge it lawful, and the person's device sees both signatures", () => {
  for (const end of [toNotAdmitted, toClosed]) {
    const seen = judgedLawful(historyOf(...reopened(end)));
    assert.deepEqual(
      seen.lawful.slice(-3).map(({ fact }) => fact.type),
      ["case.reopening-proposed/1", "case.reopened/1", "case.message-sent/1"],
    );
    assert.ok(!judgeSeen(historyOf(...proposed(end)), directoryOf).lawful.some(({ fact }) => /reopen/.test(fact.type)));
  }
});
