// Those who review decide in any order, thousands of times over: what must be true of every review, and of what follows it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictTiesWith } from "@temwen/office";
import fc from "fast-check";
import { type Case, forcesOf } from "../case/case.ts";
import type { Actor, StaffCommand } from "../case/commands.ts";
import { caseAfter, toNotAdmitted } from "../testing/beginnings.testing.ts";
import {
  asha,
  askReview,
  carla,
  digestOf,
  elsa,
  fabien,
  jules,
  mona,
  office,
  otto,
  paula,
  type Step,
} from "../testing/given.testing.ts";
import { closeSitting, proposeDecision, recuse, toClosed, vote, withdrawDecision } from "../testing/later.testing.ts";
import { type Moment, momentsAfter, staffIn } from "../testing/moments.testing.ts";
import { letInReserve } from "../testing/owed.testing.ts";

type Sitting = readonly [Actor, (theCase: Case) => StaffCommand];
const decisionOf = (theCase: Case) =>
  (theCase.stage !== "unknown" && theCase.sitting?.decision) || digestOf("nothing is proposed");
const numberOf = (theCase: Case) => (theCase.stage !== "unknown" && theCase.sittings) || 0;
const review = (outcome: "upheld" | "examined-anew") => (theCase: Case) =>
  proposeDecision({ sitting: numberOf(theCase) + 1, decides: "review", findings: [], outcome });

const anySitting: fc.Arbitrary<Sitting> = fc.tuple(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Actor>(elsa, otto, paula) },
    { weight: 1, arbitrary: fc.constantFrom<Actor>(carla, mona, jules, asha, fabien) },
  ),
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom("for", "for", "for", "against", "abstain" as const)
        .map((said) => (c: Case) => vote(decisionOf(c), { sitting: numberOf(c), vote: said })),
    },
    { weight: 3, arbitrary: fc.constant((c: Case) => closeSitting(numberOf(c))) },
    { weight: 2, arbitrary: fc.constantFrom(review("upheld"), review("examined-anew")) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<(c: Case) => StaffCommand>(
        (c) => withdrawDecision(numberOf(c)),
        () => recuse(),
      ),
    },
  ),
);

const asked = (end: readonly Step[]): readonly Step[] => [
  ...end,
  askReview(caseAfter(...end).sequence + 1),
  ...letInReserve,
];
const anyReview = fc.tuple(
  fc.constantFrom(asked(toClosed), asked(toNotAdmitted), toClosed),
  fc.array(anySitting, { minLength: 15, maxLength: 35, size: "max" }),
);

const reviewsIn = ([begun, rest]: readonly [readonly Step[], readonly Sitting[]]): readonly Moment[] =>
  momentsAfter(
    begun,
    rest.map(
      ([actor, order]) =>
        (theCase): Step => [actor, order(theCase)],
    ),
  );

test("a review is decided by three of the reserve, of civil society one, without a tie or a hand in the case, where the person asked", () => {
  const count = { decided: 0, anew: 0 };
  const property = fc.property(anyReview, (one) => {
    const moments = reviewsIn(one);
    const cast = new Map<string, Actor>();
    const out = new Set<string>();
    for (const { before, facts, actor, order } of staffIn(moments)) {
      if (order.type === "recuse") out.add(actor.id);
      if (order.type === "propose-decision") cast.clear();
      if (order.type === "cast-vote") cast.set(actor.id, actor);
      const [first, second] = facts;
      if (first?.type !== "case.review-decided/1") continue;
      count.decided++;
      count.anew += first.outcome === "examined-anew" ? 1 : 0;
      assert.ok(before.stage !== "unknown" && before.review && before.review.decidedAt === undefined);
      assert.equal(second?.type, "case.message-sent/1");
      const voters = [...cast.values()].filter(({ id }) => !out.has(id));
      assert.ok(voters.length >= 3 && voters.length === first.votes.length);
      assert.ok(voters.some(({ id }) => id === paula.id));
      for (const voter of voters) {
        assert.equal(office.staff.find(({ id }) => id === voter.id)?.bench, "reserve");
        assert.deepEqual(strictTiesWith(voter.ties, forcesOf(before)), []);
        // Their first act in the case is of this review.
        const acts = staffIn(moments).filter((moment) => moment.actor.id === voter.id);
        const begun = acts[0]?.before;
        assert.ok(begun && begun.stage !== "unknown" && begun.review);
      }
    }
  });
  fc.assert(property, { numRuns: 1500 });
  assert.ok(count.decided > 100 && count.anew > 10, JSON.stringify(count));
});
