// A case that comes before the panel more than once: sent back by a review, taken up again on new facts, ruled anew, with members of
// the reserve in the seats of others, and with proposals that come to nothing. What must be true of every such history.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictTiesWith } from "@temwen/office";
import type { StaffId } from "@temwen/vocabulary";
import fc from "fast-check";
import type { LaterOrder } from "../acts/later-acts.ts";
import { type Case, forcesOf, inquiryOf, type KnownCase } from "../case/case.ts";
import type { Actor, StaffCommand } from "../case/commands.ts";
import { judgeHistory } from "../history/history.ts";
import {
  asha,
  askReview,
  assess,
  bruno,
  carla,
  dario,
  digestOf,
  elsa,
  fabien,
  grantTo,
  hugo,
  jules,
  karim,
  letIn,
  mona,
  office,
  otto,
  paula,
  type Step,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf } from "../testing/history.testing.ts";
import {
  assign,
  closeNotCarried,
  closeSitting,
  deliver,
  finding,
  measure,
  proposeDecision,
  recommend,
  recuse,
  take,
  toClosed,
  toPanel,
  toRuled,
  vote,
  withdrawDecision,
} from "../testing/later.testing.ts";
import { type Moment, momentsAfter, staffIn } from "../testing/moments.testing.ts";
import { confirmReopening, proposeReopening, reviewed, toHugo } from "../testing/owed.testing.ts";

type Ordered<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
/** What people do one after another, each for the case as it stands then; what the rules refuse is left out. */
type Move = readonly ((theCase: KnownCase) => Step)[];

type Proposal = { readonly isOther: boolean; readonly isFirst: boolean };

const panel = [carla, dario, mona, jules, elsa, otto, paula] as const;
const numberOf = ({ sittings = 0 }: KnownCase): number => sittings;
const decisionOf = ({ sitting }: KnownCase) => sitting?.decision ?? digestOf("nothing is proposed");

/** What the panel may propose where the case stands, of two things the one or the other; a measure by its number, or by a first one's. */
function proposalFor(theCase: KnownCase, { isOther, isFirst }: Proposal): StaffCommand {
  const head = { sitting: numberOf(theCase) + 1, findings: [] };
  const propose = (change: Partial<Ordered<"propose-decision">>) => proposeDecision({ ...head, ...change });
  const { measures = [], allegations } = inquiryOf(theCase);
  const closing = propose({ decides: "closure", outcome: isOther ? "nothing-more-possible" : "settled" });
  switch (theCase.stage) {
    case "before-panel":
      if (isOther && isFirst) return propose({ decides: "inquiry" });
      return propose({ findings: allegations.map((_, place) => finding({ allegation: place + 1 })) });
    case "found":
      return isOther
        ? closing
        : propose({ decides: "ruling", measures: [measure({ number: isFirst ? 1 : measures.length + 1 })] });
    case "closed":
      return propose({ decides: "review", outcome: isOther ? "upheld" : "examined-anew" });
    default:
      return closing;
  }
}

const anyBallot = fc.constantFrom<Ordered<"cast-vote">["vote"]>("for", "for", "for", "against", "against", "abstain");
/** A sitting from its proposal to its end, by whoever takes part in it. */
const anySitting: fc.Arbitrary<Move> = fc
  .record({
    members: fc.shuffledSubarray([...panel], { minLength: 5 }),
    ballots: fc.array(anyBallot, { minLength: panel.length, maxLength: panel.length }),
    isOther: fc.boolean(),
    isFirst: fc.constantFrom(false, false, false, true),
    ending: fc.constantFrom("decided", "decided", "decided", "not-carried", "withdrawn"),
  })
  .map(({ members, ballots, ending, ...proposal }) => [
    ...members.map(
      (one) =>
        (c: KnownCase): Step => [one, proposalFor(c, proposal)],
    ),
    ...members.map(
      (one, place) =>
        (c: KnownCase): Step => [one, vote(decisionOf(c), { sitting: numberOf(c), vote: ballots[place] ?? "for" })],
    ),
    ...members.flatMap((one) => [
      (c: KnownCase): Step => [one, ending === "decided" ? closeSitting(numberOf(c)) : closeNotCarried(numberOf(c))],
      (c: KnownCase): Step => [one, ending === "withdrawn" ? withdrawDecision(numberOf(c)) : closeSitting(numberOf(c))],
    ]),
  ]);

/** Somebody examines it, and three of the panel come to read what they found. */
const anyExamining: fc.Arbitrary<Move> = fc
  .tuple(
    fc.constantFrom(fabien, hugo, karim),
    fc.oneof(fc.subarray([carla, dario, mona, jules], { minLength: 3 }), fc.subarray([...panel], { minLength: 3 })),
  )
  .map(([one, readers]) => [
    (c) => {
      const before = inquiryOf(c).assigned?.to;
      return [asha, assign({ to: one.id, replaces: before ? [before] : [], grants: [grantTo(one, "story")] })];
    },
    () => [one, take()],
    (c) => {
      const findings = inquiryOf(c).allegations.map((_, place) => finding({ allegation: place + 1 }));
      return [
        one,
        recommend(
          findings,
          readers.map((reader) => grantTo(reader, "story")),
        ),
      ];
    },
  ]);

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: anySitting },
  { weight: 3, arbitrary: anyExamining },
  { weight: 2, arbitrary: fc.constant<Move>([(c) => askReview(c.sequence + 1)]) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<Actor>(bruno, carla, elsa, otto)
      .map((one): Move => [() => [bruno, proposeReopening()], () => [one, confirmReopening()]]),
  },
  {
    weight: 4,
    arbitrary: fc
      .subarray([...panel], { minLength: 1 })
      .map((all): Move => all.map((one) => () => [asha, letIn(grantTo(one, "story"))])),
  },
  {
    weight: 2,
    arbitrary: fc.constant<Move>([1, 2, 3].map((number) => () => [asha, deliver({ measure: number })])),
  },
  { weight: 1, arbitrary: fc.constantFrom(...panel).map((one): Move => [() => [one, recuse()]]) },
  { weight: 1, arbitrary: fc.constant<Move>([() => [bruno, assess({ forces: ["alfa", "bravo"] })]]) },
);

const everybodyIn: readonly Step[] = panel.map((one): Step => [asha, letIn(grantTo(one, "story"))]);
/** Two seats of the first bench are empty, and the reserve can read. */
const toReserve: readonly Step[] = [...toPanel, [dario, recuse()], ...everybodyIn.slice(4)];
const toAnew: readonly Step[] = reviewed(toClosed, "examined-anew");
const byHugo: readonly Step[] = [...toHugo, [hugo, recommend()]];
/** Before the panel a second time: sent back, taken up again, and about another force too, to which jules is tied. */
const toSecond: readonly Step[] = [...toAnew, ...byHugo];
const toTakenUp: readonly Step[] = [
  ...[...toClosed, [bruno, proposeReopening()], ...everybodyIn, [otto, confirmReopening()]],
  ...byHugo,
] as readonly Step[];
const toWider: readonly Step[] = [
  ...[...toAnew, [bruno, assess({ forces: ["alfa", "bravo"] })], ...byHugo],
] as readonly Step[];

const anyRounds = fc.tuple(
  fc.constantFrom(toPanel, toReserve, toRuled, toClosed, toAnew, toSecond, toSecond, toTakenUp, toWider),
  fc.array(anyMove, { minLength: 8, maxLength: 16, size: "max" }),
);

const inEveryRound = (holds: (moments: readonly Moment[]) => void) =>
  fc.assert(
    fc.property(anyRounds, ([begun, moves]) => holds(momentsAfter(begun, moves.flat()))),
    { numRuns: 300, seed: 20261122 },
  );

const decided: readonly string[] = ["case.found/1", "case.sent-back/1", "case.ruled/1", "case.closed/1"];
const ofSitting = /^(propose-decision|withdraw-decision|close-not-carried|cast-vote|close-sitting)$/;
const known = (theCase: Case): KnownCase => {
  assert.ok(theCase.stage !== "unknown");
  return theCase;
};

test("in every round nobody decides who is tied, examined it, stepped back, or sent it back; in a review nobody who had any part", () => {
  const count = { byReserve: 0, ruledAgain: 0, reviewed: 0, tied: 0, askedForMore: 0 };
  inEveryRound((moments) => {
    const acted = new Set<StaffId>();
    const examined = new Set<StaffId>();
    const steppedBack = new Set<StaffId>();
    let actedUntilAsked: ReadonlySet<StaffId> = new Set();
    let lookedAgain = new Set<StaffId>();
    const sentBack = new Set<StaffId>();
    let rulings = 0;
    for (const { before, step, facts } of moments) {
      const [fact] = facts;
      if (fact?.type === "case.review-asked/1") {
        actedUntilAsked = new Set(acted);
        lookedAgain = new Set();
      }
      if ("type" in step) continue;
      const [actor, order] = step;
      const isReview = known(before).sitting?.decides === "review";
      if (fact && "votes" in fact) {
        const { sitting } = known(before);
        const voters = sitting?.votes.filter(({ digest }) => fact.votes.includes(digest)).map(({ by }) => by) ?? [];
        assert.ok(voters.length >= 3 && voters.length === fact.votes.length);
        assert.ok(voters.includes(mona.id) || voters.includes(paula.id), "nobody of civil society");
        const { length: isFor } =
          sitting?.votes.filter((cast) => voters.includes(cast.by) && cast.vote === "for") ?? [];
        assert.ok(isFor > 0);
        for (const id of voters) {
          const listed = office.staff.find((one) => one.id === id);
          assert.deepEqual(strictTiesWith(listed?.ties ?? [], forcesOf(before)), []);
          assert.ok(!steppedBack.has(id) && !examined.has(id));
          assert.ok(isReview ? !actedUntilAsked.has(id) : !sentBack.has(id));
          if (!isReview && listed?.bench === "reserve") count.byReserve++;
        }
        if (forcesOf(before).includes("alfa")) count.tied++;
        if (fact.type === "case.ruled/1" && rulings++ > 0) count.ruledAgain++;
        if (fact.type === "case.sent-back/1") count.askedForMore++;
        if (fact.type === "case.review-decided/1") {
          count.reviewed++;
          if (fact.outcome === "examined-anew") for (const id of lookedAgain) sentBack.add(id);
        }
      }
      if (isReview && ofSitting.test(order.type)) lookedAgain.add(actor.id);
      if (order.type === "recuse") steppedBack.add(actor.id);
      // Whoever agrees to a reopening did not handle the case until then, and examines nothing by it.
      if (!ofSitting.test(order.type) && order.type !== "confirm-reopening") examined.add(actor.id);
      acted.add(actor.id);
    }
  });
  assert.ok(Math.min(...Object.values(count)) > 8, JSON.stringify(count));
});

test("no case ends, comes back or is taken up again in silence; and one that ended moves only by two people, or where the person asked", () => {
  const count = { closed: 0, reopened: 0, anew: 0, closedAgain: 0 };
  inEveryRound((moments) => {
    let ends = 0;
    for (const { before, step, facts, after } of moments) {
      const [fact, second] = facts;
      assert.ok(fact && !("type" in step && before.stage !== after.stage));
      if (decided.includes(fact.type) || fact.type === "case.review-decided/1" || fact.type === "case.reopened/1")
        assert.equal(second?.type, "case.message-sent/1");
      if (after.stage === "closed" && before.stage !== "closed") {
        assert.equal(fact.type, "case.closed/1");
        count.closed++;
        if (ends++ > 0) count.closedAgain++;
      }
      if (before.stage !== "closed" || after.stage === "closed") continue;
      assert.equal(after.stage, "investigating");
      if (fact.type === "case.reopened/1") {
        assert.ok(!("type" in step) && before.reopening && before.reopening.proposedBy !== step[0].id);
        assert.ok(!before.handledBy.includes(step[0].id));
        count.reopened++;
      } else {
        assert.ok(fact.type === "case.review-decided/1" && before.review && before.review.decidedAt === undefined);
        count.anew++;
      }
    }
  });
  assert.ok(Math.min(...Object.values(count)) > 8, JSON.stringify(count));
});

test("what was not carried changes nothing, and no member of the panel keeps it from coming before them again", () => {
  const count = { notCarried: 0, again: 0 };
  inEveryRound((moments) => {
    for (const [place, { before, after, facts }] of moments.entries()) {
      if (facts[0]?.type !== "case.decision-not-carried/1") continue;
      count.notCarried++;
      const { sitting, handledBy: _, ...rest } = known(before);
      const { handledBy: _by, ...left } = known(after);
      assert.deepEqual(left, rest);
      const { recused = [] } = known(before);
      const votes = sitting?.votes.flatMap(({ by, vote: said }) => (recused.includes(by) ? [] : [said])) ?? [];
      assert.ok(votes.length >= 3);
      const cast = (vote: string): number => votes.filter((one) => one === vote).length;
      assert.ok(cast("for") <= cast("against"));
      const next = staffIn(moments.slice(place + 1)).find(({ order }) => order.type === "propose-decision");
      if (next?.order.type !== "propose-decision") continue;
      count.again++;
      assert.equal(next.order.sitting, numberOf(known(before)) + 1);
    }
  });
  assert.ok(Math.min(...Object.values(count)) > 8, JSON.stringify(count));
});

test("no ruling takes a number that another measure has, and readers find every step of every round lawful", () => {
  let ruled = 0;
  inEveryRound((moments) => {
    const measures = inquiryOf(known(moments.at(-1)?.after as Case)).measures ?? [];
    assert.deepEqual(
      measures.map(({ number }) => number),
      measures.map((_, place) => place + 1),
    );
    const sittings = new Set(measures.map(({ sitting }) => sitting));
    ruled += sittings.size > 1 ? 1 : 0;
    // All are judged elsewhere too: here those that came to a second ruling.
    if (sittings.size < 2) return;
    const history = historyOf(...moments.map(({ step }) => step));
    assert.deepEqual(judgeHistory(history, directoryOf).unlawful, []);
  });
  assert.ok(ruled > 8, `only ${ruled} came to a second ruling`);
});
