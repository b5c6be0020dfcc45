import type { Links } from "./links.ts";
import { type NoParts, type Parts, partsOf } from "./parts.ts";
import { type NoPlan, type Plan, planRelease } from "./plan-release.ts";
import { type CountedTable, keyOf, valuesOf } from "./table.ts";
import { threshold } from "./threshold.ts";

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
  readonly withheld?: Withheld;
};
export type Withheld = NoParts | NoPlan | "twice";

/**
 * What may be told of all tables and shares of one release, together. A table is taken in, in the order in which they were asked for, where
 * it can be protected together with those before it and nothing hidden in any of them can be calculated; where not, it is withheld.
 */
export function suppressRelease(
  tables: readonly CountedTable[],
  links: Links,
  shares: readonly string[],
): { readonly tables: readonly ToldTable[]; readonly shares: readonly string[] } {
  const asked = tables.map((table, place) => ({
    table,
    parts: isTwice(tables, place) ? "twice" : askParts(table, links),
  }));
  const known = shares.flatMap((name) => {
    const sorting = findShare(links, name);
    return sorting === undefined ? [] : [{ name, sorting }];
  });
  const taken = takeIn(
    links,
    asked.map(({ parts }) => parts),
    known.map(({ sorting }) => sorting),
  );
  return {
    tables: asked.map(({ table, parts }, place) => {
      const withheld = typeof parts === "string" ? parts : taken.withheld.get(place);
      if (withheld !== undefined || typeof parts === "string") return withhold(table, withheld ?? "nested");
      return tellTable(table, parts, taken.plan, links);
    }),
    shares: known.filter(({ sorting }) => taken.shares.includes(sorting)).map(({ name }) => name),
  };
}

const findShare = (links: Links, name: string): number | undefined =>
  links.find("share", "cases", [name]) ?? links.find("share", "allegations", [name]);

/** The same counts twice, rows and columns changed, would be hidden in two ways. */
function isTwice(tables: readonly CountedTable[], place: number): boolean {
  const nameAt = (at: number): string => JSON.stringify([tables[at]?.of, tables[at]?.by.toSorted()]);
  return tables.slice(0, place).some((_, before) => nameAt(before) === nameAt(place));
}

function askParts(table: CountedTable, links: Links): Parts | Withheld {
  return table.total > 0 && table.total < threshold ? "too-few" : partsOf(table, links);
}

type Taken = {
  readonly plan: Plan;
  readonly withheld: ReadonlyMap<number, Withheld>;
  readonly shares: readonly number[];
};

/** All tables and shares together, if that can be; or one after another, each beside those that were taken in before. */
function takeIn(links: Links, asked: readonly (Parts | Withheld)[], shares: readonly number[]): Taken {
  const all = asked.flatMap((parts, place) => (typeof parts === "string" ? [] : [{ parts, place }]));
  const whole = planRelease(
    links,
    all.map(({ parts }) => parts),
    shares,
  );
  if (typeof whole !== "string") return { plan: whole, withheld: new Map(), shares };
  const [taken, takenShares, withheld]: [Parts[], number[], Map<number, Withheld>] = [[], [], new Map()];
  let plan: Plan = { hidden: new Map(), grids: new Map() };
  for (const { parts, place } of all) {
    const next = planRelease(links, [...taken, parts], []);
    if (typeof next === "string") withheld.set(place, next);
    else {
      plan = next;
      taken.push(parts);
    }
  }
  for (const share of shares) {
    const next = planRelease(links, taken, [...takenShares, share]);
    if (typeof next === "string") continue;
    plan = next;
    takenShares.push(share);
  }
  return { plan, withheld, shares: takenShares };
}

const withhold = ({ by, of, cells }: CountedTable, withheld: Withheld): ToldTable => {
  return { by, of, cells: [], hidden: cells.size, withheld };
};

function tellTable(table: CountedTable, parts: Parts, plan: Plan, links: Links): ToldTable {
  if (parts.kind === "grid") return tellGrid(table, parts.grid, plan);
  const { by, of, total, multiple } = table;
  const cells = [...table.cells].map(([key, count]) => {
    const at = valuesOf(key);
    return { at, count: isHidden(at, table, parts, { plan, links }) ? null : count };
  });
  const hidden = cells.filter(({ count }) => count === null).length;
  return { by, of, ...(multiple.length === 0 && { total }), cells, hidden };
}

function isHidden(
  at: readonly string[],
  { by, of, multiple }: CountedTable,
  parts: Exclude<Parts, { kind: "grid" }>,
  { plan, links }: { readonly plan: Plan; readonly links: Links },
): boolean {
  if (parts.kind === "several") return plan.hidden.get(parts.list)?.has(keyOf(at)) ?? true;
  if (parts.kind === "line") return plan.hidden.get(parts.line)?.has(keyOf(at)) ?? true;
  // Of a field of which a thing may have several values each value is a list of its own, and stands before the other field.
  const [value = "", second] = multiple[0] === by[0] ? at : at.toReversed();
  const sorting =
    parts.kind === "flags"
      ? parts.flags.get(value)
      : links.find("row", of, [...multiple, ...by.filter((one) => one !== multiple[0])], value);
  if (sorting === undefined) return true;
  return plan.hidden.get(sorting)?.has(keyOf(second === undefined ? [value] : [value, second])) ?? true;
}

function tellGrid({ by, of, total }: CountedTable, grid: number, plan: Plan): ToldTable {
  const planned = plan.grids.get(grid);
  if (!planned) throw new Error(`the plan has no table by ${by.join(" and ")}`);
  const cells = planned.cells.map(({ row, column, count, isHidden: is }) => ({
    at: [row, column],
    count: is ? null : count,
  }));
  const together = planned.together.map((values) => [...values].sort());
  return {
    by,
    of,
    total,
    cells,
    hidden: cells.filter(({ count }) => count === null).length,
    ...(together.some((values) => values.length > 0) && {
      merged: Object.fromEntries(by.map((name, axis) => [name, together[axis] ?? []])),
    }),
  };
}
