// By one officer's word one member of the panel is out at most, and never one who is needed; by two officers' more, and the roots list others.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor, OfficeFacts } from "../case/commands.ts";
import { judgeHistory } from "../history/history.ts";
import { decideStaffAct } from "../law/decide.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import {
  asha,
  bruno,
  carla,
  dario,
  elsa,
  fabien,
  given,
  hourAfter,
  jules,
  mona,
  office,
  otto,
  paula,
  type Step,
  testId,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful, signedBy } from "../testing/history.testing.ts";
import { reportRetaliation, reviewRetaliation, toClosed, toHeard, toPanel } from "../testing/later.testing.ts";

const almostAll = [carla, dario, jules, mona, elsa] as const;

test("one member of the panel is out by one officer's word, of whichever bench", () => {
  for (const member of [carla, mona, elsa, paula]) {
    const theCase = given(...toPanel)
      .when(bruno, reportRetaliation(member))
      .gives("case.retaliation-reported/2");
    assert.deepEqual(theCase.complainedAbout, [member.id]);
  }
});

test("and not a second one, at once or one by one, also where the first report was looked at meanwhile", () => {
  given(...toPanel)
    .when(bruno, reportRetaliation(carla, dario))
    .refuses("more-than-one-member");
  const once: readonly Step[] = [...toPanel, [bruno, reportRetaliation(carla)]];
  given(...once)
    .when(bruno, reportRetaliation(dario))
    .refuses("more-than-one-member");
  given(...once, [asha, reviewRetaliation()])
    .when(bruno, reportRetaliation(dario))
    .refuses("more-than-one-member");
  // Whoever examines chose so, report by report, which three decided, and left nobody for a review.
  given(...toHeard, [fabien, reportRetaliation(dario)])
    .when(fabien, reportRetaliation(jules))
    .refuses("more-than-one-member");
});

test("the report is taken all the same without the other names, about colleagues who are not of the panel, and about who is out by then", () => {
  const once: readonly Step[] = [...toPanel, [bruno, reportRetaliation(carla)]];
  for (const about of [[], [fabien], [carla], [asha, fabien]])
    given(...once)
      .when(bruno, reportRetaliation(...about))
      .gives("case.retaliation-reported/2");
});

test("each officer's word is their own, and where a colleague reported it too, whoever it is about is out, however many", () => {
  const looked: readonly Step[] = [...toPanel, [bruno, reportRetaliation(carla)], [asha, reviewRetaliation()]];
  given(...looked)
    .when(asha, reportRetaliation(dario))
    .gives("case.retaliation-reported/2");
  const both: readonly Step[] = [...toPanel, [asha, reportRetaliation()], [bruno, reportRetaliation(...almostAll)]];
  assert.equal(given(...both).theCase.stage, "before-panel");
  judgedLawful(historyOf(...both));
});

test("of a case that has ended it is the reserve that must not be emptied", () => {
  given(...toClosed)
    .when(bruno, reportRetaliation(elsa))
    .refuses("leaves-no-quorum");
  given(...toClosed)
    .when(bruno, reportRetaliation(carla))
    .gives("case.retaliation-reported/2");
});

const more = (name: string): OfficeFacts["staff"][number] => ({
  ...{ id: testId("staff", name), role: "panel", ties: [], bench: "reserve" as const, civilSociety: true },
});
const askOf = (steps: readonly Step[], staff: OfficeFacts["staff"], about: Actor): string => {
  const given = { actor: bruno, office: { ...office, staff }, at: hourAfter(99) };
  const answer = decideStaffAct(caseAfter(...steps), reportRetaliation(about), given);
  return answer.ok ? "granted" : answer.refusal.code;
};

test("while the first bench decides, enough of the reserve are left for a review, if there were", () => {
  // Besides paula, who has a seat: elsa, otto, and one more. Whoever leaves a seat is replaced by one of them.
  const three = [...office.staff, more("rosa")];
  const four = [...three, more("saba")];
  for (const about of [carla, elsa, otto]) {
    assert.equal(askOf(toPanel, three, about), "leaves-no-quorum");
    assert.equal(askOf(toPanel, four, about), "granted");
  }
  // At an end nobody of the reserve has a seat but in the review.
  assert.equal(askOf(toClosed, three, carla), "granted");
});

test("at an end enough of the first bench are left for a case that a review sends back to them", () => {
  const four = office.staff.filter(({ id }) => ![elsa.id, otto.id, paula.id].includes(id));
  const three = four.filter(({ id }) => id !== jules.id);
  assert.equal(askOf(toClosed, four, carla), "granted");
  assert.equal(askOf(toClosed, three, carla), "leaves-no-quorum");
});

test("a report from before the rules counts as it did: of the first number always, of the second where enough had a seat", () => {
  const first = decideStaffAct(caseAfter(...toPanel), reportRetaliation(...almostAll), {
    ...{ actor: bruno, office, at: hourAfter(99), formerly: true },
  });
  assert.ok(first.ok && first.value[0]?.type === "case.retaliation-reported/1");
  const recordedAs = "case.retaliation-reported/2";
  const then = { actor: bruno, office, at: hourAfter(99), recordedAs };
  const three = decideStaffAct(caseAfter(...toPanel), reportRetaliation(carla, dario, jules), then);
  assert.ok(three.ok);
  const history = historyOf(...toPanel);
  const { unlawful } = judgeHistory([...history, ...signedBy(bruno, three.value, history)], directoryOf);
  assert.deepEqual(unlawful, []);
  const all = decideStaffAct(caseAfter(...toPanel), reportRetaliation(...almostAll), then);
  assert.equal(!all.ok && all.refusal.code, "leaves-no-quorum");
});
