import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createCounter } from "./count.ts";
import type { CountedCase } from "./counted-case.ts";
import { type SeenCell, solvable } from "./sums.testing.ts";
import { tellSafely } from "./tell.ts";

const declared = {
  cases: { a: "text", b: "text", c: "text", received: "date", rights: "several", forces: "several" },
  allegations: { finding: "text" },
} as const;
type Asked = { readonly by: readonly string[]; readonly of?: "cases" | "allegations" };

function tell(cases: readonly CountedCase[], tables: readonly Asked[]) {
  const counter = createCounter({ declared, tables, durations: {}, shares: {} });
  for (const one of cases) counter.add(one);
  return tellSafely(counter.result()).tables;
}
const alike = (count: number, one: CountedCase): readonly CountedCase[] => Array.from({ length: count }, () => one);
const said = (a: string, b?: string): CountedCase => ({
  fields: { a, ...(b !== undefined && { b }) },
  allegations: [],
});

test("a total that another table tells of some values gives none of them back", () => {
  const stages = { assessed: 8, admitted: 19, ruled: 22, closed: 60 };
  const cases = [
    ...alike(3, said("received")),
    ...alike(10, said("acknowledged")),
    ...Object.entries(stages).flatMap(([stage, count]) => [
      ...alike(count / 2, said(stage, "serious")),
      ...alike(count / 2, said(stage, "minor")),
    ]),
  ];
  const [stage, ofClass] = tell(cases, [{ by: ["a"] }, { by: ["b"] }]);
  const hidden = stage?.cells.filter(({ count }) => count === null).map(({ at }) => at[0]);
  assert.deepEqual(hidden?.toSorted(), ["acknowledged", "received"]);
  assert.equal(ofClass?.withheld, undefined);
});

test("what has a flag is a list of its own, so that no total of the flag gives back its years", () => {
  const flagged = (a: string): CountedCase => ({ fields: { a }, flags: ["missing-incident"], allegations: [] });
  const cases = [
    ...[6, 11, 1, 1, 1].flatMap((count, year) => alike(count, flagged(`200${year}`))),
    ...["2000", "2001", "2002", "2003", "2004"].flatMap((year) => alike(30, said(year))),
  ];
  const [flags, crossed] = tell(cases, [{ by: ["flag"] }, { by: ["flag", "a"] }]);
  assert.deepEqual(flags?.cells, [{ at: ["missing-incident"], count: 20 }]);
  const told = crossed?.cells.flatMap(({ count }) => count ?? []) ?? [];
  assert.deepEqual(told, [11]);
});

test("where each case is one allegation, tables of both are one release", () => {
  const monthly = (received: string, finding: string): CountedCase => ({
    fields: { received },
    allegations: [{ fields: { finding } }],
  });
  const counts = [20, 20, 20, 20, 20, 20, 3, 20];
  const cases = counts.flatMap((count, month) =>
    Array.from({ length: count }, (_, n) => monthly(`2001-0${month + 1}-01`, n % 2 ? "SU" : "NS")),
  );
  const others = Array.from({ length: 80 }, (_, n) => monthly(`2002-0${1 + (n % 4)}-01`, n % 3 ? "SU" : "NS"));
  const [months] = tell([...cases, ...others], [{ by: ["received:month"] }, { by: ["received:year", "finding"] }]);
  const hidden = months?.cells.filter(({ count }) => count === null) ?? [];
  assert.ok(months?.withheld !== undefined || hidden.filter(({ at }) => at[0]?.startsWith("2001")).length > 1);
});

/** Releases of few values, some of which give each other: small counts are frequent, and fields depend on each other. */
const releases = fc.record({
  groups: fc.array(
    fc.record({
      a: fc.nat(4),
      b: fc.nat(3),
      c: fc.nat(3),
      isFlagged: fc.boolean(),
      count: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 2, maxLength: 14 },
  ),
  tables: fc.uniqueArray(fc.constantFrom("a", "b", "c", "flag", "a,b", "b,c", "a,c", "flag,a"), {
    minLength: 2,
    maxLength: 5,
  }),
});

test("whoever adds and subtracts what is told of a release calculates no hidden count", () => {
  let [hidden, told] = [0, 0];
  fc.assert(
    fc.property(releases, ({ groups, tables }) => {
      const cases = groups.flatMap(({ a, b, c, isFlagged, count }) =>
        alike(count, {
          fields: { a: `a${a}`, b: `b${b}`, c: `c${c}` },
          flags: isFlagged ? ["odd"] : [],
          allegations: [],
        }),
      );
      const safe = tell(
        cases,
        tables.map((by) => ({ by: by.split(",") })),
      );
      const cells = safe.flatMap((table, n) => seenIn(table, n, cases));
      hidden += cells.filter(({ told: count }) => count === null).length;
      told += cells.filter(({ told: count }) => count !== null).length;
      for (const { told: count } of cells) assert.ok(count === null || count >= 5);
      assert.deepEqual(solvable(cells), []);
    }),
    { numRuns: 600, seed: 20_261_122 },
  );
  assert.ok(hidden > 500 && told > 500, `${hidden} hidden, ${told} told`);
});

/** The cells of a table as a reader has them; of flags also what has them not, which the total tells. */
function seenIn(table: ReturnType<typeof tell>[number], n: number, cases: readonly CountedCase[]): readonly SeenCell[] {
  const merged = table.merged ?? {};
  const isAt = (one: CountedCase, at: readonly string[]): boolean =>
    table.by.every((name, axis) => {
      if (name === "flag") return one.flags?.includes(at[axis] ?? "") ?? false;
      const value = String(one.fields[name]);
      return at[axis] === "(others)" ? (merged[name]?.includes(value) ?? false) : value === at[axis];
    });
  const seen = table.cells.map(({ at, count }) => ({
    table: n,
    told: count,
    of: [...cases.keys()].filter((place) => isAt(cases[place] as CountedCase, at)),
  }));
  if (!table.by.includes("flag") || seen.length === 0) return seen;
  const without = [...cases.keys()].filter((place) => !cases[place]?.flags?.length);
  // Told by subtraction where it is no small count, nor what has the flag.
  const isTold = without.length >= 5 && cases.length - without.length >= 5;
  return without.length === 0 ? seen : [...seen, { table: n, told: isTold ? without.length : null, of: without }];
}

/** The same, where of two fields each case has no value, one or more. */
const mixed = fc.record({
  groups: fc.array(
    fc.record({
      a: fc.nat(3),
      b: fc.nat(2),
      rights: fc.subarray(["life", "liberty", "equality", "other"], { maxLength: 2 }),
      forces: fc.subarray(["alfa", "bravo", "charlie"]),
      count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 30 })),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  tables: fc.uniqueArray(fc.constantFrom("a", "b", "rights", "forces", "a,b"), { minLength: 1, maxLength: 5 }),
});

test("a case that counts under several values lets nobody calculate a hidden count, nor how few have several", () => {
  let [hidden, told, withheld] = [0, 0, 0];
  fc.assert(
    fc.property(mixed, ({ groups, tables }) => {
      const cases = groups.flatMap(({ a, b, rights, forces, count }) =>
        alike(count, { fields: { a: `a${a}`, b: `b${b}` }, several: { rights, forces }, allegations: [] }),
      );
      const safe = tell(
        cases,
        tables.map((by) => ({ by: by.split(",") })),
      );
      withheld += safe.filter((table) => table.withheld !== undefined).length;
      const lists = new Set<number>();
      const cells = safe.flatMap((table, n): readonly (SeenCell & { readonly isSpare?: boolean })[] => {
        const [field = ""] = table.by;
        return field === "rights" || field === "forces"
          ? seenOfSeveral(table, n * 10, cases, lists)
          : seenIn(table, n * 10, cases);
      });
      hidden += cells.filter(({ told: count }) => count === null).length;
      told += cells.filter(({ told: count }) => count !== null).length;
      for (const { told: count } of cells) assert.ok(count === null || count >= 5 || count === 0);
      // How many have other values gives nothing back that is small, where it is hidden also who has none.
      const spare = cells.filter(({ isSpare }) => isSpare);
      assert.deepEqual(
        solvable(cells, lists).filter((cell) => !spare.includes(cell)),
        [],
      );
    }),
    { numRuns: 600, seed: 20_261_123 },
  );
  assert.ok(hidden > 500 && told > 500 && withheld < 600, `${hidden} hidden, ${told} told, ${withheld} withheld`);
});

/** Cases of which each has one allegation, or none, one or two. */
const alleged = fc.record({
  isEven: fc.boolean(),
  groups: fc.array(
    fc.record({
      a: fc.nat(3),
      b: fc.nat(2),
      findings: fc.array(fc.nat(2), { maxLength: 2 }),
      count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 30 })),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  tables: fc.uniqueArray(fc.constantFrom("a", "b", "finding", "a of allegations", "finding,a"), {
    minLength: 2,
    maxLength: 5,
  }),
});

test("tables of cases and of their allegations together give no hidden count back", () => {
  let [hidden, told] = [0, 0];
  fc.assert(
    fc.property(alleged, ({ isEven, groups, tables }) => {
      const cases = groups.flatMap(({ a, b, findings, count }) =>
        alike(count, {
          fields: { a: `a${a}`, b: `b${b}` },
          allegations: (isEven ? [findings[0] ?? 0] : findings).map((one) => ({ fields: { finding: `f${one}` } })),
        }),
      );
      const safe = tell(
        cases,
        tables.map((name) => {
          const [by = "", of] = name.split(" of ");
          return { by: by.split(","), ...(of && { of: "allegations" as const }) };
        }),
      );
      // Each allegation as a case of its own; where there is one of each case, they are the same things.
      const things = cases.flatMap(({ fields, allegations }) =>
        allegations.map((one) => ({ fields: { ...fields, ...one.fields }, allegations: [] })),
      );
      const cells = safe.flatMap((table, n) => {
        const isOfCases = table.of === "cases";
        return seenIn(table, n, isOfCases ? cases : things).map((cell) => ({
          ...cell,
          of: isOfCases || isEven ? cell.of : cell.of.map((place) => place + cases.length),
        }));
      });
      hidden += cells.filter(({ told: count }) => count === null).length;
      told += cells.filter(({ told: count }) => count !== null).length;
      for (const { told: count } of cells) assert.ok(count === null || count >= 5);
      assert.deepEqual(solvable(cells), []);
    }),
    { numRuns: 600, seed: 20_261_124 },
  );
  assert.ok(hidden > 500 && told > 500, `${hidden} hidden, ${told} told`);
});

/** The values of such a field: all as one list, and each with who has it not and who says nothing, as a reader subtracts. */
function seenOfSeveral(
  table: ReturnType<typeof tell>[number],
  n: number,
  cases: readonly CountedCase[],
  lists: Set<number>,
): readonly (SeenCell & { readonly isSpare?: boolean })[] {
  if (table.withheld !== undefined || table.cells.length === 0) return [];
  const [field = ""] = table.by;
  const valuesAt = (place: number): readonly string[] => {
    const values = cases[place]?.several?.[field] ?? [];
    return values.length === 0 ? ["(missing)"] : values;
  };
  const having = (value: string): readonly number[] =>
    [...cases.keys()].filter((place) => valuesAt(place).includes(value));
  const toldOf = new Map(table.cells.map(({ at, count }) => [at[0] ?? "", count]));
  const silent = toldOf.has("(missing)") ? toldOf.get("(missing)") : 0;
  for (const [value, count] of toldOf) assert.ok(count === null || count === having(value).length, value);
  const values = [...toldOf.keys()].filter((value) => value !== "(missing)");
  const sum = [...toldOf.values()].reduce(
    (all: number | null, one) => (all === null || one === null ? null : all + one),
    0,
  );
  // Whoever knows all counts knows how many are too many.
  if (sum !== null) assert.ok(sum === cases.length || sum - cases.length >= 5, `${sum - cases.length} have several`);
  const nothing = having("(missing)");
  const flags = values.flatMap((value, place) => {
    const own = having(value);
    const others = [...cases.keys()].filter((one) => !own.includes(one) && !nothing.includes(one));
    const count = toldOf.get(value) ?? null;
    const about = { table: n + 1 + place };
    const rest = typeof silent === "number" && count !== null ? cases.length - silent - count : null;
    return [
      { ...about, told: count, of: own },
      {
        ...{ ...about, told: rest, of: others },
        isSpare: silent === null && others.length >= 5 && cases.length - others.length >= 5,
      },
      { ...about, told: silent ?? null, of: nothing },
    ].filter(({ of }) => of.length > 0);
  });
  const isSum = values.every((value) => having(value).length + nothing.length < cases.length);
  if (!isSum) return flags;
  lists.add(n);
  return [...[...toldOf].map(([value, count]) => ({ table: n, told: count, of: having(value) })), ...flags];
}

test("the audit does find what a careless release gives back", () => {
  const careless = [
    { table: 0, told: null, of: [1, 2, 3] },
    { table: 0, told: 5, of: [4, 5, 6, 7, 8] },
    { table: 0, told: null, of: [9] },
    { table: 1, told: 8, of: [1, 2, 3, 4, 5, 6, 7, 8] },
    { table: 1, told: null, of: [9] },
  ];
  assert.equal(solvable(careless).length, 3);
});
