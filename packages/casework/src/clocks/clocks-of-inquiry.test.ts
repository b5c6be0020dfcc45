import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Clock, type DeadlineBook, parsePack } from "@temwen/mission-pack";
import type { Digest, Instant } from "@temwen/vocabulary";
import { evolveCase, foldCase } from "../law/evolve.ts";
import { briefCase } from "../seen/summary.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  digestOf,
  fabien,
  given,
  hourAfter,
  keepOpen,
  miss,
  propose,
  received,
  type Step,
  send,
} from "../testing/given.testing.ts";
import {
  admit,
  allege,
  assessSafety,
  assign,
  dayAfter,
  explainDelay,
  extendClock,
  linkTo,
  recuse,
  reportRetaliation,
  reviewRetaliation,
  take,
  takeEvidence,
  toAdmitted,
  toClosed,
  toInvestigating,
  toPanel,
} from "../testing/later.testing.ts";
import { tracks } from "../words/inquiry-words.ts";
import type { ReferralAnswer } from "../words/referral-words.ts";
import { missionClasses } from "../words/vocabulary.ts";
import { clockFacts } from "./clock-facts.ts";
import { latestHour, runningClocks } from "./clocks.ts";

const haiti = parsePack(
  JSON.parse(readFileSync(new URL("../../../../packs/haiti/pack.json", import.meta.url), "utf8")),
);
assert.ok(haiti.ok);
const pack = haiti.value;
const idsIn = (book: DeadlineBook, ...history: readonly Step[]) =>
  runningClocks(given(...history).theCase, book).map(({ id }) => id);
const idsAfter = (...history: readonly Step[]) => idsIn(pack, ...history);
const acknowledged: Step = [asha, acknowledge()];

test("the pack of the first mission names only facts and words that the rules know", () => {
  const answers = ["yes", "no", "doubt", "unsaid"];
  for (const { id, startsOn, stopsOn, renewsOn, when = [] } of pack.clocks) {
    assert.ok(clockFacts.starts.includes(startsOn), `${id} starts on ${startsOn}`);
    assert.ok(clockFacts.stops.includes(stopsOn), `${id} stops on ${stopsOn}`);
    assert.ok(renewsOn === undefined || clockFacts.renewals.includes(renewsOn), `${id} is renewed by ${renewsOn}`);
    for (const { track = [], class: classes = [], child = [] } of when) {
      const known: readonly string[] = [...tracks, ...missionClasses, ...answers];
      assert.deepEqual(
        [...track, ...classes, ...child].filter((word) => !known.includes(word)),
        [],
        id,
      );
    }
  }
});

test("danger is to be looked at within a day of the first answer, whatever else is done", () => {
  assert.ok(idsAfter(acknowledged, [asha, assess()]).includes("safety-check"));
  assert.ok(!idsAfter(acknowledged, [asha, assessSafety()]).includes("safety-check"));
});

test("an inquiry has six months, and three where a child may be harmed by sexual abuse", () => {
  const sea = { class: "sexual-exploitation-and-abuse", forces: ["bravo"] } as const;
  const admitted = (assessment: Parameters<typeof assess>[0], track: (typeof tracks)[number]) =>
    idsAfter(acknowledged, [asha, assess(assessment)], [asha, admit({ track })]).filter((id) => id.startsWith("inq"));
  assert.deepEqual(admitted({ ...sea, child: "no" }, "sea"), ["inquiry"]);
  assert.deepEqual(admitted({ ...sea, child: "yes" }, "sea"), ["inquiry-urgent"]);
  assert.deepEqual(admitted({ ...sea, child: "doubt" }, "child"), ["inquiry-urgent"]);
  assert.deepEqual(admitted({ class: "serious-misconduct", forces: ["bravo"] }, "ordinary"), ["inquiry"]);
  assert.deepEqual(admitted({ class: "minor-misconduct", forces: ["bravo"] }, "ordinary"), []);
  assert.deepEqual(admitted({ class: "unclassified", forces: ["bravo"], child: "yes" }, "sea"), ["inquiry-urgent"]);
});

test("what turns out to be sexual abuse while it is examined has the clocks of it, whatever way it was admitted to", () => {
  const ofChild: Step = [asha, assess({ class: "minor-misconduct", forces: ["bravo"], child: "doubt" })];
  const alleged: Step = [fabien, allege({ class: "sexual-exploitation-and-abuse" })];
  for (const track of ["ordinary", "child"] as const) {
    const taken: readonly Step[] = [
      [asha, admit({ track })],
      [asha, assign()],
      [fabien, take()],
    ];
    const before = idsAfter(acknowledged, ofChild, ...taken);
    const after = idsAfter(acknowledged, ofChild, ...taken, alleged);
    assert.ok(!before.includes("inquiry") && !before.includes("inquiry-urgent"), track);
    assert.ok(!after.includes("inquiry") && after.includes("inquiry-urgent"), track);
  }
});

test("an inquiry is over when findings are recommended, and not before", () => {
  assert.ok(idsAfter(...toInvestigating).includes("inquiry"));
  assert.ok(!idsAfter(...toPanel).includes("inquiry"));
});

test("what is sexual abuse is given to somebody to examine within a day", () => {
  const sea: Step = [asha, assess({ class: "sexual-exploitation-and-abuse", forces: ["bravo"] })];
  assert.ok(idsAfter(acknowledged, sea).includes("passed-on"));
  assert.ok(idsAfter(acknowledged, sea, [asha, admit({ track: "sea" })]).includes("passed-on"));
  assert.ok(!idsAfter(acknowledged, sea, [asha, admit({ track: "sea" })], [asha, assign()]).includes("passed-on"));
  assert.ok(!idsAfter(acknowledged, [asha, assess()]).includes("passed-on"));
});

test("a report of retaliation runs a clock of its own until somebody looked at it, and each report anew", () => {
  const reported: readonly Step[] = [acknowledged, [asha, reportRetaliation()]];
  assert.ok(idsAfter(...reported).includes("retaliation-review"));
  const looked: readonly Step[] = [...reported, [bruno, reviewRetaliation()]];
  assert.ok(!idsAfter(...looked).includes("retaliation-review"));
  assert.ok(idsAfter(...looked, [asha, reportRetaliation()]).includes("retaliation-review"));
});

const toldIn = (...history: readonly Step[]) =>
  runningClocks(given(...history).theCase, pack).filter(({ id }) => id === "person-told");

test("every 28 days the person hears something; each message begins them anew", () => {
  assert.deepEqual(toldIn(acknowledged), [{ id: "person-told", due: "2026-12-01T16:00:00.000Z" }]);
  assert.deepEqual(toldIn(acknowledged, [asha, send()]), [{ id: "person-told", due: "2026-12-01T17:00:00.000Z" }]);
  assert.deepEqual(toldIn(...toClosed), []);
  assert.deepEqual(toldIn(), [{ id: "person-told", due: "2026-12-01T15:00:00.000Z" }], "also where nobody took it up");
});

test("each 28 days of silence are said to be missed once, the oldest stays on top, and a message ends it", () => {
  const [first] = toldIn(acknowledged);
  assert.ok(first);
  const silent: readonly Step[] = [acknowledged, miss("person-told", first.due)];
  const second = "2026-12-29T16:00:00.000Z";
  assert.deepEqual(
    toldIn(...silent).map(({ due }) => due),
    [first.due, second],
  );
  const twice = toldIn(...silent, miss("person-told", second as Instant));
  assert.deepEqual(
    twice.map(({ due }) => due),
    [first.due, second, "2027-01-26T16:00:00.000Z"],
  );
  const [only, ...others] = toldIn(...silent, [asha, send()]);
  assert.deepEqual([only?.due, others], ["2026-12-01T18:00:00.000Z", []]);
});

test("why it takes long is told at twelve months, then every six from the last time it was told", () => {
  const due = (...history: readonly Step[]) =>
    runningClocks(given(...history).theCase, pack).find(({ id }) => id === "delay-explained")?.due;
  assert.equal(due(...toAdmitted), "2027-11-03T17:00:00.000Z");
  assert.equal(due(...toAdmitted, [asha, explainDelay()]), "2027-05-03T18:00:00.000Z");
});

test("a clock that was put off is due at the later hour, and only then missed", () => {
  const inquiry = ({ theCase }: ReturnType<typeof given>) =>
    runningClocks(theCase, pack).find(({ id }) => id === "inquiry");
  const before = inquiry(given(...toInvestigating));
  assert.ok(before);
  const until = dayAfter(300);
  const longer = given(...toInvestigating, [asha, extendClock({ due: before.due, until })]);
  assert.deepEqual(inquiry(longer), { id: "inquiry", due: until });
});

test("the pack says until when a clock may be put off: of one that runs, at its own hour, and of no other", () => {
  const { theCase } = given(...toInvestigating);
  assert.ok(theCase.stage !== "unknown");
  const due = "2027-05-03T17:00:00.000Z" as Instant;
  assert.equal(latestHour(theCase, { clock: "inquiry", due }, pack), "2027-11-03T17:00:00.000Z");
  assert.equal(latestHour(theCase, { clock: "inquiry", due: dayAfter(1) }, pack), undefined);
  assert.equal(latestHour(theCase, { clock: "inquiry-urgent", due }, pack), undefined);
  assert.equal(latestHour(theCase, { clock: "feedback", due: "2027-02-03T16:00:00.000Z" as Instant }, pack), undefined);
});

test("a case goes by the deadlines that its filing names, whatever the pack says now", () => {
  const [former] = pack.formerDeadlines ?? [];
  assert.ok(former);
  const opened = (policy: Digest) => foldCase([{ fact: { ...received, policy }, at: hourAfter(0) }]);
  const answered = (policy: Digest) =>
    evolveCase(opened(policy), {
      fact: { type: "case.acknowledged/1", escrow: { threshold: 3, shares: [] } },
      ...{ at: hourAfter(1), by: asha.id },
    });
  const idsUnder = (policy: Digest) => runningClocks(answered(policy), pack).map(({ id }) => id);
  assert.deepEqual(idsUnder(former.digest), ["safety-assessment", "feedback"]);
  assert.ok(idsUnder(digestOf("deadlines of its own")).includes("safety-check"));
});

test("a clock of a fact that no rule knows does not run, and does not stop", () => {
  const clock = (change: Partial<Clock>): Clock => ({ ...(pack.clocks[0] as Clock), ...change });
  const book = (change: Partial<Clock>): DeadlineBook => ({ zone: pack.zone, clocks: [clock(change)] });
  assert.deepEqual(idsIn(book({ startsOn: "case.sung" })), []);
  assert.deepEqual(idsIn(book({ stopsOn: "case.sung" }), acknowledged), ["acknowledgement"]);
});

test("the queue shows the nearest of all of them, and says the earliest that nobody has said", () => {
  const { theCase } = given(...toInvestigating);
  assert.ok(theCase.stage !== "unknown");
  const { clock, facts } = briefCase(theCase, runningClocks(theCase, pack));
  assert.equal(clock?.id, "safety-check");
  assert.equal(facts.unsaid, clock?.due);
});

const referredTo = (...forums: readonly string[]) => {
  const { theCase } = given(...toAdmitted);
  assert.ok(theCase.stage === "admitted");
  const referrals = forums.map((forum, i) => ({
    ...{ number: i + 1, forum, at: hourAfter(4 + i), due: "2027-01-01", waiver: "none", fallback: "none" },
    ...{ asks: ["investigate"], language: "en", obstacle: [], answers: [] },
  }));
  return { ...theCase, referrals } as typeof theCase;
};
const statesOwe = (theCase: ReturnType<typeof referredTo>) =>
  runningClocks(theCase, pack).filter(({ id }) => id.startsWith("state-answer"));

test("a sending State has ten working days to answer, five for sexual abuse, each referral by itself; a Haitian court has none", () => {
  assert.deepEqual(statesOwe(referredTo("hti-parquet")), []);
  assert.deepEqual(statesOwe(referredTo("ken-ipoa", "jam-indecom")), [
    { id: "state-answer", due: "2026-11-17T19:00:00.000Z" },
    { id: "state-answer", due: "2026-11-17T20:00:00.000Z" },
  ]);
  const sea = { ...referredTo("ken-ipoa"), class: "sexual-exploitation-and-abuse" } as const;
  assert.deepEqual(statesOwe(sea), [{ id: "state-answer-sea", due: "2026-11-10T19:00:00.000Z" }]);
});

// A State that wrote "we have it" was done, whether it ever looked into it or not.
test("a State has answered when it says whether it investigates, and not by saying that it has the case", () => {
  const theCase = referredTo("ken-ipoa");
  const [referral] = theCase.referrals ?? [];
  assert.ok(referral);
  const owesAfter = (...answers: readonly ReferralAnswer[]): boolean => {
    const said = answers.map((answered) => ({
      ...{ answered, obstacle: [], on: "2026-12-24", at: hourAfter(9), cameBy: "letter" },
    }));
    return statesOwe({ ...theCase, referrals: [{ ...referral, answers: said }] }).length > 0;
  };
  assert.ok(owesAfter("acknowledged"));
  assert.ok(owesAfter("acknowledged", "waiver-granted", "obstacle-raised", "obstacle-challenged"));
  for (const answer of ["investigating", "prosecuting", "declined"] as const) {
    assert.ok(!owesAfter("acknowledged", answer), answer);
  }
});

const sexualAbuse: Step = [asha, assess({ class: "sexual-exploitation-and-abuse", forces: ["bravo"] })];
const toBeGiven: readonly Step[] = [acknowledged, sexualAbuse];
const bySea: Step = [asha, admit({ track: "sea" })];
const givenInTime: readonly Step[] = [...toBeGiven, bySea, [asha, assign()], [fabien, take()]];
const passingOn = (...history: readonly Step[]) =>
  runningClocks(given(...history).theCase, pack).find(({ id }) => id === "passed-on")?.due;
/** So many hours behind the last of these steps. */
const hoursBehind = (history: readonly Step[], hours: number): Instant => hourAfter(history.length + hours);

test("the hours of danger and of passing abuse on count from the hour at which the complaint came in", () => {
  const due = (clock: string, ...history: readonly Step[]) =>
    runningClocks(given(...history).theCase, pack).find(({ id }) => id === clock)?.due;
  assert.equal(due("safety-check"), hourAfter(24));
  assert.equal(due("safety-check", acknowledged), hourAfter(24));
  assert.equal(passingOn(...toBeGiven), hourAfter(24));
});

// Each assessment had begun the day anew, so that it could be put off for ever.
test("an assessment that is corrected puts nothing off", () => {
  assert.equal(
    passingOn(...toBeGiven, sexualAbuse, [bruno, assess({ forces: ["bravo"] })], sexualAbuse),
    hourAfter(24),
  );
});

// The clock began anew at an hour long past: a miss was written down at once for a duty that had been met.
test("who loses its investigator is given to another within a day of that, and not of an hour long past", () => {
  assert.equal(passingOn(...givenInTime), undefined);
  const left: readonly Step[] = [...givenInTime, [fabien, recuse()]];
  assert.equal(passingOn(...left), hoursBehind(left, 24));
  const accused: readonly Step[] = [...givenInTime, [asha, reportRetaliation(fabien)]];
  assert.equal(passingOn(...accused), hoursBehind(accused, 24));
  const apart: readonly Step[] = [...givenInTime, [asha, linkTo({ reason: "retaliation-for", team: [fabien.id] })]];
  assert.equal(passingOn(...apart), hoursBehind(apart, 24));
  const stranger: readonly Step[] = [...left, [asha, reportRetaliation(fabien)]];
  assert.equal(passingOn(...stranger), hoursBehind(left, 24), "nobody had it then");
});

test("a case that the panel keeps open is passed on within a day of that", () => {
  const proposed: readonly Step[] = [...toBeGiven, [asha, propose()]];
  assert.equal(passingOn(...proposed), undefined);
  const kept: readonly Step[] = [...proposed, [carla, keepOpen()]];
  assert.equal(passingOn(...kept), hoursBehind(kept, 24));
});

test("whoever steps back behind their recommendation leaves nothing to be passed on", () => {
  const ofAbuse = (one: Step): Step =>
    "type" in one || one[1].type !== "assess-case"
      ? one
      : [one[0], { ...one[1], class: "sexual-exploitation-and-abuse" }];
  const toAdmission = (one: Step): Step =>
    "type" in one || one[1].type !== "admit-case" ? one : [one[0], { ...one[1], track: "sea" }];
  const left: readonly Step[] = [...toPanel.map(ofAbuse).map(toAdmission), [fabien, recuse()]];
  assert.equal(passingOn(...left), undefined);
});

const feedbackDue = (...history: readonly Step[]) =>
  runningClocks(given(...history).theCase, pack).find(({ id }) => id === "feedback")?.due;
/** An answer so many days behind the filing. */
const acknowledgedOn = (day: number) => {
  const { theCase } = given();
  const fact = { type: "case.acknowledged/1", escrow: { threshold: 3, shares: [] } } as const;
  return runningClocks(evolveCase(theCase, { fact, at: dayAfter(day), by: asha.id }), pack).find(
    ({ id }) => id === "feedback",
  )?.due;
};

// Whom nobody ever answered was owed nothing, and an answer on the sixtieth day began the three months there.
test("what was done is told within three months of the first answer, or of the seventh day where that comes first", () => {
  const latest = "2027-02-10T15:00:00.000Z";
  assert.equal(feedbackDue(), latest, "nobody answered");
  assert.equal(feedbackDue(acknowledged), "2027-02-03T16:00:00.000Z");
  assert.equal(acknowledgedOn(3), "2027-02-06T15:00:00.000Z");
  assert.equal(acknowledgedOn(60), latest);
});

test("the pack's clocks start by facts that the rules know", () => {
  for (const { id, startsBy } of pack.clocks)
    assert.ok(startsBy === undefined || clockFacts.starts.includes(startsBy.on), `${id} starts by ${startsBy?.on}`);
});

test("what shows sexual abuse is secured within three days: the office took evidence in, or nothing more is looked for", () => {
  const due = (...history: readonly Step[]) =>
    runningClocks(given(...history).theCase, pack).find(({ id }) => id === "evidence-secured")?.due;
  assert.equal(due(acknowledged, [asha, assess()]), undefined, "of abuse only");
  assert.equal(due(...toBeGiven), hourAfter(72));
  assert.equal(due(...toBeGiven, [asha, takeEvidence()]), undefined);
  const copy = takeEvidence({ source: "working-copy" });
  assert.equal(due(...toBeGiven, [asha, copy]), hourAfter(72), "a copy secures nothing");
  assert.equal(due(...toBeGiven, [asha, propose()]), undefined);
  assert.equal(due(...givenInTime, [fabien, recuse()]), hourAfter(72), "whoever has it");
});

test("retaliation that was admitted is examined within 120 days", () => {
  const admitted = (track: (typeof tracks)[number]) => {
    const history: readonly Step[] = [acknowledged, [asha, assess({ forces: ["bravo"] })], [asha, admit({ track })]];
    return runningClocks(given(...history).theCase, pack).find(({ id }) => id === "retaliation-inquiry")?.due;
  };
  assert.equal(admitted("ordinary"), undefined);
  assert.equal(admitted("retaliation"), hourAfter(3 + 120 * 24));
});
