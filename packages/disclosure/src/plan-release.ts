import { isKept, type Unknown, type WeighedThing } from "./audit.ts";
import { type Balance, createBalance, type Merges, noSum, weighSorting } from "./balance.ts";
import { hideSeveral } from "./hide-several.ts";
import type { Links } from "./links.ts";
import { type Parts, sortingsOf } from "./parts.ts";
import { type ProtectedGrid, protectGrid } from "./protect-grid.ts";
import { protectGroups } from "./protect-line.ts";
import { type Cells, without } from "./sorting.ts";
import { keyOf, missing, valuesOf } from "./table.ts";
import { others, threshold } from "./threshold.ts";

/** Of a grid that may be told: its cells, and by axis the values that were put together. */
export type PlannedGrid = ProtectedGrid & { readonly together: readonly [ReadonlySet<string>, ReadonlySet<string>] };

/** What is hidden in all tables of a release. */
export type Plan = {
  /** By sorting, the keys of cells that are hidden; of grids nothing. */
  readonly hidden: ReadonlyMap<number, ReadonlySet<string>>;
  readonly grids: ReadonlyMap<number, PlannedGrid>;
};

export type NoPlan = "too-few" | "too-large" | "cannot-be-protected" | "nested";

/** Rows times columns beyond which nobody reads a table, and protecting it takes too long. */
const largestGrid = 400_000;

/**
 * What to hide in some tables that are told together, beside shares that are told whole; or why that cannot be. First each list is
 * protected, group by group of what its other tables tell; then each table by two fields is, with what was hidden in the lists put
 * together; and then all of it is looked through for what could be calculated.
 */
export function planRelease(links: Links, parts: readonly Parts[], shares: readonly number[]): Plan | NoPlan {
  const { lines, flags, rows, grids, severals } = sortingsOf(parts);
  const hidden = new Map<number, ReadonlySet<string>>();
  for (const flag of flags) hidden.set(flag, hideFlag(links, flag));
  /** Lists of values of which a thing may have several, where their sum tells nothing. */
  const loose = new Set<number>();
  for (const one of severals) {
    const own = hideSeveral(links, one, [...lines, ...shares]);
    if (!own) return "too-few";
    hidden.set(one.list, own.values);
    for (const [flag, keys] of own.flags) hidden.set(flag, keys);
    if (!own.isSum) loose.add(one.list);
  }
  const lists = severals.flatMap(({ list }) => (loose.has(list) ? [] : [list]));
  const values = [...flags, ...severals.flatMap((one) => [...one.flags.values()])];
  const chosen = [...lines, ...lists, ...values, ...rows, ...grids.map(({ grid }) => grid), ...shares];
  const told = [...lines, ...lists, ...shares, ...values.filter((value) => hidden.get(value)?.size === 0)];
  for (const list of [...lines, ...rows]) {
    const own = hideInList(links, list, told);
    if (!own) return "too-few";
    hidden.set(list, own);
  }
  const planned = new Map<number, PlannedGrid>();
  const known = new Map<number, Int32Array>();
  const merges: Merges = (sorting) => known.get(sorting);
  for (const one of grids) {
    const [rows = new Set<string>(), columns = new Set<string>()] = one.axes.map((axis) => hidden.get(axis));
    const own = planGrid(links, one.grid, [rows, columns], { chosen, merges });
    if (typeof own === "string") return own;
    planned.set(one.grid, own);
    known.set(one.grid, mergeGrid(links, one.grid, own.together));
  }
  const balance = createBalance(links, chosen, merges);
  const inLists = hiddenInLists(links, new Map([...hidden].filter(([list]) => !loose.has(list))), balance);
  const unknowns = [...inLists, ...hiddenInGrids(links, planned, balance)];
  return isKept(
    unknowns.map(({ unknown }) => unknown),
    smallGroups(unknowns, balance),
    () => weighThings(links, chosen, balance),
  )
    ? { hidden, grids: planned }
    : "nested";
}

const countsOf = (links: Links, sorting: number): ReadonlyMap<string, number> => {
  const { keys = [], counts = [] } = links.sortings[sorting]?.cells ?? {};
  return new Map(keys.map((key, cell) => [key, counts[cell] ?? 0]));
};

/** Whoever knows how many there are knows from how many have something how many have it not: both are hidden, or none. */
function hideFlag(links: Links, flag: number): ReadonlySet<string> {
  const counts = [...countsOf(links, flag)].filter(([, count]) => count > 0);
  return new Set(counts.some(([, count]) => count < threshold) ? counts.map(([key]) => key) : []);
}

/** Each group of values whose sum another list tells is protected as a list of its own. */
function hideInList(links: Links, list: number, told: readonly number[]): ReadonlySet<string> | undefined {
  const { groups } = weighSorting(links, list, told, () => undefined);
  const ids = links.sortings[list]?.cells.ids;
  const groupOf = (key: string): string => groups.map((group) => group[ids?.get(key) ?? 0]).join(" ");
  return protectGroups(countsOf(links, list), groupOf, threshold);
}

function planGrid(
  links: Links,
  grid: number,
  [rows, columns]: PlannedGrid["together"],
  { chosen, merges }: { readonly chosen: readonly number[]; readonly merges: Merges },
): PlannedGrid | NoPlan {
  const cells = new Map<string, number>();
  for (const [key, count] of countsOf(links, grid)) {
    const own = mergedKey(key, rows, columns);
    cells.set(own, (cells.get(own) ?? 0) + count);
  }
  const sizes = [0, 1].map((axis) => new Set([...cells.keys()].map((key) => valuesOf(key)[axis])).size);
  if ((sizes[0] ?? 0) * (sizes[1] ?? 0) > largestGrid) return "too-large";
  const weigh = (mergedRows: ReadonlySet<string>) => {
    const together = [new Set([...rows, ...mergedRows]), columns] as const;
    const own = mergeGrid(links, grid, together);
    const { weights } = weighSorting(links, grid, chosen, (one) => (one === grid ? own : merges(one)));
    const byKey = new Map<string, number>();
    for (const [cell, key] of (links.sortings[grid]?.cells.keys ?? []).entries()) {
      byKey.set(mergedKey(key, ...together), weights[cell] ?? Number.NaN);
    }
    return ({ row, column }: { readonly row: string; readonly column: string }) =>
      byKey.get(keyOf([row, column])) ?? Number.NaN;
  };
  const listed = [...cells].map(([key, count]) => {
    const [row = "", column = ""] = valuesOf(key);
    return { row, column, count };
  });
  const found = protectGrid(listed, threshold, others, weigh);
  return found ? { ...found, together: [new Set([...rows, ...found.mergedRows]), columns] } : "cannot-be-protected";
}

function mergedKey(key: string, rows: ReadonlySet<string>, columns: ReadonlySet<string>): string {
  const [row = "", column = ""] = valuesOf(key);
  return keyOf([rows.has(row) ? others : row, columns.has(column) ? others : column]);
}

/** For each cell of a grid, the first one that stands for the same told cell. */
function mergeGrid(links: Links, grid: number, together: PlannedGrid["together"]): Int32Array {
  return firstOfEach((links.sortings[grid]?.cells.keys ?? []).map((key) => mergedKey(key, ...together)));
}

function firstOfEach(names: readonly string[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(names, (name, place) => {
    const known = first.get(name) ?? place;
    first.set(name, known);
    return known;
  });
}

/** A hidden count, with the cell that stands for it. */
type Placed = { readonly unknown: Unknown; readonly cell: number };

function hiddenInLists(links: Links, hidden: Plan["hidden"], balance: Balance): readonly Placed[] {
  return [...hidden].flatMap(([sorting, keys]) => {
    const cells = links.sortings[sorting]?.cells;
    return [...keys].map((key) => {
      const cell = cells?.ids.get(key) ?? 0;
      const count = cells?.counts[cell] ?? 0;
      const unknown = { sorting, count, weight: balance.weightOf(sorting, cell) };
      return { unknown: isSpare(key, keys, cells, count) ? { ...unknown, isSpare: true } : unknown, cell };
    });
  });
}

/** How many have other values, where it is hidden also who has none: both together are told, and none of the two. */
function isSpare(key: string, hidden: ReadonlySet<string>, cells: Cells | undefined, count: number): boolean {
  const rest = (cells?.counts ?? []).reduce((sum, one) => sum + one, 0) - count;
  return key === without && hidden.has(missing) && count >= threshold && rest >= threshold;
}

function hiddenInGrids(links: Links, grids: Plan["grids"], balance: Balance): readonly Placed[] {
  return [...grids].flatMap(([sorting, { cells, together }]) => {
    const first = new Map<string, number>();
    for (const [cell, key] of (links.sortings[sorting]?.cells.keys ?? []).entries()) {
      const own = mergedKey(key, ...together);
      if (!first.has(own)) first.set(own, cell);
    }
    return cells.flatMap(({ row, column, count, isHidden }) => {
      const cell = first.get(keyOf([row, column])) ?? 0;
      return isHidden
        ? [{ unknown: { sorting, count, weight: balance.weightOf(sorting, cell), row, column }, cell }]
        : [];
    });
  });
}

/** Of things that stand in different cells, what each weighs in every sorting that is told. */
function weighThings(links: Links, chosen: readonly number[], balance: Balance): readonly WeighedThing[] {
  const isChosen = new Set(chosen);
  const different = new Map<string, WeighedThing>();
  for (const { allegations, placed } of links.combinations()) {
    const told = placed.filter(([sorting]) => isChosen.has(sorting));
    const weights = told.map(([sorting, cell]) => balance.weightOf(sorting, cell)).sort((a, b) => a - b);
    different.set(`${allegations} ${weights.join(" ")}`, { allegations, weights });
  }
  return [...different.values()];
}

/** What is hidden of a group whose sum another sorting may tell, where that is a small count itself. */
function smallGroups(unknowns: readonly Placed[], balance: Balance): readonly (readonly Unknown[])[] {
  const bySorting = Map.groupBy(unknowns, ({ unknown }) => unknown.sorting);
  return [...bySorting].flatMap(([sorting, own]) => {
    const alike = Map.groupBy(own, ({ unknown }) => unknown.weight);
    const groups = balance.groupsOf(sorting).map((group) => Map.groupBy(own, ({ cell }) => group[cell] ?? noSum));
    return [alike, ...groups].flatMap((grouping: ReadonlyMap<number, readonly Placed[]>) =>
      [...grouping].flatMap(([name, placed]) => {
        const members = placed.map(({ unknown }) => unknown);
        const isSmall = name !== noSum && members.reduce((sum, { count }) => sum + count, 0) < threshold;
        // Single cells of a grid are looked at as corners.
        return isSmall && !(grouping === alike && members[0]?.row !== undefined) ? [members] : [];
      }),
    );
  });
}
