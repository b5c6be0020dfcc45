import type { Nested } from "./nesting.ts";
import { type Cell, protectGrid } from "./protect-grid.ts";
import { protectLine } from "./protect-line.ts";
import { type CountedTable, keyOf, valuesOf } from "./table.ts";

/** A count below this is told to nobody. Source: product decision (casework.md, Public figures). */
export const threshold = 5;

/** The name of the row or column in which values are put together that are too few by themselves. */
export const others = "(others)";

export type ToldCell = {
  readonly at: readonly string[];
  /** null: hidden. */
  readonly count: number | null;
};

/** A table as it may be told. A cell that is not there is zero. */
export type ToldTable = Pick<CountedTable, "by" | "of"> & {
  /** Undefined where the whole table cannot be told. */
  readonly total?: number;
  readonly cells: readonly ToldCell[];
  readonly hidden: number;
  /** Of a table by two fields: by field, the values that were put together as others. */
  readonly merged?: { readonly [field: string]: readonly string[] };
  readonly withheld?: "too-few" | "too-large" | "cannot-be-protected" | "nested" | "twice";
};

/**
 * What may be told of all tables of one release, together. Counts by one field: small ones are hidden, and more with them, so that the
 * hidden ones have a sum of at least five and more than one solution. Counts by two fields: values that are hidden by themselves are put
 * together first, so every row and column of what is left has a total that is known anyway; then small cells are hidden,
 * each as a corner of a rectangle whose corners can be otherwise without changing a total. No two tables share more than such
 * totals, so what holds for each holds for all.
 */
export function suppressTables(tables: readonly CountedTable[], nested: readonly Nested[]): readonly ToldTable[] {
  const told = new Set<string>();
  const dropped = finerOnes(nested);
  return tables.map((table) => {
    const { by, of, cells } = table;
    const withhold = (withheld: NonNullable<ToldTable["withheld"]>): ToldTable => {
      return { by, of, cells: [], hidden: cells.size, withheld };
    };
    // The same counts twice, rows and columns changed, would be hidden in two ways.
    const same = [of, ...by.toSorted()].join(" ");
    if (told.has(same)) return withhold("twice");
    told.add(same);
    return by.some((name) => dropped.has(`${of} ${name}`)) ? withhold("nested") : suppressTable(table);
  });
}

/** Of each pair the finer goes; of two that give each other, one. */
function finerOnes(nested: readonly Nested[]): ReadonlySet<string> {
  const dropped = new Set<string>();
  for (const { of, fine, coarse } of nested) {
    if (!dropped.has(`${of} ${coarse}`)) dropped.add(`${of} ${fine}`);
  }
  return dropped;
}

function suppressTable(table: CountedTable): ToldTable {
  const { by, of, total } = table;
  if (total > 0 && total < threshold) return { by, of, cells: [], hidden: table.cells.size, withheld: "too-few" };
  if (table.isMultiple) return tellMultiple(table);
  return by.length === 1 ? tellLine(table) : tellGrid(table);
}

/** Cells that have no sum are given back by no total: the small ones are hidden, and no total is told of them. */
function tellMultiple({ by, of, cells }: CountedTable): ToldTable {
  const told = [...cells].map(([key, count]) => ({ at: valuesOf(key), count: count < threshold ? null : count }));
  return { by, of, cells: told, hidden: told.filter(({ count }) => count === null).length };
}

function tellLine({ by, of, cells, total }: CountedTable): ToldTable {
  const hidden = protectLine(cells, threshold);
  if (!hidden) return { by, of, cells: [], hidden: cells.size, withheld: "too-few" };
  const told = [...cells].map(([key, count]) => ({ at: valuesOf(key), count: hidden.has(key) ? null : count }));
  return { by, of, total, cells: told, hidden: hidden.size };
}

/** Rows times columns beyond which nobody reads a table, and protecting it takes too long. */
const largestGrid = 400_000;

function tellGrid({ by, of, cells, total }: CountedTable): ToldTable {
  const hiddenByAxis = [0, 1].map((axis) => protectLine(sumAlong(cells, axis), threshold));
  const [rows, columns] = hiddenByAxis;
  if (!rows || !columns) return { by, of, cells: [], hidden: cells.size, withheld: "too-few" };
  const merged = mergeCells(cells, rows, columns);
  const sizes = [0, 1].map((axis) => new Set([...merged.keys()].map((key) => valuesOf(key)[axis])).size);
  if ((sizes[0] ?? 0) * (sizes[1] ?? 0) > largestGrid) {
    return { by, of, total, cells: [], hidden: cells.size, withheld: "too-large" };
  }
  const grid = protectGrid(toCells(merged), threshold, others);
  if (!grid) return { by, of, total, cells: [], hidden: cells.size, withheld: "cannot-be-protected" };
  const told = grid.cells.map(({ row, column, count, isHidden }) => ({
    at: [row, column],
    count: isHidden ? null : count,
  }));
  const inOthers = (axis: 0 | 1, more: ReadonlySet<string>): readonly string[] =>
    [...(hiddenByAxis[axis] ?? []), ...more].sort();
  const together = [inOthers(0, grid.mergedRows), inOthers(1, new Set())];
  return {
    by,
    of,
    total,
    cells: told,
    hidden: told.filter(({ count }) => count === null).length,
    ...(together.some((names) => names.length > 0) && {
      merged: Object.fromEntries(by.map((name, axis) => [name, together[axis] ?? []])),
    }),
  };
}

function sumAlong(cells: ReadonlyMap<string, number>, axis: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [key, count] of cells) {
    const value = valuesOf(key)[axis] ?? "";
    sums.set(value, (sums.get(value) ?? 0) + count);
  }
  return sums;
}

function mergeCells(
  cells: ReadonlyMap<string, number>,
  rows: ReadonlySet<string>,
  columns: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const merged = new Map<string, number>();
  for (const [key, count] of cells) {
    const [row = "", column = ""] = valuesOf(key);
    const own = keyOf([rows.has(row) ? others : row, columns.has(column) ? others : column]);
    merged.set(own, (merged.get(own) ?? 0) + count);
  }
  return merged;
}

const toCells = (cells: ReadonlyMap<string, number>): readonly Cell[] =>
  [...cells].map(([key, count]) => {
    const [row = "", column = ""] = valuesOf(key);
    return { row, column, count };
  });
