import assert from "node:assert/strict";
import { test } from "node:test";
import { formOf } from "../acts/later-acts.ts";
import { partsOf } from "../facts/parts.ts";
import { seenByPerson } from "../seen/seen.ts";
import {
  acknowledge,
  add,
  asha,
  bruno,
  carla,
  change,
  digestOf,
  eraseWithPanel,
  fabien,
  given,
  hugo,
  ines,
  part,
  type Step,
} from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import { askFor, recuse, takeEvidence, toClosed, toInvestigating, toPanel } from "../testing/later.testing.ts";
import { mostTaken } from "./taken-evidence.ts";

const acknowledged: readonly Step[] = [[asha, acknowledge()]];

test("a photo that somebody hands over is taken in at every hour from the acknowledgement on, also after the end", () => {
  for (const history of [acknowledged, toInvestigating, toPanel, toClosed])
    for (const taker of [asha, fabien, hugo])
      given(...history)
        .when(taker, takeEvidence())
        .gives("case.evidence-taken/1");
  given().when(asha, takeEvidence()).refuses("wrong-stage");
});

test("whoever only decides takes nothing in, and neither does whoever is tied or stepped back", () => {
  given(...toPanel)
    .when(carla, takeEvidence())
    .refuses("wrong-role");
  given(...acknowledged, [asha, { ...bravoAssessed, forces: ["alfa"] }])
    .when(ines, takeEvidence())
    .refuses("tied-to-respondent");
  given(...toInvestigating, [fabien, recuse()])
    .when(fabien, takeEvidence())
    .refuses("recused");
});

test("what a witness brings is kept though the person allows no inquiry: at the door it would be lost", () => {
  given(...acknowledged, change(1, "keep-words"))
    .when(bruno, takeEvidence())
    .gives("case.evidence-taken/1");
});

test("evidence is not taken into a case that two people want erased", () => {
  given(...acknowledged, ...eraseWithPanel())
    .when(asha, takeEvidence())
    .refuses("erasure-under-way");
});

test("each taking has the next number, its pieces the names of that number, and none is empty", () => {
  given(...acknowledged)
    .when(asha, takeEvidence({ number: 2 }))
    .refuses("out-of-number", { expected: 1 });
  const wrong = [
    { evidence: [] },
    { evidence: [{ ...part("taken-1-2"), size: 263_867 }] },
    { evidence: [{ ...part("added-1-1"), size: 263_867 }] },
    { note: part("taken-in-2") },
  ];
  for (const one of wrong)
    given(...acknowledged)
      .when(asha, takeEvidence(one))
      .refuses("evidence-misnamed");
  given(...acknowledged, [asha, takeEvidence()])
    .when(bruno, takeEvidence({ number: 2 }))
    .gives("case.evidence-taken/1");
});

test("a working copy that a desk made is one piece and answers no request", () => {
  const copy = { source: "working-copy" } as const;
  given(...acknowledged)
    .when(asha, takeEvidence(copy))
    .gives("case.evidence-taken/1");
  given(...acknowledged)
    .when(asha, takeEvidence({ ...copy, ...eight(1) }))
    .refuses("evidence-misnamed");
  given(...toInvestigating, [fabien, askFor()])
    .when(fabien, takeEvidence({ ...copy, request: [1] }))
    .refuses("evidence-misnamed");
});

test("what answers a request names one that was asked", () => {
  given(...toInvestigating)
    .when(fabien, takeEvidence({ request: [1] }))
    .refuses("unknown-request");
  given(...acknowledged)
    .when(asha, takeEvidence({ request: [1] }))
    .refuses("unknown-request");
  given(...toInvestigating, [fabien, askFor()])
    .when(fabien, takeEvidence({ request: [1], source: "mission" }))
    .gives("case.evidence-taken/1");
});

test("one case takes so many pieces and no more, and what the person sends is counted apart", () => {
  const full = Array.from({ length: mostTaken / 8 }, (_, i): Step => [asha, takeEvidence(eight(i + 1))]);
  given(...acknowledged, ...full)
    .when(asha, takeEvidence({ number: full.length + 1 }))
    .refuses("too-much-evidence", { most: mostTaken });
  const large = (number: number) => takeEvidence({ number, evidence: [{ ...part(`taken-${number}-1`), size: 6e8 }] });
  given(...acknowledged, [asha, large(1)])
    .when(asha, large(2))
    .refuses("too-much-evidence");
  given(...acknowledged, [asha, large(1)])
    .whenThePerson(add(1, 8))
    .gives("case.evidence-added/1");
});

test("the person's device is never shown what the office took in, or from whom", () => {
  const history = historyOf(...acknowledged, [asha, takeEvidence()]);
  judgedLawful(history);
  assert.ok(history.some(({ fact }) => fact.type === "case.evidence-taken/1"));
  assert.ok(!seenByPerson(history).some(({ fact }) => fact.type === "case.evidence-taken/1"));
});

test("names and keys of the pieces, and who handed them over, are sealed parts; the record holds digest and size", () => {
  const [taken] = historyOf(...acknowledged, [asha, takeEvidence()]).slice(-1);
  assert.ok(taken?.fact.type === "case.evidence-taken/1");
  assert.deepEqual(
    partsOf(taken.fact).map(({ part: name, kind }) => [name, kind]),
    [
      ["explanation", "explanation"],
      ["taken-in-1", "message"],
    ],
  );
  assert.deepEqual(taken.fact.evidence, [{ part: "taken-1-1", digest: digestOf("taken-1-1"), size: 263_867 }]);
});

test("whoever takes evidence in says where it came from and brings files; the desk counts and names them", () => {
  const form = formOf("take-evidence");
  assert.deepEqual(form && [Object.keys(form.says), form.words, form.brings], [
    ["source", "request"],
    "explanation",
    true,
  ]);
});

const bravoAssessed = {
  type: "assess-case",
  rights: ["integrity"],
  class: "serious-misconduct",
  department: "dep01",
  month: "2026-10",
  child: "no",
} as const;

const eight = (number: number) => ({
  number,
  evidence: Array.from({ length: 8 }, (_, i) => ({ ...part(`taken-${number}-${i + 1}`), size: 263_867 })),
});
