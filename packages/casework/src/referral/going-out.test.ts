import assert from "node:assert/strict";
import { test } from "node:test";
import { toAssessedBravo } from "../testing/beginnings.testing.ts";
import { add, asha, bruno, change, digestOf, fabien, gerda, type Step, send, write } from "../testing/given.testing.ts";
import { historyOf } from "../testing/history.testing.ts";
import {
  agreeOverride,
  answerReferral,
  assessSafety,
  explainDelay,
  flagForce,
  linkTo,
  offerSupport,
  override,
  refer,
  reportRetaliation,
  toFound,
  toInvestigating,
} from "../testing/later.testing.ts";
import { recordConsent } from "../testing/owed.testing.ts";
import { stepsGoingOut } from "./going-out.ts";

/** The kinds of steps that go out to a body, and those that stay, of this history. */
function parted(steps: readonly Step[], { forum = "court", parts = [] as readonly string[] } = {}) {
  const history = historyOf(...steps);
  const going = stepsGoingOut(history, { forum, parts: new Set(parts) });
  const kinds = (wanted: boolean) =>
    history.flatMap(({ fact, index }) => (going.has(index) === wanted ? [fact.type.slice("case.".length)] : []));
  return { goes: kinds(true), stays: kinds(false) };
}

test("what protects and helps the person, a flag, other cases and who examines go to no forum", () => {
  const kept: readonly Step[] = [
    [gerda, assessSafety()],
    [gerda, offerSupport()],
    [fabien, flagForce()],
    [bruno, reportRetaliation()],
    [asha, linkTo()],
  ];
  const { goes, stays } = parted([...toInvestigating, ...kept]);
  for (const kind of [
    "safety-assessed/1",
    "support-offered/1",
    "force-flagged/1",
    "retaliation-reported/2",
    "linked/1",
  ])
    assert.ok(stays.includes(kind) && !goes.includes(kind), kind);
  assert.deepEqual(goes.toSorted(), ["admitted/2", "assessed/3", "consent-given/1", "message-sent/1", "received/1"]);
});

test("what was found goes out; how each of the panel voted, and what was proposed to them, stays", () => {
  const { goes, stays } = parted(toFound);
  for (const kind of ["allegation-stated/2", "findings-recommended/1", "found/1"]) assert.ok(goes.includes(kind), kind);
  for (const kind of ["vote-cast/1", "decision-proposed/2", "interview-recorded/2", "access-granted/1"])
    assert.ok(!goes.includes(kind), kind);
  assert.ok(stays.includes("vote-cast/1"));
});

test("a referral, its answer, an override and a consent go to the body that they name and to no other", () => {
  const asked: readonly Step[] = [
    ...toAssessedBravo,
    [gerda, assessSafety({ level: "immediate" })],
    [asha, override()],
    [bruno, agreeOverride()],
    [asha, recordConsent({ purpose: "referral", recipient: "court", given: "yes", including: [] })],
    [asha, refer({ beyond: "none" })],
    [asha, answerReferral()],
  ];
  const named = [
    "consent-recorded/1",
    "override-proposed/2",
    "override-confirmed/1",
    "referred/2",
    "referral-answered/1",
  ];
  const [court, other] = [parted(asked), parted(asked, { forum: "prosecutor" })];
  for (const kind of named) assert.ok(court.goes.includes(kind) && !other.goes.includes(kind), kind);
  const count = (kinds: readonly string[]) => kinds.filter((kind) => kind === "message-sent/1").length;
  assert.equal(count(court.goes) - count(other.goes), 2, "what the person was told of it goes as it does");
});

test("a consent for another purpose stays, also where it names the same body", () => {
  const said = recordConsent({ purpose: "share", recipient: "court", given: "yes", including: [] });
  assert.ok(parted([...toInvestigating, [asha, said]]).stays.includes("consent-recorded/1"));
});

test("evidence and its custody go out as far as the pieces do", () => {
  const piece = { part: "added-1-1", digest: digestOf("added-1-1") };
  const looked: readonly Step[] = [...toInvestigating, add(1), [fabien, { type: "open-evidence", evidence: piece }]];
  const kinds = ["evidence-added/1", "evidence-opened/1"];
  for (const kind of kinds) {
    assert.ok(parted(looked, { parts: ["added-1-1"] }).goes.includes(kind), kind);
    assert.ok(parted(looked, { parts: ["evidence-1"] }).stays.includes(kind), kind);
  }
});

test("of what the person chose for the whole case only the last goes out", () => {
  const { goes, stays } = parted([...toInvestigating, change(1, "help-only"), change(2, "court")]);
  assert.ok(stays.includes("consent-given/1"));
  assert.deepEqual(
    [goes, stays].map((kinds) => kinds.filter((kind) => kind === "consent-changed/1").length),
    [1, 1],
  );
});

test("what person and office wrote goes out, but for what went with a step that stays", () => {
  const messages = (...steps: readonly Step[]) =>
    parted([...toInvestigating, ...steps]).goes.filter((kind) => kind.startsWith("message-")).length;
  const before = messages();
  assert.equal(messages(write(1), [asha, send()]), before + 2);
  assert.equal(messages(write(1), [asha, explainDelay()]), before + 1);
});
