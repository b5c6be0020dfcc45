import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { caseView, inquiry, seatExaminer } from "../../acts/case-view.testing.ts";
import { language } from "../../desk-state.ts";
import { pointsOf, pointsOfCase } from "./points.ts";

seatExaminer();
language.value = "en";
type Inquiry = NonNullable<CaseView["inquiry"]>;
const [first, second] = inquiry.allegations as [Inquiry["allegations"][0], Inquiry["allegations"][0]];
const brief = (points: ReturnType<typeof pointsOf>) => points.map(({ key, state, mend }) => [key, state, mend]);

test("an allegation against somebody who was not heard says what is missing, and the act that mends it", () => {
  assert.deepEqual(brief(pointsOf(first, inquiry)), [
    ["respondent", "open", "notify-respondent"],
    ["represented", "look", undefined],
    ["person", "open", "offer-hearing"],
  ]);
});

test("whom nobody can tell apart cannot be asked, and nothing is missing there", () => {
  assert.deepEqual(brief(pointsOf(second, inquiry)), [
    ["respondent", "met", undefined],
    ["person", "open", "offer-hearing"],
  ]);
});

test("while their days run a respondent's reply is what mends, and a reply shows who spoke for them", () => {
  const [unit] = inquiry.respondents as [Inquiry["respondents"][0]];
  const noted = { at: first.at, by: first.by };
  const notice = { ...noted, how: "in-hand", replyBy: caseView().now };
  const asked = { ...inquiry, respondents: [{ ...unit, notice, untold: [] }] };
  assert.deepEqual(brief(pointsOf(first, asked))[0], ["respondent", "open", "record-reply"]);
  const reply = { ...noted, represented: "own", interpreter: "none" };
  const heard = { ...asked, respondents: [{ ...unit, notice, untold: [], isHeard: true, replies: [reply] }] };
  assert.deepEqual(brief(pointsOf({ ...first, against: [] }, heard)), [
    ["respondent", "met", undefined],
    ["represented", "met", undefined],
    ["interpreter", "look", undefined],
    ["person", "met", undefined],
  ]);
});

test("an allegation that was stated behind the notice asks for notice again, whatever was replied before", () => {
  const [unit] = inquiry.respondents as [Inquiry["respondents"][0]];
  const noted = { at: first.at, by: first.by };
  const reply = { ...noted, represented: "own", interpreter: "none" };
  const notice = { ...noted, how: "in-hand", replyBy: caseView().now };
  const later = { ...first, number: 3 };
  const told = { ...inquiry, respondents: [{ ...unit, notice, untold: [3], replies: [reply] }] };
  assert.deepEqual(brief(pointsOf(later, told))[0], ["respondent", "open", "notify-respondent"]);
  assert.deepEqual(brief(pointsOf(first, told))[0], ["respondent", "open", "record-reply"]);
});

test("of the whole case: evidence that was asked for, the signature under no tie, and whether three can sit", () => {
  const view = caseView();
  assert.deepEqual(brief(pointsOfCase(view, inquiry)), [
    ["request-1", "look", "record-answer"],
    ["no-tie", "met", undefined],
    ["panel", "met", undefined],
  ]);
  const [first, ...others] = view.seats;
  assert.ok(first);
  for (const change of [{ standing: "had-a-hand" }, { isSeated: false }] as const) {
    const seats: typeof view.seats = [{ ...first, ...change }, ...others];
    assert.equal(pointsOfCase(caseView({ seats }), inquiry).at(-1)?.state, "open");
  }
});

test("a colleague with a key who is tied to a force that came in later is named", () => {
  const view = caseView();
  const tied = `stf_${String(6).padStart(26, "0")}` as (typeof view.seats)[number]["id"];
  const named = [{ to: tied, by: first.by, at: first.at, keys: ["story"], reason: "asked-to-help" }];
  const points = pointsOfCase(caseView({ access: { ...view.access, named } }), inquiry);
  assert.deepEqual(
    points.filter(({ key }) => key.startsWith("tie-")).map(({ state, mend }) => [state, mend]),
    [["look", "rekey"]],
  );
});
