import assert from "node:assert/strict";
import { test } from "node:test";
import { createCounter, type Question } from "./count.ts";
import type { CountedCase } from "./counted-case.ts";
import { summarise } from "./summary.ts";
import { tellAll, tellSafely } from "./tell.ts";

const question: Question = {
  declared: {
    cases: { received: "date", closed: "date", place: "text" },
    allegations: { finding: "text", days: "number", file: "pseudonym" },
  },
  tables: [
    { by: ["received:year"] },
    { by: ["received:year"], of: "allegations" },
    { by: ["place", "finding"] },
    { by: ["flag"] },
    { by: ["has-allegations"] },
  ],
  durations: { open: { from: "received", to: "closed" } },
  shares: { sustained: { field: "finding", part: ["SU"], among: ["SU", "NS"] } },
};

const cases: readonly CountedCase[] = [
  {
    fields: { received: "2011-03-01", closed: "2011-03-11", place: "A" },
    allegations: [
      { respondent: "p", fields: { finding: "SU", days: 3, file: "x" } },
      { respondent: "p", fields: { finding: "NS", file: "x" } },
    ],
  },
  { fields: { received: "2011-05-01", closed: "2011-04-01" }, flags: ["backwards"], allegations: [] },
  { fields: { place: "B" }, allegations: [{ respondent: "p", fields: {} }, { fields: { finding: "NS", days: 0 } }] },
];

function count() {
  const counter = createCounter(question);
  for (const one of cases) counter.add(one);
  return counter.result();
}

test("cases and allegations are counted apart, and what is not said has a name", () => {
  const told = tellAll(count());
  assert.deepEqual([told.cases, told.allegations], [3, 4]);
  assert.deepEqual(
    told.tables.map(({ of, cells }) => [of, cells.map(({ at, count: n }) => [...at, n])]),
    [
      [
        "cases",
        [
          ["2011", 2],
          ["(missing)", 1],
        ],
      ],
      [
        "allegations",
        [
          ["2011", 2],
          ["(missing)", 2],
        ],
      ],
      [
        "allegations",
        [
          ["A", "SU", 1],
          ["A", "NS", 1],
          ["B", "(missing)", 1],
          ["B", "NS", 1],
        ],
      ],
      ["cases", [["backwards", 1]]],
      [
        "cases",
        [
          ["yes", 2],
          ["no", 1],
        ],
      ],
    ],
  );
});

test("a respondent counts once a case, and a duration that runs backwards does not count", () => {
  const { respondents, durations, numbers, distinct, shares } = tellAll(count());
  assert.deepEqual(respondents, { distinct: 1, byCases: { "2": 1 } });
  assert.deepEqual([durations.open?.n, durations.open?.median], [1, 10]);
  assert.deepEqual([numbers.days?.n, numbers.days?.sum, numbers.days?.zero], [2, 3, 1]);
  assert.deepEqual(distinct, { file: 1 });
  assert.deepEqual(shares.sustained, { share: 0.333333, part: 1, among: 3 });
});

test("of few nothing is told: no count, no share, no duration, no respondent", () => {
  const { cases: n, allegations, respondents, durations, numbers, shares, tables } = tellSafely(count());
  assert.deepEqual([n, allegations, respondents.distinct], [null, null, null]);
  assert.deepEqual([durations.open, numbers.days, shares.sustained], [null, null, null]);
  const counts = tables.flatMap(({ cells }) => cells.map((cell) => cell.count));
  assert.ok(counts.every((one) => one === null));
});

test("p90 is the nearest rank, and the median of an even number lies between the two in the middle", () => {
  const counts = (numbers: readonly number[]) => {
    const map = new Map<number, number>();
    for (const number of numbers) map.set(number, (map.get(number) ?? 0) + 1);
    return summarise(map);
  };
  const ten = counts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual([ten?.median, ten?.p90, ten?.mean, ten?.min, ten?.max], [5.5, 9, 5.5, 1, 10]);
  const eleven = counts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  assert.deepEqual([eleven?.median, eleven?.p90], [6, 10]);
  assert.equal(counts([]), undefined);
});

test("of several things of one case the case counts once in each cell, and once in all", () => {
  const counter = createCounter({ ...question, tables: [{ by: ["place"] }, { by: ["received:year", "place"] }] });
  const put = (partOf: string, place: string, received: string): void =>
    counter.add({ partOf, fields: { place, received }, allegations: [] });
  put("one", "A", "2011-01-01");
  put("one", "B", "2011-01-02");
  put("one", "A", "2012-01-03");
  put("two", "A", "2011-01-01");
  const { cases: all, tables } = counter.result();
  assert.equal(all, 2);
  assert.deepEqual(
    tables.map(({ total, cells }) => [total, ...cells.values()]),
    [
      [3, 2, 1],
      [4, 2, 1, 1],
    ],
  );
});
