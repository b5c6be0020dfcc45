import assert from "node:assert/strict";
import { test } from "node:test";
import { toNotAdmitted } from "../testing/beginnings.testing.ts";
import {
  asha,
  askReview,
  bruno,
  carla,
  confirmErasure,
  elsa,
  fabien,
  given,
  grantTo,
  hugo,
  karim,
  letIn,
  mona,
  proposeErasure,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  assign,
  closure,
  decide,
  proposeDecision,
  recommend,
  take,
  toClosed,
  toFound,
  toPanel,
} from "../testing/later.testing.ts";
import {
  confirmReopening,
  letInReserve,
  proposeReopening,
  proposeReview,
  reviewed,
  toHugo,
} from "../testing/owed.testing.ts";

const ends = { "not-admitted": toNotAdmitted, closed: toClosed } as const;
const asked = (end: readonly Step[]): readonly Step[] => [...end, askReview(1), ...letInReserve];

test("a person may ask others to look again at every end of their case, once, and not before", () => {
  given(...toFound)
    .whenThePerson(askReview(1))
    .refuses("wrong-stage", { allowed: ["not-admitted", "closed", "withdrawn", "transferred"] });
  for (const end of Object.values(ends)) {
    const theCase = given(...end)
      .whenThePerson(askReview(1))
      .gives("case.review-asked/1");
    assert.ok(theCase.review && !theCase.review.late && theCase.unanswered);
    given(...end, askReview(1))
      .whenThePerson(askReview(2))
      .refuses("review-already-asked");
  }
});

test("the reserve decides a review, and nobody of the first bench, nor who had a hand in the case", () => {
  for (const end of Object.values(ends)) {
    given(...asked(end), [asha, letIn(grantTo(mona, "story"))])
      .when(elsa, proposeReview(end, "upheld"))
      .gives("case.decision-proposed/3");
    given(...asked(end))
      .when(carla, proposeReview(end, "upheld"))
      .refuses("handled-this-case");
  }
  given(...asked(toNotAdmitted), [asha, letIn(grantTo(mona, "story"))])
    .when(mona, proposeReview(toNotAdmitted, "upheld"))
    .refuses("wrong-bench");
});

test("what nobody asked to have reviewed is not reviewed", () => {
  given(...toClosed, ...letInReserve)
    .when(elsa, proposeReview(toClosed, "upheld"))
    .refuses("no-review-asked");
});

test("what the reserve upholds stays ended, and is not asked again", () => {
  for (const [stage, end] of Object.entries(ends)) {
    const { theCase } = given(...reviewed(end, "upheld"));
    assert.ok(theCase.stage === stage && "review" in theCase && theCase.review?.decidedAt);
    given(...reviewed(end, "upheld"))
      .whenThePerson(askReview(2))
      .refuses("review-already-asked");
  }
});

test("a case that is to be examined anew goes back, is given to somebody, and those who only sat may sit again", () => {
  const open = given(...reviewed(toNotAdmitted, "examined-anew")).theCase;
  assert.ok(open.stage === "assessed" && open.outcomeToldAt, "its first outcome was told");
  const again = reviewed(toClosed, "examined-anew");
  const { theCase } = given(...again);
  assert.ok(theCase.stage === "investigating" && !theCase.inquiry.assigned && !theCase.review);
  const back: readonly Step[] = [...again, ...toHugo, [hugo, recommend()]];
  const proposal = proposeDecision({ sitting: 5 });
  given(...back)
    .when(carla, proposal)
    .gives("case.decision-proposed/3");
  const found = decide(back, proposal, 5);
  assert.equal(given(...found).theCase.stage, "found");
  // The ruling from before says nothing of what is found now.
  given(...found)
    .when(carla, closure(6))
    .refuses("nothing-ruled");
});

test("what a review sent back is examined by somebody else; what is taken up on new facts may be examined by the same", () => {
  const again = reviewed(toClosed, "examined-anew");
  given(...again)
    .when(asha, assign())
    .refuses("examined-before", { to: fabien.id });
  assert.equal(given(...again, ...toHugo).theCase.stage, "investigating");
  // Whoever took it over while the panel had it is one of those who examined it.
  const takenOver: readonly Step[] = [
    ...toPanel,
    [asha, assign({ to: hugo.id, replaces: [fabien.id], grants: [grantTo(hugo, "story")] })],
    [hugo, take()],
  ];
  const found = decide(takenOver, proposeDecision(), 1);
  const ending = { decides: "closure", findings: [], outcome: "nothing-more-possible" } as const;
  const back = reviewed(decide(found, proposeDecision({ sitting: 2, ...ending }), 2), "examined-anew");
  for (const one of [fabien, hugo])
    given(...back)
      .when(asha, assign({ to: one.id, grants: [grantTo(one, "story")] }))
      .refuses("examined-before", { to: one.id });
  given(...back)
    .when(asha, assign({ to: karim.id, grants: [grantTo(karim, "story")] }))
    .gives("case.assigned/2", "case.access-granted/1");
  given(...toClosed, [asha, letIn(grantTo(elsa, "story"))], [bruno, proposeReopening()], [elsa, confirmReopening()])
    .when(asha, assign())
    .gives("case.assigned/2", "case.access-granted/1");
});

test("while a review waits nothing is erased, and an erasure that was under way stands no more", () => {
  given(...toClosed, askReview(1))
    .when(asha, proposeErasure())
    .refuses("review-waits");
  const wanted: readonly Step[] = [...toClosed, [asha, proposeErasure()], [bruno, confirmErasure()]];
  const theCase = given(...wanted)
    .whenThePerson(askReview(1))
    .gives("case.review-asked/1");
  assert.equal(theCase.erasure, undefined);
});

test("desk and person judge a review lawful, and the person sees its votes", () => {
  for (const end of Object.values(ends)) {
    for (const outcome of ["upheld", "examined-anew"] as const) {
      const seen = judgedLawful(historyOf(...reviewed(end, outcome)));
      assert.equal(seen.lawful.at(-2)?.fact.type, "case.review-decided/1");
    }
  }
});
