// Whoever examined leaves while the panel has the case: without somebody in their place nobody could be heard any more.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asha,
  carla,
  dario,
  digestOf,
  fabien,
  given,
  grantTo,
  hugo,
  mona,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  allege,
  assign,
  decide,
  finding,
  letInOthers,
  notify,
  offerHearing,
  plan,
  proposeDecision,
  recommend,
  recuse,
  replied,
  take,
  toInvestigating,
} from "../testing/later.testing.ts";

const open = finding({ answers: "not-determined", why: "nobody-identified" });
/** Nobody was given notice: it was recommended to leave open who answers. */
const left: readonly Step[] = [
  ...toInvestigating,
  [fabien, allege()],
  [
    fabien,
    recommend(
      [open],
      [carla, dario, mona].map((one) => grantTo(one, "story")),
    ),
  ],
  [fabien, recuse()],
];
const toHugo = assign({ to: hugo.id, grants: [grantTo(hugo, "story")] });
const taken: readonly Step[] = [...left, [asha, toHugo], [hugo, take()]];

test("somebody else is given it and takes it, and it stays before the panel", () => {
  given(...left)
    .when(carla, proposeDecision({ published: [digestOf("why")] }))
    .refuses("respondent-not-heard");
  given(...left)
    .when(hugo, take())
    .refuses("not-assigned");
  const { theCase } = given(...taken);
  assert.ok(theCase.stage === "before-panel" && theCase.inquiry.taken?.by === hugo.id);
  judgedLawful(historyOf(...taken));
});

test("they hear both sides, and look into nothing more; then the panel may find against the respondent", () => {
  given(...taken)
    .when(hugo, plan())
    .refuses("wrong-stage");
  const heard: readonly Step[] = [...taken, [hugo, notify()], [hugo, replied()], [hugo, offerHearing()], letInOthers];
  const found = decide(heard, proposeDecision({ published: [digestOf("why")] }), 1);
  assert.equal(given(...found).theCase.stage, "found");
  judgedLawful(historyOf(...found));
});
