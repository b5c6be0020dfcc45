import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToDigest, canonicalBytes, createId, type Json } from "@temwen/vocabulary";
import { countFigures } from "./count-figures.ts";
import { openOwnCases } from "./own-cases.ts";

type Said = { readonly [member: string]: Json };
type Given = { readonly stage?: string; readonly facts?: Said; readonly events?: readonly Said[] };

const digest = bytesToDigest(new Uint8Array(32).fill(1));
const header = {
  case: createId("case", new Uint8Array(16).fill(2)),
  office: createId("office", new Uint8Array(16).fill(3)),
  ...{ epoch: 1, index: 5, previous: digest, at: "2026-11-03T15:00:00.000Z" },
  by: createId("staff", new Uint8Array(16).fill(4)),
};
const decided = { sitting: 1, decision: digest, votes: [digest] };
const stated = (number: number, right: string, forces: readonly string[], respondent = 1): Said => ({
  ...{ type: "case.allegation-stated/1", number, right, class: "serious-misconduct", respondent },
  ...{ kind: forces.length > 1 ? "several-forces" : "described", forces },
  explanation: { part: "explanation-5", digest },
});
const found = (...verdicts: readonly (readonly [happened: string, answers: string])[]): Said => ({
  ...{ type: "case.found/1", ...decided, published: [] },
  findings: verdicts.map(([happened, answers], place) => ({
    ...{ allegation: place + 1, happened, answers, standard: "balance-of-probabilities" },
    why: [happened, answers].includes("not-determined") ? "nobody-identified" : "none",
  })),
});
const closed = (outcome: string): Said => ({ type: "case.closed/1", ...decided, outcome });

/** What is told of a record of these cases. */
async function tell(cases: readonly Given[], by: readonly string[], isWhole = true) {
  const rows = cases.map(({ stage = "ruled", facts = {} }, n) => ({
    ...{ caseId: `cas_${n}`, stage, receivedAt: "2026-11-03T15:00:00.000Z", version: 1, facts },
  }));
  const events = cases
    .flatMap(({ events: own = [] }, n) => own.map((fact) => ({ stream: `cas_${n}`, fact })))
    .map(({ stream, fact }, place) => ({
      ...{ stream, type: String(fact.type), at: header.at, position: place + 1 },
      body: canonicalBytes({ ...fact, ...header }),
    }));
  const record = {
    readQueue: async () => ({ rows, stages: {}, more: false }),
    readAfter: async (after: number, limit: number) => events.slice(after, after + limit),
  };
  const tables = by.map((name) => ({ by: name.split(",") }));
  const { figures } = await countFigures(openOwnCases(record as never, ["pnh"]), { tables, isWhole });
  return {
    ...figures,
    counts: figures.tables.map(({ cells, withheld }) =>
      withheld === undefined ? Object.fromEntries(cells.map(({ at, count }) => [at.join(" "), count])) : withheld,
    ),
  };
}
const alike = (count: number, one: Given): readonly Given[] => Array.from({ length: count }, () => one);
const ruled: Given = {
  facts: { rights: "integrity liberty", forces: "ken pnh" },
  events: [
    stated(1, "integrity", ["ken"]),
    stated(2, "liberty", ["ken", "pnh"], 2),
    found(["established", "not-determined"], ["not-established", "not-established"]),
  ],
};

test("a case of two rights and two forces counts under each, and each of its allegations with what was found of it", async () => {
  const by = ["rights", "forces", "alleged-right", "alleged-forces", "happened", "answers", "why", "standard"];
  const { cases, allegations, respondents, counts } = await tell([ruled, { stage: "received" }], by);
  assert.deepEqual([cases, allegations, respondents.distinct], [2, 2, 2]);
  assert.deepEqual(counts, [
    { integrity: 1, liberty: 1, "(missing)": 1 },
    { ken: 1, pnh: 1, "(missing)": 1 },
    { integrity: 1, liberty: 1 },
    { ken: 2, pnh: 1 },
    { established: 1, "not-established": 1 },
    { "not-determined": 1, "not-established": 1 },
    { "nobody-identified": 1, "(missing)": 1 },
    { "balance-of-probabilities": 2 },
  ]);
});

test("a respondent of several allegations is one, and one of another case is somebody else", async () => {
  const twice = { events: [stated(1, "integrity", ["ken"]), stated(2, "liberty", ["ken"])] };
  const { allegations, respondents } = await tell([twice, twice], ["stage"]);
  assert.deepEqual([allegations, respondents.distinct, respondents.byCases], [4, 2, { "1": 2 }]);
});

test("what was found last counts, and an allegation that came behind it waits for the next", async () => {
  const again = [
    stated(1, "integrity", ["ken"]),
    found(["not-determined", "not-determined"]),
    stated(2, "life", ["ken"]),
    found(["established", "established"]),
    stated(3, "other", ["ken"]),
  ];
  const { counts } = await tell([{ events: again }], ["happened"]);
  assert.deepEqual(counts, [{ established: 1, "(missing)": 2 }]);
});

test("a case that ended says how, by the panel or otherwise, and one that was opened again is open", async () => {
  const { counts } = await tell(
    [
      { stage: "closed", events: [closed("settled")] },
      { stage: "closed", events: [closed("settled"), closed("not-established")] },
      { stage: "investigating", events: [closed("settled")] },
      { stage: "withdrawn" },
      { stage: "not-admitted" },
      { stage: "transferred" },
      { stage: "closed-as-flood" },
      { stage: "erased", events: [stated(1, "life", ["ken"]), found(["established", "established"])] },
    ],
    ["outcome", "happened"],
  );
  assert.deepEqual(counts, [
    {
      ...{ settled: 1, "not-established": 1, open: 1, withdrawn: 1, "not-admitted": 1, transferred: 1 },
      ...{ "closed-as-flood": 1, "(missing)": 1 },
    },
    // Of an erased case nothing is told but that it was.
    {},
  ]);
});

test("a few cases of one right, one force or one finding are told to nobody who may not see all", async () => {
  const few: Given = {
    facts: { rights: "life", forces: "jam" },
    events: [stated(1, "life", ["jam"]), found(["within-the-rules", "within-the-rules"])],
  };
  const one: Given = {
    facts: { rights: "integrity", forces: "ken" },
    events: [stated(1, "integrity", ["ken"]), found(["established", "established"])],
  };
  const another: Given = {
    facts: { rights: "liberty", forces: "pnh" },
    events: [stated(1, "liberty", ["pnh"]), found(["not-established", "not-established"])],
  };
  const by = ["rights", "forces", "alleged-right", "happened"];
  const given = [...alike(30, ruled), ...alike(20, one), ...alike(15, another), ...alike(3, few)];
  const { counts, cases } = await tell(given, by, false);
  assert.deepEqual([cases, counts[0]], [68, { integrity: 50, liberty: null, life: null }]);
  for (const [place, name] of ["life", "jam", "life", "within-the-rules"].entries()) {
    const table = counts[place];
    // What cannot be told beside the tables before it is told not at all.
    assert.ok(table === "nested" || (typeof table === "object" && table[name] === null), JSON.stringify(table));
  }
  const all = await tell(given, by);
  assert.deepEqual(all.counts, recount(given, by));
});

/** The same counts by another way: from the orders of the cases, without a field or a table. */
function recount(cases: readonly Given[], by: readonly string[]): readonly { readonly [value: string]: number }[] {
  const tally = (values: readonly string[]): { readonly [value: string]: number } => {
    const counts: { [value: string]: number } = {};
    for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  const wordsOf = (name: string): readonly string[] => cases.flatMap(({ facts }) => String(facts?.[name]).split(" "));
  const said = (type: string): readonly Said[] =>
    cases.flatMap(({ events = [] }) => events.filter((event) => event.type === type));
  const values: { readonly [name: string]: readonly string[] } = {
    rights: wordsOf("rights"),
    forces: wordsOf("forces"),
    "alleged-right": said("case.allegation-stated/1").map(({ right }) => String(right)),
    happened: said("case.found/1").flatMap(({ findings }) =>
      (findings as readonly Said[]).map(({ happened }) => String(happened)),
    ),
  };
  return by.map((name) => tally(values[name] ?? []));
}
