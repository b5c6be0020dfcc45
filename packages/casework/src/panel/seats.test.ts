// Who sits: five, of whom two are of civil society, and whoever of the reserve takes the place of somebody who cannot.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Case } from "../case/case.ts";
import type { Actor, OfficeFacts, StaffCommand } from "../case/commands.ts";
import { decideStaffAct } from "../law/decide.ts";
import { evolveCase } from "../law/evolve.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  asha,
  askReview,
  carla,
  dario,
  elsa,
  fabien,
  given,
  grantTo,
  hourAfter,
  hugo,
  jules,
  letIn,
  mona,
  office,
  otto,
  paula,
  type Step,
  testId,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  closeSitting,
  decisionIn,
  finding,
  proposeDecision,
  recommend,
  recuse,
  toClosed,
  toHeard,
  toPanel,
  vote,
} from "../testing/later.testing.ts";
import { nextSitting, proposeReview, reviewed, toHugo } from "../testing/owed.testing.ts";
import { isFree, panelOf } from "./panel.ts";

const member = (name: string): Actor => ({ id: testId("staff", name), role: "panel", ties: [] });
type Listed = OfficeFacts["staff"][number];
const listed = (name: string, bench: Listed["bench"], more: Partial<Listed> = {}): Listed => ({
  ...member(name),
  bench,
  ...more,
});

const people = { civilSociety: true } as const;
/** The panel of the law: five and a reserve of five, two of each of civil society. */
const lawful: readonly Listed[] = [
  ...["f1", "f2", "f3"].map((name) => listed(name, "first")),
  ...["f4", "f5"].map((name) => listed(name, "first", people)),
  ...["r1", "r2", "r3"].map((name) => listed(name, "reserve")),
  ...["r4", "r5"].map((name) => listed(name, "reserve", people)),
];
const changed = (change: Partial<Listed>, ...names: readonly string[]): OfficeFacts => ({
  ...office,
  staff: lawful.map((one) => (names.some((name) => testId("staff", name) === one.id) ? { ...one, ...change } : one)),
});
const tied = (...names: readonly string[]): OfficeFacts => changed({ ties: ["bravo"] }, ...names);

/** The names of those who may decide on a case about the force called bravo, were they let in. */
const seatsIn = (facts: OfficeFacts): string =>
  panelOf(caseAfter(...toPanel), facts)
    .filter(({ isSeated, standing }) => isSeated && (standing === "may" || standing === "not-let-in"))
    .map(({ id }) => names.get(id))
    .join(" ");
const names = new Map(
  ["f1", "f2", "f3", "f4", "f5", "r1", "r2", "r3", "r4", "r5"].map((name) => [testId("staff", name), name]),
);

test("five of the first bench sit, and nobody of the reserve while all of them can", () => {
  assert.equal(seatsIn({ ...office, staff: lawful }), "f1 f2 f3 f4 f5");
});

test("for each who is tied the next of the reserve sits, in the directory's order; of civil society for one of civil society", () => {
  assert.equal(seatsIn(tied("f1")), "f2 f3 f4 f5 r1");
  assert.equal(seatsIn(tied("f1", "f2", "r1")), "f3 f4 f5 r2 r3");
  assert.equal(seatsIn(tied("f5")), "f1 f2 f3 f4 r4");
  // Both of civil society: no decision was possible without them.
  assert.equal(seatsIn(tied("f4", "f5")), "f1 f2 f3 r4 r5");
  assert.equal(seatsIn(tied("f1", "f4", "r4")), "f2 f3 f5 r1 r5");
});

test("where too few are left the others of the reserve sit too, and where all are tied nobody does", () => {
  assert.equal(seatsIn(tied("f1", "f2", "r1", "r2", "r3")), "f3 f4 f5 r4 r5");
  assert.equal(seatsIn(tied(...names.values())), "");
});

test("nobody of civil society on the first bench: one of the reserve sits besides, for without them nothing is decided", () => {
  const none = changed({}, "f4");
  const staff = none.staff.map(({ civilSociety, ...one }) =>
    civilSociety && one.bench === "reserve" ? { ...one, ...people } : one,
  );
  assert.equal(seatsIn({ ...office, staff }), "f1 f2 f3 f4 f5 r4");
});

test("whoever left the directory leaves a seat; whoever colleagues suspend keeps theirs, so that nobody chooses who decides", () => {
  const gone = testId("staff", "f1");
  const staff = lawful.filter(({ id }) => id !== gone);
  assert.equal(seatsIn({ ...office, staff }), "f2 f3 f4 f5 r1");
  assert.equal(seatsIn({ ...office, staff, listed: lawful }), "f1 f2 f3 f4 f5");
});

// In this office four of the first bench serve, one of them of civil society: paula has the fifth seat, and dario's is elsa's.
const withReserve: readonly Step[] = [
  ...toPanel,
  [dario, recuse()],
  ...[elsa, paula].map((one): Step => [asha, letIn(grantTo(one, "story"))]),
];

test("where members of the first bench stepped back, the reserve takes their seats, proposes, votes and closes", () => {
  const open: readonly Step[] = [...withReserve, [elsa, proposeDecision()]];
  const cast = [elsa, paula, carla].map((one): Step => [one, vote(decisionIn(open))]);
  given(...open, ...cast)
    .when(elsa, closeSitting())
    .gives("case.found/1", "case.message-sent/1");
  judgedLawful(historyOf(...open, ...cast, [elsa, closeSitting()]));
  given(...withReserve, [asha, letIn(grantTo(otto, "story"))])
    .when(otto, proposeDecision())
    .refuses("wrong-bench");
});

test("a recommendation lets in whoever of the reserve has a seat, and nobody else of it", () => {
  const beside = (one: Actor) =>
    recommend(
      [finding()],
      [carla, mona, one].map((to) => grantTo(to, "story")),
    );
  const grants = ["case.access-granted/1", "case.access-granted/1", "case.access-granted/1"] as const;
  given(...toHeard)
    .when(fabien, beside(paula))
    .gives("case.findings-recommended/1", ...grants);
  given(...toHeard)
    .when(fabien, beside(otto))
    .refuses("grantee-not-eligible", { to: otto.id });
});

/** A proposal by the first of these, their votes for it, and the close. */
function decideBy(history: readonly Step[], members: readonly Actor[], proposal: StaffCommand): readonly Step[] {
  const sitting = nextSitting(history);
  const [first] = members;
  assert.ok(first);
  const open: readonly Step[] = [...history, [first, proposal]];
  const cast = members.map((one): Step => [one, vote(decisionIn(open), { sitting })]);
  return [...open, ...cast, [first, closeSitting(sitting)]];
}

test("who sat for somebody else decides no review of it", () => {
  const found = decideBy(withReserve, [carla, elsa, paula], proposeDecision());
  const end = decideBy(
    found,
    [carla, elsa, mona],
    proposeDecision({ sitting: 2, decides: "closure", findings: [], outcome: "nothing-more-possible" }),
  );
  const asked: readonly Step[] = [...end, askReview(1), [asha, letIn(grantTo(otto, "story"))]];
  for (const sat of [elsa, paula])
    given(...asked)
      .when(sat, proposeReview(end, "upheld"))
      .refuses("handled-this-case");
  given(...asked)
    .when(otto, proposeReview(end, "upheld"))
    .gives("case.decision-proposed/3");
});

test("who decided a review takes no seat over the same case when it comes back", () => {
  const again: readonly Step[] = [...reviewed(toClosed, "examined-anew"), ...toHugo, [hugo, recommend()]];
  const seated = panelOf(caseAfter(...again), office).filter(({ isSeated }) => isSeated);
  // Of four on the first bench all sit; the fifth seat stays empty, for the three of the reserve have looked at it.
  assert.deepEqual(new Set(seated.map(({ id }) => id)), new Set([carla, dario, jules, mona].map(({ id }) => id)));
  given(...again)
    .when(paula, proposeDecision({ sitting: 5 }))
    .refuses("wrong-bench");
});

test("a second review finds nobody left of the reserve, until the roots list more of it; those may decide", () => {
  const again: readonly Step[] = [...reviewed(toClosed, "examined-anew"), ...toHugo, [hugo, recommend()]];
  const found = decideBy(again, [carla, dario, mona], proposeDecision({ sitting: 5 }));
  const end = decideBy(
    found,
    [carla, dario, mona],
    proposeDecision({ sitting: 6, decides: "closure", findings: [], outcome: "nothing-more-possible" }),
  );
  const asked: readonly Step[] = [...end, askReview(caseAfter(...end).sequence + 1)];
  for (const one of [carla, elsa, otto, paula])
    given(...asked, [asha, letIn(grantTo(one, "story"))])
      .when(one, proposeReview(end, "upheld"))
      .refuses("handled-this-case");
  assert.deepEqual(
    panelOf(caseAfter(...asked), office).filter((one) => one.isSeated && isFree(one)),
    [],
  );
  // The next directory lists three more.
  const more = { ...office, staff: [...office.staff, ...lawful.filter(({ bench }) => bench === "reserve")] };
  let theCase = caseAfter(...asked) as Case;
  const does = (actor: Actor, order: StaffCommand): void => {
    const at = hourAfter(200);
    const decided = decideStaffAct(theCase, order, { actor, office: more, at });
    assert.ok(decided.ok, JSON.stringify(decided));
    theCase = decided.value.reduce<Case>((before, fact) => evolveCase(before, { fact, at, by: actor.id }), theCase);
  };
  const [r1, r2, r4] = ["r1", "r2", "r4"].map(member);
  assert.ok(r1 && r2 && r4);
  does(asha, letIn(grantTo(r1, "story")));
  const others = ["r2", "r3", "r4", "r5"].map((name) => grantTo(member(name), "story"));
  does(r1, { type: "grant-access", reason: "before-panel", grants: others });
  does(r1, proposeReview(end, "upheld"));
  const decision = theCase.stage !== "unknown" ? theCase.sitting?.decision : undefined;
  assert.ok(decision);
  for (const one of [r1, r2, r4]) does(one, vote(decision, { sitting: nextSitting(end) }));
  does(r2, closeSitting(nextSitting(end)));
  assert.ok(theCase.stage === "closed" && theCase.review?.decidedAt);
});
