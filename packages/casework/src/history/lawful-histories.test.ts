// Everybody gives any order at any time, thousands of times over: what must be true of every case that comes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isEligible, tiesWith } from "@temwen/office";
import { type CaseId, consentChoices, type StaffId } from "@temwen/vocabulary";
import fc from "fast-check";
import { type Case, forcesOf } from "../case/case.ts";
import type { Actor, StaffCommand } from "../case/commands.ts";
import { dueErasure } from "../erasure/erasure.ts";
import type { CaseFact, StaffFact } from "../facts/facts.ts";
import { staffStatementShape, stateFact } from "../facts/statements.ts";
import { foldCase } from "../law/evolve.ts";
import { mayRead } from "../law/reading.ts";
import { judgeSeen, seenByPerson } from "../seen/seen.ts";
import {
  acknowledge,
  add,
  applyStep,
  asha,
  assess,
  bruno,
  carla,
  change,
  confirm,
  confirmErasure,
  confirmFlood,
  dario,
  deal,
  decideStep,
  digestOf,
  elsa,
  everybody,
  fabien,
  filed,
  gerda,
  grantTo,
  hugo,
  jules,
  karim,
  keepOpen,
  lena,
  letIn,
  miss,
  mona,
  office,
  propose,
  proposeErasure,
  proposeFlood,
  received,
  rekey,
  type Step,
  send,
  stopErasure,
  withdraw,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, moved } from "../testing/history.testing.ts";
import {
  admit,
  agreeOverride,
  allege,
  answered,
  answerReferral,
  askFor,
  assessSafety,
  assign,
  closeSitting,
  deliver,
  explainDelay,
  extendClock,
  finding,
  interview,
  linkTo,
  measure,
  notify,
  offerHearing,
  offerSupport,
  override,
  plan,
  proposeDecision,
  recuse,
  refer,
  reportProgress,
  reportRetaliation,
  reviewRetaliation,
  take,
  takeEvidence,
  toFound,
  toHeard,
  toInvestigating,
  toPanel,
  toRuled,
  unlinkFrom,
  vote,
  withdrawDecision,
} from "../testing/later.testing.ts";
import {
  acceptWithdrawal,
  allowTransfer,
  checkPressure,
  confirmGoingOn,
  confirmReopening,
  confirmTransfer,
  proposeGoingOn,
  proposeReopening,
  proposeTransfer,
  recordConsent,
  showSummary,
  takeBack,
  tellTreatment,
} from "../testing/owed.testing.ts";
import { judgeHistory } from "./history.ts";
import type { Witnessed } from "./read-acts.ts";

const anybody = fc.constantFrom<readonly Actor[]>(...[everybody, moved]).chain((people) => fc.constantFrom(...people));
const anyForces = fc.subarray(["alfa", "bravo", "unknown", "charlie"]);
const anyGrants = fc.array(
  fc.tuple(fc.constantFrom(...everybody), fc.subarray(["story", "support"])).map(([to, keys]) => grantTo(to, ...keys)),
  { maxLength: 3 },
);
const anyOrder = fc.oneof(
  fc.constant(acknowledge()),
  anyForces.map((forces) => assess({ forces })),
  fc.constantFrom(send(), confirm(), keepOpen()),
  anyGrants.map((grants) => propose({ grants })),
  fc.constant(propose({ grants: [grantTo(carla, "story"), grantTo(dario, "story")] })),
  anyGrants.map((grants) => letIn(...grants)),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.subarray([...everybody]))
    .map(([n, people]) => rekey(n, ...people.map((one) => grantTo(one, "story", `words-${n}`)))),
  fc.constantFrom(deal(), deal({ threshold: 4 })),
);
const anyNewKey = fc
  .integer({ min: 1, max: 3 })
  .map((n) => rekey(n, grantTo(asha, `words-${n}`), grantTo(fabien, `words-${n}`)));
const anyErasing = fc.tuple(
  fc.constantFrom(asha, bruno, carla),
  fc.constantFrom(proposeErasure(), confirmErasure(), confirmErasure(1), stopErasure()),
);
const anyFlood = fc.tuple(
  fc.constantFrom(asha, bruno, carla, dario),
  fc.constantFrom(proposeFlood(), proposeFlood(501), confirmFlood()),
);
/** What follows an admission; whoever gives it may not be asked. */
const anyLater = fc.tuple(
  fc.oneof(
    { weight: 1, arbitrary: anybody },
    { weight: 6, arbitrary: fc.constantFrom(fabien, fabien, fabien, asha, hugo) },
  ),
  fc.oneof(
    fc.constantFrom(
      admit(),
      take(),
      take(),
      recuse(),
      plan(),
      plan(),
      askFor(),
      answered(),
      assessSafety(),
      offerSupport(),
      ...[explainDelay(), reportProgress(), reviewRetaliation(), extendClock()],
      recordConsent(),
      recordConsent({ given: "withdrawn" }),
      ...[override(), agreeOverride(), refer(), refer({ beyond: "imminent-danger" }), answerReferral()],
      proposeGoingOn(),
      confirmGoingOn(),
      proposeReopening(),
      proposeReopening({ facts: "person-asked" }),
    ),
    fc.constantFrom(...everybody).map((about) => reportRetaliation(about)),
    fc.constantFrom(...everybody).map((to) => assign({ to: to.id, grants: [grantTo(to, "story")] })),
    fc
      .tuple(fc.constantFrom(fabien, hugo), fc.constantFrom(fabien, hugo, karim))
      .map(([from, to]) => assign({ to: to.id, replaces: [from.id], grants: [grantTo(to, "story")] })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }), anyForces)
      .map(([number, respondent, forces]) => allege({ number, respondent, forces })),
    fc.nat({ max: 3 }).map((number) => takeEvidence({ number })),
    fc.constantFrom(allowTransfer(), proposeTransfer(), confirmTransfer()),
    fc.constantFrom(
      linkTo(),
      linkTo({ reason: "retaliation-for", team: [fabien.id] }),
      linkTo({ reason: "retaliation-for", team: [hugo.id, karim.id] }),
      unlinkFrom(),
    ),
    fc.constantFrom(interview(), interview({ repeats: "new-facts" }), interview({ subject: 2, of: "witness" })),
  ),
);
const anyChoice = fc.constantFrom(...consentChoices);
/** What somebody of protection, intake or the panel does about an end that the person wants, or wants undone. */
const anyEnding: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  [asha, letIn(grantTo(gerda, "support"), grantTo(hugo, "story"))],
  [gerda, checkPressure()],
  [hugo, checkPressure()],
  [hugo, checkPressure({ free: "not-yet", level: "immediate" })],
  [asha, acceptWithdrawal()],
  [bruno, acceptWithdrawal()],
  [bruno, confirmReopening()],
  [elsa, confirmReopening()],
  [asha, letIn(grantTo(elsa, "story"))],
);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(anybody, anyOrder) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(carla, dario), fc.constantFrom(confirm(), keepOpen())) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(asha, fabien), anyNewKey) },
  { weight: 1, arbitrary: anyErasing },
  { weight: 1, arbitrary: anyFlood },
  { weight: 3, arbitrary: anyLater },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => write(n)) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => withdraw(n)) },
  { weight: 1, arbitrary: fc.tuple(fc.nat({ max: 4 }), anyChoice).map(([n, choice]) => change(n, choice)) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => add(n, 8)) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => takeBack(n)) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }).map((n) => tellTreatment(n)) },
  { weight: 1, arbitrary: anyEnding },
  { weight: 1, arbitrary: fc.constantFrom("feedback", "acknowledgement").map(miss) },
);
/** Most histories begin on the way to a decision, so that the end is reached often. */
const anyHistory = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 3, 3, 3), fc.array(anyStep, { maxLength: 25 }))
  .map(([known, rest]): readonly Step[] => {
    const way: readonly Step[] = [
      [asha, acknowledge()],
      [bruno, assess({ forces: ["bravo"] })],
      [asha, propose({ grants: [grantTo(carla, "story"), grantTo(dario, "story")] })],
    ];
    return [...way.slice(0, known), ...rest];
  });

type Moment = { readonly before: Case; readonly step: Step; readonly facts: readonly CaseFact[]; readonly after: Case };

/** Everything that was granted in a history, moment by moment; what was refused changed nothing. */
function momentsOf(history: readonly Step[]): readonly Moment[] {
  const moments: Moment[] = [];
  let theCase = filed;
  for (const [place, step] of history.entries()) {
    const answer = decideStep(theCase, step);
    if ("refusal" in answer) continue;
    const after = applyStep(theCase, step, answer.facts, place + 1);
    moments.push({ before: theCase, step, facts: answer.facts, after });
    theCase = after;
  }
  return moments;
}

/** Histories in which people want the case gone, and others do not. */
const anyErasure = fc
  .array(fc.oneof({ weight: 1, arbitrary: anyStep }, { weight: 2, arbitrary: anyErasing }), { maxLength: 12 })
  .map((rest): readonly Step[] => [[asha, acknowledge()], [bruno, assess({ forces: ["bravo"] })], ...rest]);

/** What an inquiry mostly is. */
const anyExamining: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  ...[
    plan(),
    askFor(),
    answered(),
    allege(),
    allege({ number: 2, right: "life", respondent: 2 }),
    recuse(),
    take(),
  ].map((order): Step => [fabien, order]),
  [hugo, take()],
  [hugo, plan()],
  [hugo, recuse()],
  [asha, assign({ to: hugo.id, grants: [grantTo(hugo, "story")] })],
  [asha, assign({ to: hugo.id, replaces: [fabien.id], grants: [grantTo(hugo, "story")] })],
);
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
        )
        .map((said) => (c: Case) => proposeDecision({ sitting: sittingOf(c) + 1, ...said })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<(c: Case) => StaffCommand>(
        (c) => withdrawDecision(sittingOf(c)),
        () => deliver(),
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
  fc.constantFrom(toPanel, toPanel, toFound, toRuled, toHeard, toInvestigating),
  fc.array(anyVoting, { minLength: 15, maxLength: 40, size: "max" }),
);

function decisionsIn([begun, rest]: readonly [readonly Step[], readonly Voting[]]): readonly Moment[] {
  const moments = [...momentsOf(begun)];
  for (const [actor, order] of rest) {
    const before = moments.at(-1)?.after ?? filed;
    const step: Step = [actor, order(before)];
    const answer = decideStep(before, step);
    if ("refusal" in answer) continue;
    moments.push({
      before,
      step,
      facts: answer.facts,
      after: applyStep(before, step, answer.facts, moments.length + 1),
    });
  }
  return moments;
}

const inEveryDecision = (holds: (moments: readonly Moment[]) => void) =>
  fc.assert(
    fc.property(anyDecision, (one) => holds(decisionsIn(one))),
    { numRuns: 1500 },
  );

const endings: readonly string[] = ["case.found/1", "case.ruled/1", "case.closed/1"];

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
        assert.deepEqual(tiesWith(voter.ties, forcesOf(before)), []);
        assert.equal(voter.role, "panel");
        assert.notEqual(voter.id, recommendedBy);
        assert.notEqual(voter.id, elsa.id);
      }
    }
  });
  assert.ok(count.decided > 100 && count.closed > 10, `only ${count.decided}, ${count.closed} of them closed`);
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
            assert.ok(told.includes("case.respondent-notified/1") && told.includes("case.reply-recorded/1"));
          const isAgainst = [happened, answers].some((one) => one === "not-established" || one === "within-the-rules");
          if (isAgainst) assert.ok(told.includes("case.hearing-offered/1"));
        }
      }
    }
  });
  assert.ok(found > 100, `only ${found}`);
});

/** Histories of an inquiry that has begun. */
const anyInquiry = fc
  .tuple(
    fc.constantFrom(2, 3, 4, 5, 5, 5),
    fc.array(
      fc.oneof(
        { weight: 1, arbitrary: anyStep },
        { weight: 2, arbitrary: anyLater },
        { weight: 3, arbitrary: anyExamining },
      ),
      {
        maxLength: 20,
        size: "max",
      },
    ),
  )
  .map(([known, rest]): readonly Step[] => [...toInvestigating.slice(0, known), ...rest]);

const inEveryHistory = (holds: (moments: readonly Moment[]) => void, numRuns = 500, histories = anyHistory) =>
  fc.assert(
    fc.property(histories, (history) => holds(momentsOf(history))),
    { numRuns },
  );

test("no case is erased, nor comes to an hour for it, unless two different people wanted it and nobody stopped it", () => {
  let confirmed = 0;
  inEveryHistory(
    (moments) => {
      for (const { before, order, actor, after } of staffIn(moments)) {
        if (order.type !== "confirm-erasure" || after.stage === "unknown") continue;
        confirmed++;
        assert.ok(before.stage !== "unknown" && before.erasure?.step === "proposed");
        assert.notEqual(before.erasure.proposedBy, actor.id);
      }
      const last = moments.at(-1)?.after ?? filed;
      const orders = staffIn(moments).map(({ order }) => order.type);
      const due = dueErasure(last) !== undefined;
      assert.equal(due, orders.lastIndexOf("confirm-erasure") > orders.lastIndexOf("stop-erasure"));
    },
    1000,
    anyErasure,
  );
  assert.ok(confirmed > 50, `only ${confirmed} confirmed`);
});

const staffIn = (moments: readonly Moment[]) =>
  moments.flatMap(({ step, ...moment }) => ("type" in step ? [] : [{ ...moment, actor: step[0], order: step[1] }]));

test("from the moment a person takes an examination back, nobody is let in to examine but to decide that it ends", () => {
  const takenBack: readonly Step[] = [
    [asha, acknowledge()],
    [bruno, assess({ forces: ["bravo"] })],
    [asha, letIn(grantTo(fabien, "story"))],
    change(1, "help-only"),
  ];
  let tried = 0;
  const property = fc.property(fc.array(anyStep, { maxLength: 15 }), (rest) => {
    for (const { before, order } of staffIn(momentsOf([...takenBack, ...rest]))) {
      if (before.stage === "unknown" || !("grants" in order) || order.type === "propose-non-admission") continue;
      if (before.consentChange !== "help-only" && before.consentChange !== "keep-words") continue;
      tried++;
      for (const { to } of order.grants) {
        const role = office.staff.find(({ id }) => id === to)?.role;
        const isKnown = before.access.some((entry) => entry.to === to);
        assert.ok(isKnown || (role !== "investigator" && role !== "panel"));
      }
    }
  });
  fc.assert(property, { numRuns: 1000 });
  assert.ok(tried > 20, `only ${tried} orders came after`);
});

test("no case ends without admission unless two different people agreed", () => {
  let ended = 0;
  inEveryHistory((moments) => {
    const last = moments.at(-1)?.after;
    if (last?.stage !== "not-admitted") return;
    ended++;
    assert.notEqual(last.proposedBy, last.decidedBy);
    const acts = staffIn(moments);
    const deciding = acts.findIndex(({ order }) => order.type === "confirm-non-admission");
    const earlier = new Set(acts.slice(0, deciding).map(({ actor }) => actor.id));
    const proposals = acts.filter(({ order }) => order.type === "propose-non-admission");
    assert.ok(proposals.some(({ actor }) => actor.id === last.proposedBy));
    assert.ok(!earlier.has(last.decidedBy));
    assert.ok(last.access.some(({ to, keys }) => to === last.decidedBy && keys.includes("story")));
  }, 2000);
  assert.ok(ended > 20, `only ${ended} histories ended`);
});

test("no case ends as withdrawn unless the person asked, somebody of protection found them free, and another agreed", () => {
  const count = { ended: 0, reopened: 0 };
  const way: readonly Step[] = [
    [asha, acknowledge()],
    [bruno, assess({ forces: ["bravo"] })],
    [asha, letIn(grantTo(gerda, "support"))],
    withdraw(1),
  ];
  const mostly = fc.array(fc.oneof({ weight: 1, arbitrary: anyStep }, { weight: 3, arbitrary: anyEnding }), {
    maxLength: 12,
  });
  const property = fc.property(fc.constantFrom(2, 3, 4, 4, 4), mostly, (known, rest) => {
    const moments = momentsOf([...way.slice(0, known), ...rest]);
    for (const [place, { before, step, facts }] of moments.entries()) {
      if (facts[0]?.type === "case.reopened/1") count.reopened++;
      if (facts[0]?.type !== "case.withdrawal-accepted/1" || "type" in step) continue;
      count.ended++;
      assert.ok(before.stage !== "unknown" && before.withdrawalAsked);
      assert.equal(facts[1]?.type, "case.message-sent/1");
      const acts = moments.slice(0, place);
      const asked = acts.findLastIndex((one) => one.facts[0]?.type === "case.withdrawal-asked/1");
      const checks = staffIn(acts.slice(asked)).filter(({ order }) => order.type === "check-pressure");
      const last = checks.at(-1);
      assert.ok(last?.order.type === "check-pressure" && last.order.free === "yes");
      assert.ok(last.actor.role === "support" || last.actor.role === "child-protection");
      assert.notEqual(last.actor.id, step[0].id);
    }
  });
  fc.assert(property, { numRuns: 1000 });
  assert.ok(count.ended > 30, `only ${count.ended}, ${count.reopened} of them opened again`);
});

test("no case is closed unread unless two people without any tie agreed, and nobody else had done anything in it", () => {
  let ended = 0;
  const property = fc.property(
    fc.array(fc.oneof({ weight: 3, arbitrary: anyFlood }, { weight: 1, arbitrary: anyStep }), { maxLength: 10 }),
    (history) => {
      const moments = momentsOf(history);
      for (const [place, { after }] of moments.entries()) {
        if (after.stage !== "closed-as-flood" || moments[place - 1]?.after.stage === "closed-as-flood") continue;
        ended++;
        assert.notEqual(after.flood.proposedBy, after.flood.closedBy);
        assert.deepEqual([...after.handledBy].sort(), [after.flood.proposedBy, after.flood.closedBy].sort());
        const people = office.staff.filter(({ id }) => after.handledBy.includes(id));
        assert.deepEqual(people.map(({ role, ties }) => [role, ties]).sort(), [
          ["intake", []],
          ["panel", []],
        ]);
        assert.equal(after.sequence, 0);
      }
    },
  );
  fc.assert(property, { numRuns: 1000 });
  assert.ok(ended > 20, `only ${ended} were closed`);
});

test("tied people never produce a fact", () => {
  inEveryHistory((moments) => {
    for (const { before, actor, facts, after } of staffIn(moments)) {
      assert.deepEqual(tiesWith(actor.ties, forcesOf(before)), []);
      if (facts[0]?.type === "case.assessed/1") assert.deepEqual(tiesWith(actor.ties, forcesOf(after)), []);
    }
  });
});

test("nobody is let in who is tied to the respondent at that hour, or tied at all while nobody knows whom it is about", () => {
  inEveryHistory((moments) => {
    for (const { before, facts } of moments) {
      for (const fact of facts) {
        if (fact.type !== "case.access-granted/1") continue;
        const grantee = office.staff.find(({ id }) => id === fact.to);
        assert.ok(grantee);
        const forces = forcesOf(before);
        for (const force of forces.length === 0 ? ["unknown"] : forces) assert.ok(isEligible(grantee, force));
      }
    }
  });
});

test("whoever stepped back, or is complained about, never produces a fact again, and is never let in again", () => {
  let steppedBack = 0;
  inEveryHistory(
    (moments) => {
      for (const { before, actor, facts } of staffIn(moments)) {
        const out = before.stage === "unknown" ? [] : [...(before.recused ?? []), ...(before.complainedAbout ?? [])];
        steppedBack += out.length;
        assert.ok(!out.includes(actor.id));
        for (const fact of facts) if (fact.type === "case.access-granted/1") assert.ok(!out.includes(fact.to));
      }
    },
    1000,
    anyInquiry,
  );
  assert.ok(steppedBack > 50, `only ${steppedBack}`);
});

test("nobody examines but whoever was given the case by somebody else, took it, and is not tied", () => {
  let examined = 0;
  const examines: readonly string[] = ["plan-inquiry", "state-allegation", "request-evidence", "record-answer"];
  inEveryHistory(
    (moments) => {
      for (const { before, actor, order } of staffIn(moments)) {
        if (!examines.includes(order.type)) continue;
        examined++;
        assert.ok("inquiry" in before && before.inquiry.taken?.by === actor.id);
        assert.ok(
          before.access.some(({ to, by, reason }) => to === actor.id && by !== actor.id && reason === "assigned"),
        );
        // What comes in after the person took it back is written down all the same.
        if (order.type === "record-answer") continue;
        assert.ok(before.consentChange !== "help-only" && before.consentChange !== "keep-words");
      }
    },
    1000,
    anyInquiry,
  );
  assert.ok(examined > 200, `only ${examined}`);
});

test("what the rules grant always fits the case: no fact is out of order", () => {
  inEveryHistory((moments) => {
    for (const { facts, after } of moments) assert.ok(facts.length > 0 && after.stage !== "unknown");
  });
});

test("a stage is never skipped, and a decided case never moves again", () => {
  const next: { readonly [stage: string]: readonly string[] } = {
    received: ["acknowledged", "flood-proposed"],
    // The person's next act, or an officer who takes it up, makes it a complaint like every other.
    "flood-proposed": ["received", "acknowledged", "closed-as-flood"],
    "closed-as-flood": ["received", "acknowledged"],
    acknowledged: ["assessed"],
    assessed: ["non-admission-proposed", "admitted", "withdrawn", "transferred"],
    admitted: ["investigating", "withdrawn", "transferred"],
    investigating: ["before-panel", "withdrawn", "transferred"],
    "before-panel": ["found", "withdrawn"],
    found: ["ruled", "closed"],
    ruled: ["settled", "closed"],
    settled: ["ruled", "closed"],
    closed: ["investigating"],
    "non-admission-proposed": ["assessed", "not-admitted"],
    "not-admitted": ["assessed"],
    withdrawn: ["assessed", "investigating"],
    transferred: ["assessed", "investigating"],
  };
  inEveryHistory((moments) => {
    for (const { before, after } of moments) {
      if (before.stage !== after.stage)
        assert.ok(next[before.stage]?.includes(after.stage), `${before.stage} to ${after.stage}`);
    }
  });
});

test("every new key was at first in the hands of its maker and of somebody else, and is named in its turn", () => {
  let rekeyed = 0;
  inEveryHistory((moments) => {
    const keys: string[] = [];
    for (const { facts, actor, after } of staffIn(moments)) {
      const [first, ...others] = facts;
      if (first?.type !== "case.rekeyed/1" || after.stage === "unknown") continue;
      rekeyed++;
      keys.push(first.key);
      const holding = others.flatMap((fact) => (fact.type === "case.access-granted/1" ? [fact] : []));
      assert.ok(holding.every((grant) => grant.keys.includes(first.key)));
      assert.ok(holding.some(({ to }) => to === actor.id) && new Set(holding.map(({ to }) => to)).size > 1);
      assert.equal(after.storyRecipient, first.recipient);
      assert.equal(new Set([after.storyRecipient, ...after.formerRecipients]).size, keys.length + 1);
    }
    assert.deepEqual(
      keys,
      keys.map((_, i) => `words-${i + 1}`),
    );
  }, 1000);
  assert.ok(rekeyed > 50, `only ${rekeyed} new keys`);
});

test("messages in both directions are numbered without a gap", () => {
  inEveryHistory((moments) => {
    const facts = moments.flatMap((moment) => moment.facts);
    const sent = facts.flatMap((fact) => (fact.type === "case.message-sent/1" ? [fact.number] : []));
    const asked = facts.flatMap((fact) => ("sequence" in fact ? [fact.sequence] : []));
    assert.deepEqual(
      sent,
      sent.map((_, i) => i + 1),
    );
    assert.deepEqual(
      asked,
      asked.map((_, i) => i + 1),
    );
  });
});

test("evidence that the office takes in is numbered without a gap, and no piece has the name of another", () => {
  let taken = 0;
  inEveryHistory(
    (moments) => {
      const facts = moments.flatMap((moment) => moment.facts);
      const takings = facts.flatMap((fact) => (fact.type === "case.evidence-taken/1" ? [fact] : []));
      taken += takings.length;
      assert.deepEqual(
        takings.map(({ number }) => number),
        takings.map((_, i) => i + 1),
      );
      const names = takings.flatMap(({ note, evidence }) => [note.part, ...evidence.map(({ part }) => part)]);
      assert.equal(new Set(names).size, names.length);
    },
    2000,
    anyInquiry,
  );
  assert.ok(taken > 20, `only ${taken}`);
});

test("nobody is given a case, or has it, whose own case it tells of retaliation for", () => {
  let apart = 0;
  inEveryHistory(
    (moments) => {
      for (const { after } of moments) {
        if (after.stage === "unknown") continue;
        const out = (after.links ?? []).flatMap(({ team }) => team);
        const assigned = "inquiry" in after ? after.inquiry.assigned?.to : undefined;
        apart += out.length > 0 && assigned !== undefined ? 1 : 0;
        assert.ok(assigned === undefined || !out.includes(assigned));
      }
    },
    1500,
    anyInquiry,
  );
  assert.ok(apart > 20, `only ${apart}`);
});

test("no case is transferred unless two different people did it, and the person allowed it for that recipient until then", () => {
  let transferred = 0;
  const begun: readonly Step[] = [
    [asha, acknowledge()],
    [bruno, assess({ forces: ["bravo"] })],
    [asha, allowTransfer()],
  ];
  const anyTransfer: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(
        fc.constantFrom(asha, bruno),
        fc.constantFrom(proposeTransfer(), confirmTransfer(), proposeTransfer("another")),
      ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(asha, fabien), fc.constantFrom(allowTransfer(), admit())) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((n) => change(n, "help-only")) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((n) => takeBack(n, "hti-opc", "transfer")) },
  );
  const histories = fc
    .array(anyTransfer, { maxLength: 12, size: "max" })
    .map((rest): readonly Step[] => [...begun, ...rest]);
  inEveryHistory(
    (moments) => {
      for (const { before, order, actor, facts } of staffIn(moments)) {
        if (order.type !== "confirm-transfer" || before.stage === "unknown") continue;
        transferred++;
        assert.ok(before.transfer && before.transfer.proposedBy !== actor.id);
        const said = before.consents?.find(
          ({ purpose, recipient }) => purpose === "transfer" && recipient === order.recipient,
        );
        assert.equal(said?.given, "yes");
        assert.equal(facts[1]?.type, "case.message-sent/1");
      }
    },
    1000,
    histories,
  );
  assert.ok(transferred > 20, `only ${transferred}`);
});

test("everybody who acted is written down as having handled the case", () => {
  inEveryHistory((moments) => {
    const last = moments.at(-1)?.after;
    if (!last || last.stage === "unknown") return;
    assert.deepEqual(new Set(last.handledBy), new Set(staffIn(moments).map(({ actor }) => actor.id)));
  });
});

test("every fact that the rules grant can be stated, signed and read back", () => {
  inEveryHistory((moments) => {
    for (const { actor, facts } of staffIn(moments)) {
      for (const fact of facts as readonly StaffFact[]) {
        const statement = stateFact(fact, headerBy(actor.id));
        assert.deepEqual(staffStatementShape(JSON.parse(JSON.stringify(statement))), statement);
      }
    }
  });
});

/**
 * As a reader has it. None where somebody acted who cannot see the case, for the server hides it from them, or from
 * another post than their colleagues knew of: there every act is decided by one directory.
 */
function historyAsRead(moments: readonly Moment[]): readonly Witnessed[] | undefined {
  const acts = staffIn(moments);
  if (!acts.every(({ before, actor }) => mayRead(before, actor) && !moved.includes(actor))) return undefined;
  // When a clock may be said to be missed has a test of its own; here they are said at any hour.
  const steps = moments
    .map(({ step }) => step)
    .filter((step) => !("type" in step && step.type === "case.clock-missed/1"));
  return historyOf(...steps);
}

test("every history that the rules grant is judged lawful by desk and person, and comes to the same case", () => {
  let judged = 0;
  const holds = (moments: readonly Moment[]) => {
    const history = historyAsRead(moments);
    if (!history) return;
    judged++;
    const { theCase, unlawful, lawful } = judgeHistory(history, directoryOf);
    assert.deepEqual([unlawful, lawful], [[], history]);
    assert.deepEqual(theCase, foldCase(history));
    const seen = judgeSeen(history, directoryOf);
    assert.deepEqual([seen.unlawful, seen.lawful], [[], seenByPerson(history)]);
    const before: { readonly [pending: string]: string } = {
      "non-admission-proposed": "assessed",
      "flood-proposed": "received",
    };
    assert.equal(seen.theCase.stage, before[theCase.stage] ?? theCase.stage);
  };
  inEveryHistory(holds, 1000);
  inEveryHistory(holds, 500, anyInquiry);
  assert.ok(judged > 200, `only ${judged} histories`);
});

test("in every lawful history, an act signed by somebody of a role without work in cases is found", () => {
  let found = 0;
  inEveryHistory((moments) => {
    const history = historyAsRead(moments) ?? [];
    for (const event of history) {
      if (!event.by) continue;
      const forged = history.map((one) => (one.at === event.at && one.by ? { ...one, by: lena.id, epoch: 7 } : one));
      const { unlawful } = judgeHistory(forged, directoryOf);
      assert.equal(unlawful[0]?.refusal.code, "wrong-role");
      found++;
    }
  }, 100);
  assert.ok(found > 100, `only ${found} acts`);
});

function headerBy(by: StaffId) {
  const previous = digestOf("the record before");
  const at = "2026-11-03T15:00:00.000Z" as never;
  return { case: received.case as CaseId, office: received.office, epoch: 7, index: 3, previous, by, at };
}
