import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Attack, canBeOtherwise } from "./attacker.testing.ts";
import { createCounter } from "./count.ts";
import { suppressRelease, type ToldTable } from "./suppress.ts";
import { type CountedTable, keyOf, valuesOf } from "./table.ts";
import { threshold } from "./threshold.ts";

const seed = 20_261_122;

/** Counts for up to so many rows and columns, small ones more often than large ones. */
const gridOf = (rows: number, columns: number): fc.Arbitrary<CountedTable> =>
  fc
    .array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: 1, maxLength: rows },
    )
    .map((counts) => toTable(counts));

function toTable(counts: readonly (readonly number[])[]): CountedTable {
  const cells = new Map<string, number>();
  let total = 0;
  for (const [r, row] of counts.entries()) {
    for (const [c, count] of row.entries()) {
      if (count > 0) cells.set(keyOf([`r${r}`, `c${c}`]), count);
      total += count;
    }
  }
  return { by: ["row", "column"], of: "cases", multiple: [], cells, total };
}

/** What is told of tables of the same things, each of which is put together again from the first. */
function suppressTables(tables: readonly CountedTable[]): readonly ToldTable[] {
  const counter = createCounter({
    declared: { cases: { row: "text", column: "text" }, allegations: {} },
    tables: tables.map(({ by }) => ({ by })),
    durations: {},
    shares: {},
  });
  for (const [key, count] of tables[0]?.cells ?? []) {
    const [row = "", column = ""] = valuesOf(key);
    const fields = tables[0]?.by.length === 1 ? { [tables[0].by[0] ?? ""]: row } : { row, column };
    for (let n = 0; n < count; n += 1) counter.add({ fields, allegations: [] });
  }
  const counted = counter.result();
  assert.ok(counted.links);
  return suppressRelease(counted.tables, counted.links, []).tables;
}

const along = (table: CountedTable, axis: 0 | 1): CountedTable => {
  const cells = new Map<string, number>();
  for (const [key, count] of table.cells) {
    const value = valuesOf(key)[axis] ?? "";
    cells.set(value, (cells.get(value) ?? 0) + count);
  }
  return { ...table, by: [table.by[axis] ?? ""], cells };
};

/** The table as it is told, with the counts that were hidden, so that an attack can be judged. */
function truthOf(
  told: ToldTable,
  table: CountedTable,
): readonly (Attack["cells"][number] & { readonly told: number | null })[] {
  const merged = told.merged ?? {};
  const truth = new Map<string, number>();
  for (const [key, count] of table.cells) {
    const at = valuesOf(key).map((value, axis) => (merged[told.by[axis] ?? ""]?.includes(value) ? "(others)" : value));
    truth.set(keyOf(at), (truth.get(keyOf(at)) ?? 0) + count);
  }
  assert.equal(truth.size, told.withheld ? truth.size : told.cells.length);
  return told.cells.map(({ at, count }) => {
    const [row = "", column = ""] = at;
    return { row, column, count: truth.get(keyOf(at)) ?? 0, isHidden: count === null, told: count };
  });
}

test("whoever has all totals of a table cannot calculate one hidden cell of it", () => {
  let hidden = 0;
  let told = 0;
  fc.assert(
    fc.property(gridOf(6, 5), (table) => {
      const [safe] = suppressTables([table]);
      assert.ok(safe);
      const cells = truthOf(safe, table);
      for (const cell of cells) {
        if (cell.told === null) hidden += 1;
        else {
          told += 1;
          assert.equal(cell.told, cell.count);
          assert.ok(cell.count >= threshold, "a small cell is told");
        }
      }
      for (const cell of cells.filter(({ isHidden }) => isHidden)) {
        assert.ok(canBeOtherwise({ cells }, cell), `${cell.row} ${cell.column} can be calculated`);
      }
    }),
    { numRuns: 2000, seed },
  );
  assert.ok(hidden > 1000 && told > 1000, `${hidden} hidden, ${told} told`);
});

test("no sum of what is hidden in one row, one column or one list is a small count itself", () => {
  fc.assert(
    fc.property(gridOf(6, 5), (table) => {
      const tables = [table, along(table, 0), along(table, 1)];
      for (const [n, safe] of suppressTables(tables).entries()) {
        const cells = truthOf(safe, tables[n] ?? table);
        for (const axis of ["row", "column"] as const) {
          if (axis === "column" && n > 0) continue;
          const lines = Object.values(Object.groupBy(cells, (cell) => (n > 0 ? "list" : cell[axis])));
          for (const line of lines) {
            const sum = (line ?? []).reduce((all, { isHidden, count }) => all + (isHidden ? count : 0), 0);
            assert.ok(sum === 0 || sum >= threshold, `${sum}`);
          }
        }
      }
    }),
    { numRuns: 500, seed },
  );
});

test("a list by itself hides at least two values, and more than one way to deal their sum out", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (counts) => {
      const table = along(toTable([counts]), 1);
      const [safe] = suppressTables([table]);
      assert.ok(safe);
      const cells = truthOf(safe, table).map((cell) => ({ ...cell, column: cell.row, row: "list" }));
      for (const cell of cells) {
        if (cell.isHidden) assert.ok(canBeOtherwise({ cells, columnsAreFree: true }, cell));
        else assert.ok(cell.count >= threshold);
      }
    }),
    { numRuns: 1000, seed },
  );
});

test("the attacker does find what a careless table gives back", () => {
  const cell = (row: string, column: string, count: number, isHidden: boolean) => ({ row, column, count, isHidden });
  const careless = [
    cell("a", "x", 3, true),
    cell("a", "y", 9, false),
    cell("b", "x", 7, false),
    cell("b", "y", 8, false),
  ];
  assert.equal(canBeOtherwise({ cells: careless }, careless[0]!), false);
  const onesOnly = careless.map((one) => ({ ...one, count: 1, isHidden: true }));
  assert.equal(canBeOtherwise({ cells: onesOnly }, onesOnly[0]!), false);
  const safe = careless.map((one) => ({ ...one, isHidden: true }));
  assert.equal(canBeOtherwise({ cells: safe }, safe[0]!), true);
});

test("of two tables of which one gives the other, both are told where each part of the coarser protects its own", () => {
  const told = (months: readonly (readonly [month: string, cases: number])[]) => {
    const counter = createCounter({
      declared: { cases: { received: "date" }, allegations: {} },
      tables: [{ by: ["received:year"] }, { by: ["received:month"] }],
      durations: {},
      shares: {},
    });
    for (const [month, cases] of months) {
      for (let n = 0; n < cases; n += 1) counter.add({ fields: { received: `${month}-01` }, allegations: [] });
    }
    const { tables, links } = counter.result();
    assert.ok(links);
    return suppressRelease(tables, links, []).tables.map(
      ({ cells, withheld }) => withheld ?? cells.map(({ count }) => count),
    );
  };
  const small = [
    ["2010-01", 3],
    ["2010-02", 9],
    ["2010-03", 20],
    ["2011-01", 30],
  ] as const;
  assert.deepEqual(told(small), [
    [32, 30],
    [null, null, 20, 30],
  ]);
  const together = [
    ["2010-01", 20],
    ["2011-01", 30],
    ["2012-01", 7],
    ["2012-02", 3],
    ["2013-01", 3],
  ] as const;
  assert.deepEqual(told(together), [
    [20, 30, null, null],
    [20, 30, null, null, null],
  ]);
  const givingBack = [
    ["2010-01", 3],
    ["2011-01", 20],
    ["2012-01", 6],
    ["2012-02", 24],
  ] as const;
  assert.deepEqual(told(givingBack), [[null, null, 30], "nested"]);
});

test("a table that is asked for twice, rows and columns changed, is told once", () => {
  const table = toTable([
    [3, 20, 10],
    [30, 8, 9],
    [9, 12, 2],
  ]);
  const turned = { ...table, by: ["column", "row"] };
  assert.deepEqual(
    suppressTables([table, turned]).map(({ withheld }) => withheld),
    [undefined, "twice"],
  );
});
