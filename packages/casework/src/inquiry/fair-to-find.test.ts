import assert from "node:assert/strict";
import { test } from "node:test";
import { decideStaffAct } from "../law/decide.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import { fabien, office, type Step } from "../testing/given.testing.ts";
import {
  allege,
  dayAfter,
  finding,
  notify,
  offerHearing,
  recommend,
  replied,
  toInvestigating,
} from "../testing/later.testing.ts";
import { whatStandsAgainst } from "./fair-to-find.ts";

const stated: readonly Step[] = [...toInvestigating, [fabien, allege()]];
const at = dayAfter(2);
const told = (steps: readonly Step[], hour = at) =>
  whatStandsAgainst(caseAfter(...steps), hour).map(({ questions }) =>
    questions.map(({ against, refusal }) => `${against}: ${refusal.code}`),
  );

test("before anybody was heard, the respondent and the person each stand against a finding that hurts them", () => {
  assert.deepEqual(told(stated), [["respondent-answers: respondent-not-heard", "person-is-wrong: person-not-heard"]]);
});

test("notice alone is not enough: a reply is, or the end of the days, and for the person an offer to be heard", () => {
  const notified: readonly Step[] = [...stated, [fabien, notify()]];
  assert.deepEqual(told(notified)[0]?.[0], "respondent-answers: respondent-not-heard");
  assert.deepEqual(told(notified, dayAfter(40)), [["person-is-wrong: person-not-heard"]]);
  assert.deepEqual(told([...notified, [fabien, replied()], [fabien, offerHearing()]]), [[]]);
});

test("each allegation is told by itself, and somebody whom nobody can ask stands against nothing", () => {
  const other = allege({ number: 2, respondent: 2, kind: "described", right: "liberty" });
  assert.deepEqual(told([...stated, [fabien, other], [fabien, offerHearing()]]), [
    ["respondent-answers: respondent-not-heard"],
    [],
  ]);
});

test("what is told to stand against a finding is what the recommendation is refused for, and nothing else is", () => {
  const ways: readonly (readonly Step[])[] = [
    stated,
    [...stated, [fabien, notify()]],
    [...stated, [fabien, notify()], [fabien, replied()]],
    [...stated, [fabien, offerHearing()]],
    [...stated, [fabien, notify()], [fabien, replied()], [fabien, offerHearing()]],
  ];
  for (const steps of ways) {
    const theCase = caseAfter(...steps);
    const refusalOf = (findings: ReturnType<typeof finding>): string => {
      const answer = decideStaffAct(theCase, recommend([findings]), { actor: fabien, office, at });
      return answer.ok ? "granted" : answer.refusal.code;
    };
    const questions = whatStandsAgainst(theCase, at)[0]?.questions ?? [];
    const tellsOf = (against: string): string =>
      questions.find((one) => one.against === against)?.refusal.code ?? "granted";
    assert.equal(refusalOf(finding({ answers: "established" })), tellsOf("respondent-answers"));
    const acquitting = finding({ happened: "not-established", answers: "not-established" });
    assert.equal(refusalOf(acquitting), tellsOf("person-is-wrong"));
  }
});
