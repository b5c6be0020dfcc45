// The panel decides in any order, thousands of times over: what must be true of every decision.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictTiesWith } from "@temwen/office";
import type { StaffId } from "@temwen/vocabulary";
import fc from "fast-check";
import { type Case, forcesOf } from "../case/case.ts";
import type { Actor, StaffCommand } from "../case/commands.ts";
import { asha, carla, dario, digestOf, elsa, fabien, jules, mona, type Step } from "../testing/given.testing.ts";
import {
  closeSitting,
  deliver,
  finding,
  measure,
  notify,
  offerHearing,
  proposeDecision,
  recuse,
  toFound,
  toHeard,
  toInvestigating,
  toPanel,
  toRuled,
  toSettled,
  vote,
  withdrawDecision,
} from "../testing/later.testing.ts";
import { type Moment, momentsAfter, staffIn } from "../testing/moments.testing.ts";
import { showSummary } from "../testing/owed.testing.ts";

/** What a panel does, whoever does it: votes on what is proposed just then, or on something else. */
type Voting = readonly [Actor, (theCase: Case) => StaffCommand];
const decisionOf = (theCase: Case) =>
  (theCase.stage !== "unknown" && theCase.sitting?.decision) || digestOf("nothing is proposed");
const sittingOf = (theCase: Case) => (theCase.stage !== "unknown" && theCase.sittings) || 0;
const acquitted = finding({ answers: "within-the-rules" });
const anyBallot = fc.constantFrom("for", "for", "for", "against", "abstain" as const);
const anyVoting: fc.Arbitrary<Voting> = fc.tuple(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Actor>(carla, dario, mona) },
    { weight: 1, arbitrary: fc.constantFrom<Actor>(elsa, jules, asha, fabien, { ...fabien, role: "panel" }) },
  ),
  fc.oneof(
    {
      weight: 4,
      arbitrary: anyBallot.map((ballot) => (c: Case) => vote(decisionOf(c), { sitting: sittingOf(c), vote: ballot })),
    },
    { weight: 2, arbitrary: fc.constant((c: Case) => closeSitting(sittingOf(c))) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(
          { findings: [finding()] },
          { findings: [acquitted], published: [digestOf("why otherwise")] },
          { decides: "ruling" as const, findings: [], measures: [measure()] },
          { decides: "closure" as const, findings: [], outcome: "settled" as const },
          { decides: "closure" as const, findings: [], outcome: "nothing-more-possible" as const },
        )
        .map((said) => (c: Case) => proposeDecision({ sitting: sittingOf(c) + 1, ...said })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<(c: Case) => StaffCommand>(
        (c) => withdrawDecision(sittingOf(c)),
        () => deliver(),
        () => deliver({ measure: 2, delivered: "refused" }),
        () => recuse(),
        () => notify(),
        () => offerHearing(),
        (c) => showSummary(c.stage === "unknown" ? 1 : (c.summary?.number ?? 0) + 1),
      ),
    },
  ),
);

/** Histories of a case that comes before the panel, heard or not; each step is made for the case as it stands then. */
const anyDecision = fc.tuple(
  fc.constantFrom(toPanel, toPanel, toFound, toRuled, toSettled, toHeard, toInvestigating),
  fc.array(anyVoting, { minLength: 15, maxLength: 40, size: "max" }),
);

const decisionsIn = ([begun, rest]: readonly [readonly Step[], readonly Voting[]]): readonly Moment[] =>
  momentsAfter(
    begun,
    rest.map(
      ([actor, order]) =>
        (theCase): Step => [actor, order(theCase)],
    ),
  );

const inEveryDecision = (holds: (moments: readonly Moment[]) => void) =>
  fc.assert(
    fc.property(anyDecision, (one) => holds(decisionsIn(one))),
    { numRuns: 1500 },
  );

const endings: readonly string[] = ["case.found/1", "case.ruled/1", "case.closed/1", "case.review-decided/1"];

test("nothing is found, ruled or closed but by three people who are not tied, had no hand in it and never stepped back", () => {
  const count = { decided: 0, closed: 0 };
  inEveryDecision((moments) => {
    const cast = new Map<string, Actor>();
    let recommendedBy: StaffId | undefined;
    for (const { before, facts, actor, order } of staffIn(moments)) {
      if (order.type === "recommend-findings") recommendedBy = actor.id;
      if (order.type === "propose-decision") cast.clear();
      if (order.type === "cast-vote") {
        assert.ok(!cast.has(actor.id) && order.decision === decisionOf(before));
        cast.set(actor.id, actor);
      }
      const [first] = facts;
      if (!first || !endings.includes(first.type) || !("votes" in first)) continue;
      count.decided++;
      count.closed += first.type === "case.closed/1" ? 1 : 0;
      assert.ok(first.votes.length >= 3 && new Set(first.votes).size === first.votes.length);
      const out = (before.stage !== "unknown" && before.recused) || [];
      const voters = [...cast.values()].filter(({ id }) => !out.includes(id));
      assert.equal(voters.length, first.votes.length);
      assert.ok(
        voters.some(({ id }) => id === mona.id),
        "nobody of civil society",
      );
      for (const voter of voters) {
        assert.deepEqual(strictTiesWith(voter.ties, forcesOf(before)), []);
        assert.equal(voter.role, "panel");
        assert.notEqual(voter.id, recommendedBy);
        assert.notEqual(voter.id, elsa.id);
      }
    }
  });
  assert.ok(count.decided > 100 && count.closed > 10, `only ${count.decided}, ${count.closed} of them closed`);
});

test("no case is closed as settled but with a ruling, and an answer for each of its measures", () => {
  let settled = 0;
  inEveryDecision((moments) => {
    for (const { before, facts } of moments) {
      const [first] = facts;
      if (first?.type !== "case.closed/1" || first.outcome !== "settled") continue;
      settled++;
      assert.ok(before.stage === "ruled" || before.stage === "settled");
      const { measures = [] } = before.inquiry;
      assert.ok(measures.length > 0);
      for (const { delivered, reasoned } of measures) assert.ok(delivered && (delivered !== "refused" || reasoned));
    }
  });
  assert.ok(settled > 5, `only ${settled}`);
});

test("no case is closed, and nothing is found or ruled, silently: a message to the person goes with it", () => {
  inEveryDecision((moments) => {
    for (const { facts } of moments) {
      const place = facts.findIndex(({ type }) => endings.includes(type));
      if (place !== -1) assert.equal(facts[place + 1]?.type, "case.message-sent/1");
    }
  });
});

test("nobody identifiable is found to answer who was not given notice and heard, and nothing is found against a person unheard", () => {
  let found = 0;
  inEveryDecision((moments) => {
    for (const [place, { facts }] of moments.entries()) {
      for (const fact of facts) {
        if (fact.type !== "case.found/1" && fact.type !== "case.findings-recommended/1") continue;
        found++;
        const told = moments.slice(0, place).flatMap((moment) => moment.facts.map(({ type }) => type));
        for (const { happened, answers } of fact.findings) {
          if (answers === "established")
            assert.ok(told.includes("case.respondent-notified/2") && told.includes("case.reply-recorded/1"));
          const isAgainst = [happened, answers].some((one) => one === "not-established" || one === "within-the-rules");
          if (isAgainst) assert.ok(told.includes("case.hearing-offered/1"));
        }
      }
    }
  });
  assert.ok(found > 100, `only ${found}`);
});
