// What the office owes of a case that came back: by a review, or by two people with new facts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parsePack } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import { caseAfter, toNotAdmitted } from "../testing/beginnings.testing.ts";
import {
  asha,
  askReview,
  bruno,
  elsa,
  grantTo,
  hourAfter,
  hugo,
  letIn,
  type Step,
  send,
} from "../testing/given.testing.ts";
import { assessSafety, decide, explainDelay, proposeDecision, recommend, toClosed } from "../testing/later.testing.ts";
import { confirmReopening, nextSitting, proposeReopening, reviewed, toHugo } from "../testing/owed.testing.ts";
import { runningClocks } from "./clocks.ts";

const haiti = parsePack(
  JSON.parse(readFileSync(new URL("../../../../packs/haiti/pack.json", import.meta.url), "utf8")),
);
assert.ok(haiti.ok);
const pack = haiti.value;

const reopened = (end: readonly Step[]): readonly Step[] => [
  ...end,
  [asha, letIn(grantTo(elsa, "story"))],
  [bruno, proposeReopening()],
  [elsa, confirmReopening()],
];
/** Both ways on which a case comes back; the last step of each is the one by which it does. */
const waysBack = { reopened, reviewed: (end: readonly Step[]) => reviewed(end, "examined-anew") };

const clocksAfter = (steps: readonly Step[]): readonly string[] =>
  runningClocks(caseAfter(...steps), pack).map(({ id }) => id);
const dueAfter = (steps: readonly Step[], clock: string): Instant | undefined =>
  runningClocks(caseAfter(...steps), pack).find(({ id }) => id === clock)?.due;
/** So many months behind the last of these steps; the clocks of the zone go an hour back or forth meanwhile. */
const monthsBehind = (steps: readonly Step[], months: number): string => {
  const [year = 0, month = 0] = hourAfter(steps.length).split("-").map(Number);
  const there = new Date(Date.UTC(year, month - 1 + months, 1));
  return `${there.toISOString().slice(0, 7)}${hourAfter(steps.length).slice(7, 10)}`;
};

// What had been recommended, found and told before stopped the clocks for ever.
test("a case that comes back is examined within its time again, counted from the hour at which it came back", () => {
  for (const [way, back] of Object.entries(waysBack)) {
    const again = back(toClosed);
    for (const [clock, months] of Object.entries({
      inquiry: 6,
      "interim-report": 6,
      "delay-explained": 12,
      feedback: 3,
    }))
      assert.equal(dueAfter(again, clock)?.slice(0, 10), monthsBehind(again, months), `${clock}, ${way}`);
    assert.ok(dueAfter(again, "person-told"), way);
  }
});

test("findings that are recommended anew and an end that is told anew stop them, and the first ones do not", () => {
  for (const back of Object.values(waysBack)) {
    const examined: readonly Step[] = [...back(toClosed), ...toHugo];
    assert.ok(clocksAfter(examined).includes("inquiry"));
    const recommended: readonly Step[] = [...examined, [hugo, recommend()]];
    const ofInquiry = ["inquiry", "interim-report", "delay-explained"];
    assert.deepEqual(
      clocksAfter(recommended).filter((id) => ofInquiry.includes(id)),
      [],
    );
    assert.ok(clocksAfter(recommended).includes("feedback"));
    const first = nextSitting(recommended);
    const found = decide(recommended, proposeDecision({ sitting: first }), first);
    const ending = proposeDecision({
      sitting: first + 1,
      decides: "closure",
      findings: [],
      outcome: "nothing-more-possible",
    });
    const told = decide(found, ending, first + 1);
    assert.deepEqual(
      clocksAfter(told).filter((id) => id === "feedback" || id === "person-told"),
      [],
    );
  }
});

test("what was never admitted comes back with the duty to say what becomes of it", () => {
  for (const [way, back] of Object.entries(waysBack)) {
    const again = back(toNotAdmitted);
    assert.equal(dueAfter(again, "feedback")?.slice(0, 10), monthsBehind(again, 3), way);
    assert.ok(!clocksAfter(again).includes("inquiry"), way);
  }
});

test("the danger is looked at again when a case comes back, whoever looked before it ended", () => {
  for (const [way, back] of Object.entries(waysBack)) {
    const again = back([...toClosed, [asha, assessSafety()]]);
    assert.equal(dueAfter(again, "safety-check"), hourAfter(again.length + 24), way);
    assert.ok(!clocksAfter([...again, [asha, assessSafety()]]).includes("safety-check"), way);
  }
});

test("a delay that is explained behind the return counts from there; what was explained before it does not", () => {
  const again = waysBack.reviewed(toClosed);
  const explained: readonly Step[] = [...again, [asha, explainDelay()]];
  assert.equal(dueAfter(explained, "delay-explained")?.slice(0, 10), monthsBehind(explained, 6));
});

test("abuse that comes back is given to somebody within a day of that", () => {
  const ofAbuse = toNotAdmitted.map(
    (one): Step =>
      "type" in one || one[1].type !== "assess-case"
        ? one
        : [one[0], { ...one[1], class: "sexual-exploitation-and-abuse" }],
  );
  for (const [way, back] of Object.entries(waysBack)) {
    const again = back(ofAbuse);
    assert.equal(dueAfter(again, "passed-on"), hourAfter(again.length + 24), way);
  }
});

// A review may take long, and nobody owed the person a word while it did.
test("while a review waits the person hears something every 28 days, from when they asked; what is upheld ends it", () => {
  for (const end of [toClosed, toNotAdmitted]) {
    assert.equal(dueAfter(end, "person-told"), undefined);
    const asked: readonly Step[] = [...end, askReview(caseAfter(...end).sequence + 1)];
    assert.equal(dueAfter(asked, "person-told"), hourAfter(asked.length + 28 * 24));
    const told: readonly Step[] = [...asked, [asha, send()]];
    assert.equal(dueAfter(told, "person-told"), hourAfter(told.length + 28 * 24));
    assert.equal(dueAfter(reviewed(end, "upheld"), "person-told"), undefined);
  }
});
