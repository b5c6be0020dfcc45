import assert from "node:assert/strict";
import { test } from "node:test";
import { createCounter } from "./count.ts";
import type { CountedCase } from "./counted-case.ts";
import { tellAll, tellSafely } from "./tell.ts";

type Asked = readonly (readonly string[])[];

/** What is counted of so many cases with these rights, and of a class. */
function count(groups: readonly (readonly [cases: number, rights: string, ofClass?: string])[], asked: Asked) {
  const counter = createCounter({
    declared: { cases: { class: "text", rights: "several" }, allegations: {} },
    tables: asked.map((by) => ({ by })),
    durations: {},
    shares: {},
  });
  for (const [cases, rights, ofClass] of groups) {
    const one: CountedCase = {
      fields: ofClass === undefined ? {} : { class: ofClass },
      several: { rights: rights.split(" ").filter((right) => right !== "") },
      allegations: [],
    };
    for (let n = 0; n < cases; n += 1) counter.add(one);
  }
  return counter.result();
}
const tellIn = (groups: Parameters<typeof count>[0], asked: Asked = [["rights"]]) =>
  tellSafely(count(groups, asked)).tables.map(({ cells, withheld }) =>
    withheld === undefined ? Object.fromEntries(cells.map(({ at, count: told }) => [at[0], told])) : withheld,
  );

test("a case counts once under each right that it has, and one that says none under none", () => {
  const counted = count(
    [
      [2, "life liberty"],
      [3, "liberty"],
      [4, ""],
    ],
    [["rights"]],
  );
  const [table] = tellAll(counted).tables;
  assert.deepEqual(table?.cells, [
    { at: ["life"], count: 2 },
    { at: ["liberty"], count: 5 },
    { at: ["(missing)"], count: 4 },
  ]);
  assert.equal(table?.total, undefined, "the sum of these is no number of cases");
  assert.equal(counted.cases, 9);
});

test("where many have several rights each count is told, and one below five is not", () => {
  assert.deepEqual(
    tellIn([
      [20, "life liberty"],
      [20, "life"],
      [20, "liberty"],
    ]),
    [{ life: 40, liberty: 40 }],
  );
  const [few] = tellIn([
    [20, "life liberty"],
    [20, "life"],
    [20, "liberty"],
    [3, "equality life"],
  ]);
  assert.equal((few as { readonly [right: string]: number | null }).equality, null);
});

test("where each case has but one right, a small count is not had by taking the others from the total", () => {
  assert.deepEqual(
    tellIn([
      [20, "life"],
      [25, "liberty"],
      [3, "equality"],
    ]),
    [{ life: null, liberty: 25, equality: null }],
  );
});

test("the few cases of both rights are not had by taking the total from the sum", () => {
  // 22 and 22 of 42 would be two of both.
  assert.deepEqual(
    tellIn([
      [20, "life"],
      [20, "liberty"],
      [2, "life liberty"],
    ]),
    [{ life: null, liberty: null }],
  );
});

test("the few cases that have one right and not the other are not had by taking the other from all that have any", () => {
  // 40 of 43 have liberty, so three have life alone; and ten say nothing.
  assert.deepEqual(
    tellIn([
      [3, "life"],
      [20, "life liberty"],
      [20, "liberty"],
      [10, ""],
    ]),
    [{ life: 23, liberty: null, "(missing)": null }],
  );
});

test("how few say nothing is given back by no right that all others have", () => {
  assert.deepEqual(
    tellIn([
      [30, "life liberty"],
      [20, "life"],
      [3, ""],
    ]),
    [{ life: null, liberty: 30, "(missing)": null }],
  );
});

test("a class whose cases are those of two rights gives neither back", () => {
  const [classes, rights] = tellIn(
    [
      [20, "life", "serious"],
      [3, "liberty", "serious"],
      [30, "equality", "minor"],
      [30, "other", "minor"],
    ],
    [["class"], ["rights"]],
  );
  assert.deepEqual(classes, { serious: 23, minor: 60 });
  assert.deepEqual(rights, { life: null, liberty: null, equality: 30, other: 30 });
});

test("a few cases that nobody assessed yet hide what would give them back in each table, and no more", () => {
  const tables = tellIn(
    [
      [3, ""],
      [30, "life", "serious"],
      [30, "life liberty", "minor"],
      [12, "equality", "minor"],
      [20, "liberty", "serious"],
    ],
    [["class"], ["rights"]],
  );
  assert.deepEqual(tables, [
    { "(missing)": null, serious: 50, minor: null },
    { "(missing)": null, life: 60, liberty: 50, equality: null },
  ]);
});

test("rights by a second field are told to nobody who may not see all", () => {
  assert.deepEqual(tellIn([[50, "life liberty", "serious"]], [["rights", "class"]]), ["overlapping"]);
});
