// Everybody gives any order of an opening at any hour, thousands of times over: what must be true whenever a story was opened.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openingReasons } from "../acts/escrow-acts.ts";
import type { Case, KnownCase } from "../case/case.ts";
import type { Actor } from "../case/commands.ts";
import type { CaseFact } from "../facts/facts.ts";
import { judgeHistory } from "../history/history.ts";
import { mayActOn } from "../law/reading.ts";
import {
  afterStep,
  agree,
  answerTo,
  boris,
  celia,
  confirmDanger,
  historyAt,
  keepers,
  officeOfHolders,
  openEscrow,
  proposeOpening,
  stop,
  type Timed,
  toAssessed,
  without,
} from "../testing/escrow.testing.ts";
import {
  asha,
  assess,
  bruno,
  carla,
  deal,
  everybody,
  fabien,
  filed,
  gerda,
  grantTo,
  hugo,
  letIn,
} from "../testing/given.testing.ts";
import { directoryOf } from "../testing/history.testing.ts";
import { recuse } from "../testing/later.testing.ts";

/** Two holders came to be tied to the force that the case is about. */
const twoTied = {
  ...officeOfHolders,
  staff: officeOfHolders.staff.map((one) =>
    [boris.id, celia.id].includes(one.id) ? { ...one, ties: ["bravo"] } : one,
  ),
};
const offices = [officeOfHolders, officeOfHolders, without(boris), without(asha, celia), twoTied];

const anybody = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Actor>(...keepers) },
  { weight: 3, arbitrary: fc.constantFrom<Actor>(asha, bruno, bruno, fabien, hugo, carla) },
  { weight: 1, arbitrary: fc.constantFrom<Actor>(...everybody) },
);
const anyProposal = fc
  .tuple(fc.constantFrom(...openingReasons), fc.subarray([asha, bruno, fabien, gerda, carla], { maxLength: 2 }))
  .map(([because, readers]) => (theCase: KnownCase) => {
    const opening = (theCase.openings ?? 0) + 1;
    return proposeOpening({ opening, because, readers: readers.map(({ id }) => id) });
  });
const anyOrder = fc.oneof(
  { weight: 6, arbitrary: fc.constant(agree) },
  { weight: 4, arbitrary: fc.constant(openEscrow) },
  { weight: 2, arbitrary: anyProposal },
  { weight: 2, arbitrary: fc.constant(confirmDanger) },
  { weight: 1, arbitrary: fc.constant(() => deal()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      stop,
      () => deal(),
      () => recuse(),
      () => assess({ forces: ["bravo"] }),
    ),
  },
);
const inTheirPlace = (actors: readonly Actor[], order: Timed[1]) =>
  fc.tuple(fc.constantFrom(...actors), fc.constant(order));
/** Mostly what somebody would do; and anything by anybody. */
const anyDeed = fc.oneof(
  { weight: 6, arbitrary: inTheirPlace(keepers, agree) },
  { weight: 4, arbitrary: inTheirPlace([bruno, fabien], openEscrow) },
  { weight: 2, arbitrary: inTheirPlace([asha], () => deal()) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom<Actor>(asha, hugo, bruno), anyProposal) },
  { weight: 2, arbitrary: inTheirPlace([hugo, asha], confirmDanger) },
  { weight: 2, arbitrary: fc.tuple(anybody, anyOrder) },
);
/** What is done, how many hours behind the step before, in which office. */
const anyStep = fc
  .tuple(anyDeed, fc.constantFrom(0.01, 0.5, 1, 5, 49), fc.constantFrom(...offices))
  .map(([[actor, order], later, office]) => [actor, order, later, office] as const);

type Moment = { readonly before: KnownCase; readonly step: Timed; readonly facts: readonly CaseFact[] };

type Wish = readonly [Actor, Timed[1], number, (typeof offices)[number]];

function momentsOf([isSure, steps]: readonly [boolean, readonly Wish[]]): readonly Moment[] {
  const moments: Moment[] = [];
  let theCase: Case = filed;
  const apply = (step: Timed): void => {
    const answer = answerTo(theCase, step);
    // From whoever may not know of the case the server hides it.
    if ("refusal" in answer || !mayActOn(theCase, step[0])) return;
    moments.push({ before: theCase as KnownCase, step, facts: answer.facts });
    theCase = afterStep(theCase, step, answer.facts);
  };
  const begun: readonly Timed[] = [
    ...toAssessed,
    [asha, letIn(grantTo(hugo, "story"), grantTo(fabien, "story")), 2.5],
    [asha, proposeOpening({ because: "life-at-risk", readers: [bruno.id, fabien.id] }), 3],
    ...(isSure ? ([[hugo, confirmDanger, 3.5]] as const) : []),
  ];
  for (const step of begun) apply(step);
  let hour = 4;
  for (const [actor, order, later, office] of steps) {
    hour += later;
    const member = office.staff.find(({ id }) => id === actor.id);
    if (member) apply([member, order, hour, office]);
  }
  return moments;
}

const anyHistory = fc
  .tuple(fc.boolean(), fc.array(anyStep, { minLength: 20, maxLength: 60, size: "max" }))
  .map(momentsOf);
const isOpened = ({ facts }: Moment): boolean => facts.some(({ type }) => type === "case.escrow-opened/1");

test("no story is opened by fewer than three untied holders, nor before 48 hours unless two roles say that a life is at risk", () => {
  const count = { opened: 0, soon: 0 };
  const holds = (moments: readonly Moment[]): void => {
    for (const [place, moment] of moments.entries()) {
      if (!isOpened(moment)) continue;
      count.opened++;
      const [reader, , hour, office] = moment.step;
      const begun = moments.slice(0, place).findLastIndex(({ facts }) => facts[0]?.type === "case.opening-proposed/1");
      const since = moments.slice(begun, place);
      const proposal = since[0]!;
      const signed = (type: CaseFact["type"]) =>
        since.filter(({ facts }) => facts[0]?.type === type).map(({ step }) => step[0]);
      const agreed = new Set(signed("case.opening-agreed/1").map(({ id }) => id));
      const lawful = office!.staff.filter(({ id, ties }) => agreed.has(id) && !ties.includes("bravo"));
      assert.ok(lawful.length >= 3, `${lawful.length} holders`);
      assert.ok(lawful.every(({ role }) => role === "escrow-holder"));
      assert.ok(!agreed.has(reader.id) && proposal.step[0].id !== reader.id);
      const [confirmed] = signed("case.danger-confirmed/1");
      if (hour < proposal.step[2] + 48) {
        count.soon++;
        assert.ok(confirmed && confirmed.role !== proposal.step[0].role && confirmed.id !== reader.id);
      }
      const ended = ["case.opening-stopped/1", "case.escrow-dealt/1"];
      assert.ok(!since.some(({ facts }) => facts.some(({ type }) => ended.includes(type))));
    }
  };
  fc.assert(fc.property(anyHistory, holds), { numRuns: 1500 });
  assert.ok(count.opened > 50 && count.soon > 10, `only ${count.opened} opened, ${count.soon} of them soon`);
});

test("shares open once: between two openings by other proposals the escrow is dealt anew", () => {
  let again = 0;
  const holds = (moments: readonly Moment[]): void => {
    const numbers = moments.filter(isOpened).map(({ before }) => before.opening?.number ?? 0);
    for (const [place, number] of numbers.entries()) {
      const last = numbers[place - 1];
      if (last === undefined || last === number) continue;
      again++;
      const from = moments.findIndex((moment) => isOpened(moment) && moment.before.opening?.number === last);
      const to = moments.findIndex((moment) => isOpened(moment) && moment.before.opening?.number === number);
      assert.ok(moments.slice(from, to).some(({ facts }) => facts[0]?.type === "case.escrow-dealt/1"));
    }
  };
  fc.assert(fc.property(anyHistory, holds), { numRuns: 1500 });
  assert.ok(again > 0, "nothing was opened twice");
});

test("every such history of one directory is judged lawful by whoever reads it", () => {
  let judged = 0;
  const holds = (moments: readonly Moment[]): void => {
    if (!moments.every(({ step }) => step[3] === undefined || step[3] === officeOfHolders)) return;
    const steps = moments.map(({ step: [actor, order, hour] }): Timed => [actor, order, hour]);
    assert.deepEqual(judgeHistory(historyAt(...steps), directoryOf).unlawful, []);
    judged++;
  };
  const ofOne = fc
    .tuple(
      fc.boolean(),
      fc.array(fc.tuple(anybody, anyOrder, fc.constantFrom(1, 5, 20, 50), fc.constant(officeOfHolders)), {
        maxLength: 30,
      }),
    )
    .map(momentsOf);
  fc.assert(fc.property(ofOne, holds), { numRuns: 300 });
  assert.ok(judged > 200, `only ${judged}`);
});
