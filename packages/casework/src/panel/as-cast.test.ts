// A vote that was cast stays as it was cast: no report about who cast it carries what was lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor } from "../case/commands.ts";
import { judgeHistory } from "../history/history.ts";
import { decideStaffAct } from "../law/decide.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  asha,
  carla,
  dario,
  elsa,
  given,
  grantTo,
  jules,
  letIn,
  mona,
  office,
  paula,
  type Step,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, signedBy } from "../testing/history.testing.ts";
import {
  closeNotCarried,
  closeSitting,
  dayAfter,
  decisionIn,
  reportRetaliation,
  toSitting,
  vote,
} from "../testing/later.testing.ts";

const decision = decisionIn(toSitting);
const voted = (isFor: readonly Actor[], against: readonly Actor[]): readonly Step[] => [
  ...toSitting,
  ...isFor.map((member): Step => [member, vote(decision)]),
  ...against.map((member): Step => [member, vote(decision, { vote: "against" })]),
];
const lost = voted([carla, mona], [dario, jules, paula]);
/** Two of those who voted against it are reported behind their votes, each by somebody else. */
const reported: readonly Step[] = [...lost, [carla, reportRetaliation(dario)], [asha, reportRetaliation(jules)]];

test("what was voted down two to three is not carried by reporting two of the three", () => {
  given(...lost)
    .when(carla, closeSitting())
    .refuses("not-carried");
  given(...reported)
    .when(carla, closeSitting())
    .refuses("not-carried");
});

test("nor does a report keep it before the panel: any member closes it as not carried", () => {
  given(...reported)
    .when(mona, closeNotCarried())
    .gives("case.decision-not-carried/1");
});

test("nor by the vote of who takes the seat of somebody reported since", () => {
  const split = voted([carla, mona], [dario, jules]);
  const taken: readonly Step[] = [
    ...split,
    [carla, reportRetaliation(jules)],
    [asha, letIn(grantTo(elsa, "story"))],
    [elsa, vote(decision)],
  ];
  given(...taken)
    .when(carla, closeSitting())
    .refuses("not-carried");
  given(...taken)
    .when(carla, closeNotCarried())
    .refuses("votes-missing", { votes: 1 });
  // With the vote that was missing it is carried by those who had a seat when they were asked.
  given(...taken, [paula, vote(decision)])
    .when(carla, closeSitting())
    .gives("case.found/1", "case.message-sent/1");
});

test("a vote for it of somebody reported counts no more, and what is lost by that is over", () => {
  const carried = voted([carla, mona, dario], [jules, paula]);
  const without: readonly Step[] = [...carried, [asha, reportRetaliation(dario)]];
  given(...without)
    .when(carla, closeSitting())
    .refuses("not-carried");
  given(...without)
    .when(carla, closeNotCarried())
    .gives("case.decision-not-carried/1");
  given(...voted([carla, mona, paula], [jules]), [asha, reportRetaliation(jules)])
    .when(carla, closeNotCarried())
    .refuses("is-carried");
});

test("what was found so before this rule stays found", () => {
  const history = historyOf(...reported);
  const found = decideStaffAct(caseAfter(...reported), closeSitting(), {
    ...{ actor: carla, office, at: dayAfter(3), recordedAs: "case.found/1" },
  });
  assert.ok(found.ok);
  assert.deepEqual(judgeHistory([...history, ...signedBy(carla, found.value, history)], directoryOf).unlawful, []);
});
