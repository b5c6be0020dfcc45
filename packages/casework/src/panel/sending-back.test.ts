// What the panel cannot decide yet goes back to whoever examines it, by the votes of a sitting, and comes before it again.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { OfficeFacts } from "../case/commands.ts";
import { handsIn } from "../inquiry/fairness.ts";
import { seenByPerson } from "../seen/seen.ts";
import { caseAfter } from "../testing/beginnings.testing.ts";
import { asha, carla, dario, fabien, given, grantTo, hugo, office, type Step } from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  allege,
  assign,
  closeSitting,
  decide,
  decisionIn,
  finding,
  notify,
  proposeDecision,
  recommend,
  replied,
  take,
  toFound,
  toPanel,
  vote,
} from "../testing/later.testing.ts";
import { panelOf } from "./panel.ts";

const further = (sitting = 1) => proposeDecision({ sitting, decides: "inquiry", findings: [] });
const sentBack = decide(toPanel, further(), 1);

test("three of the panel send a case back, and who examined it looks into what was left out", () => {
  const theCase = caseAfter(...sentBack);
  assert.ok(theCase.stage === "investigating" && theCase.sitting === undefined && "inquiry" in theCase);
  assert.equal(theCase.inquiry.recommended, undefined, "what was recommended is over");
  assert.equal(theCase.inquiry.allegations.length, 1, "what was found out stays");
  assert.equal(theCase.inquiry.taken?.by, fabien.id, "nobody is asked to begin anew");
  const two: readonly Step[] = [...sentBack, [fabien, allege({ number: 2, right: "liberty" })]];
  given(...two)
    .when(fabien, recommend())
    .refuses("finding-missing");
  given(...two)
    .when(fabien, recommend([finding(), finding({ allegation: 2 })]))
    .refuses("respondent-not-heard");
  const heard: readonly Step[] = [...two, [fabien, notify()], [fabien, replied()]];
  const again: readonly Step[] = [...heard, [fabien, recommend([finding(), finding({ allegation: 2 })])]];
  const findings = [finding(), finding({ allegation: 2 })];
  assert.equal(caseAfter(...decide(again, proposeDecision({ sitting: 2, findings }), 2)).stage, "found");
});

test("who sat over it may sit again, and nobody else who had a hand in it", () => {
  const theCase = caseAfter(...sentBack, [fabien, recommend()]);
  const hands = handsIn(theCase);
  for (const member of [carla, dario]) assert.ok(!hands.includes(member.id));
  for (const member of [asha, fabien]) assert.ok(hands.includes(member.id));
});

test("it may be sent back once more, and its record is lawful to whoever judges it later", () => {
  const again: readonly Step[] = [...sentBack, [fabien, recommend()]];
  const twice = decide(again, further(2), 2);
  assert.equal(caseAfter(...twice).stage, "investigating");
  const { lawful } = judgedLawful(historyOf(...twice));
  assert.equal(lawful.filter(({ fact }) => fact.type === "case.sent-back/1").length, 2);
});

test("the person sees that it went back, and by whose votes", () => {
  const types = seenByPerson(judgedLawful(historyOf(...sentBack)).lawful).map(({ fact }) => fact.type);
  assert.equal(types.filter((type) => type === "case.vote-cast/1").length, 3);
  assert.ok(types.includes("case.sent-back/1"));
});

test("only what stands before the panel is sent back, by its votes, and nothing else is decided with it", () => {
  given(...toFound)
    .when(carla, further(2))
    .refuses("decision-misfit");
  given(...toPanel)
    .when(carla, proposeDecision({ decides: "inquiry" }))
    .refuses("decision-misfit");
  given(...toPanel)
    .when(carla, proposeDecision({ decides: "inquiry", findings: [], outcome: "not-determined" }))
    .refuses("decision-misfit");
  const proposed: readonly Step[] = [...toPanel, [carla, further()]];
  given(...proposed, [carla, vote(decisionIn(proposed))], [dario, vote(decisionIn(proposed))])
    .when(carla, closeSitting())
    .refuses("no-quorum", { votes: 2, needs: 3 });
});

test("whoever comes to examine it while the panel has it decides nothing in it, whatever they are by then", () => {
  const late: readonly Step[] = [
    ...toPanel,
    [asha, assign({ to: hugo.id, replaces: [fabien.id], grants: [grantTo(hugo, "story")] })],
    [hugo, take()],
  ];
  const theCase = caseAfter(...late);
  const member = { id: hugo.id, role: "panel", bench: "first", ties: [] } as const;
  const listed = [...office.staff.filter(({ id }) => id !== hugo.id), member] as OfficeFacts["staff"];
  const [hugos] = panelOf(theCase, { staff: listed, listed }).filter(({ id }) => id === hugo.id);
  assert.equal(hugos?.standing, "had-a-hand");
});
