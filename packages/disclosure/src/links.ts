import { type Combination, createCombinations } from "./combinations.ts";
import type { CountedCase } from "./counted-case.ts";
import type { Dimension } from "./dimension.ts";
import { createForest, type Forest } from "./forest.ts";
import {
  byFields,
  byNone,
  byValue,
  type CellOf,
  copyCells,
  countInto,
  emptyCells,
  type Sorting,
  type Unit,
  without,
} from "./sorting.ts";
import { missing } from "./table.ts";

/** What of a release sorts things: its tables, and its shares. */
export type LinkedTable = { readonly unit: Unit; readonly dimensions: readonly Dimension[] };
export type LinkedShare = { readonly name: string; readonly unit: Unit; readonly cellOf: CellOf };

/**
 * All sortings of a release, and of each two of them which cells have things in common. Cells of both that hang together, over however
 * many common things, hold the same things on either side: whoever knows the one side's sum knows the other's.
 */
export type Links = {
  readonly sortings: readonly Sorting[];
  readonly find: (kind: Sorting["kind"], unit: Unit, by: readonly string[], value?: string) => number | undefined;
  /** The values of a field of which a thing may have several; undefined where they are too many. */
  readonly valuesOf: (unit: Unit, by: readonly string[]) => readonly string[] | undefined;
  /** Of two sortings, the first of which was opened before: what hangs together. Cells of the first are even numbers, of the second odd. */
  readonly forestOf: (first: number, second: number) => Forest;
  /** In which cells of all sortings one thing stands together; of the first different ones. */
  readonly combinations: () => readonly Combination[];
};

/** More cells, or more sortings, than can be looked at together: their tables are not told. */
export const mostCells = 50_000;
const mostSortings = 160;
/** So many combinations are kept that were joined already. */
const mostSeen = 200_000;

type Open = Sorting & {
  readonly cellOf: CellOf;
  /** Of `several`: all cells of a thing. */
  readonly valuesOf: Dimension["valuesOf"] | undefined;
  /** What stands for it of things that came before it was opened. */
  readonly model: number | undefined;
  isOver: boolean;
};
type Family = {
  readonly unit: Unit;
  readonly multiple: Dimension;
  readonly second: Dimension | undefined;
  /** Sorts everything into `without`: what a value that comes up later was linked with until then. */
  readonly model: number;
  readonly values: Set<string>;
  isOver: boolean;
};
type Placed = readonly (readonly [sorting: number, cell: number])[];

type Opened = {
  readonly sortings: Open[];
  readonly forests: Forest[][];
  readonly places: Map<string, number>;
  readonly families: Map<string, Family>;
};
type Allegation = CountedCase["allegations"][number] | undefined;

/** Watches things one after another, and joins the cells that they are in. */
export function watchLinks(tables: readonly LinkedTable[], shares: readonly LinkedShare[]) {
  const opened: Opened = { sortings: [], forests: [], places: new Map(), families: new Map() };
  for (const table of tables) openTable(opened, table);
  for (const { name, unit, cellOf } of shares) openSorting(opened, { kind: "share", unit, by: [name] }, cellOf);
  const { sortings, forests, places, families } = opened;
  const seen = new Set<string>();
  /** The cells in which the case whose things are coming is counted already. */
  const taken = new Set<string>();
  let whose: string | undefined;
  const combinations = createCombinations();

  const place = (unit: Unit, theCase: CountedCase, allegation: Allegation): Placed => {
    const placed: (readonly [number, number])[] = [];
    for (const [n, sorting] of sortings.entries()) {
      if (sorting.unit !== unit || sorting.isOver) continue;
      const { cells, cellOf, valuesOf } = sorting;
      const put = (key: string): void => {
        const cell = taken.has(`${n} ${key}`) ? cells.ids.get(key) : undefined;
        placed.push([n, cell ?? countInto(cells, key, theCase.allegations.length)]);
        if (theCase.partOf !== undefined) taken.add(`${n} ${key}`);
      };
      if (valuesOf === undefined) put(cellOf(theCase, allegation));
      else for (const key of valuesOf(theCase, allegation)) put(key);
      if (cells.keys.length > mostCells) sorting.isOver = true;
    }
    return placed;
  };
  const joinOnce = (some: Placed, others: Placed): void => {
    const name = `${some.join(" ")}/${some === others ? "" : others.join(" ")}`;
    if (seen.has(name)) return;
    if (seen.size >= mostSeen) seen.clear();
    seen.add(name);
    join(forests, some, others);
  };

  return {
    add: (theCase: CountedCase): void => {
      if (theCase.partOf === undefined || theCase.partOf !== whose) taken.clear();
      whose = theCase.partOf;
      meetValues(opened, "cases", theCase, undefined);
      const ofCase = place("cases", theCase, undefined);
      joinOnce(ofCase, ofCase);
      const ofAll = [...ofCase];
      for (const allegation of theCase.allegations) {
        meetValues(opened, "allegations", theCase, allegation);
        const ofAllegation = place("allegations", theCase, allegation);
        joinOnce(ofAllegation, ofAllegation);
        joinOnce(ofCase, ofAllegation);
        ofAll.push(...ofAllegation);
      }
      combinations.add(theCase, ofAll);
    },
    links: (): Links => ({
      sortings,
      find: (kind, unit, by, value) => {
        const found = places.get(nameOf(kind, unit, by, value));
        return found === undefined || sortings[found]?.isOver ? undefined : found;
      },
      valuesOf: (unit, by) => {
        const family = families.get(nameOf("flag", unit, by));
        return family && !family.isOver ? [...family.values].sort() : undefined;
      },
      combinations: () => combinations.complete(sortings),
      forestOf: (first, second) => forests[second]?.[first] ?? createForest(),
    }),
  };
}

function openTable(opened: Opened, { unit, dimensions }: LinkedTable): void {
  const [multiple, another] = dimensions.filter((one) => one.isMultiple);
  // What overlaps both ways is not told.
  if (another || (multiple?.covers && dimensions.length > 1)) return;
  if (multiple?.covers) openSorting(opened, { kind: "several", unit, by: [multiple.name] }, () => missing, multiple);
  const singles = dimensions.filter((one) => !one.isMultiple);
  for (const one of singles) openSorting(opened, { kind: "line", unit, by: [one.name] }, byFields([one]));
  if (multiple) {
    openFamily(opened, unit, multiple);
    if (singles[0]) openFamily(opened, unit, multiple, singles[0]);
  } else if (singles.length > 1) {
    openSorting(opened, { kind: "grid", unit, by: singles.map(({ name }) => name) }, byFields(singles));
  }
}

function openFamily({ families, ...opened }: Opened, unit: Unit, multiple: Dimension, second?: Dimension): void {
  const by = [multiple, ...(second ? [second] : [])].map(({ name }) => name);
  const name = nameOf("flag", unit, by);
  if (families.has(name)) return;
  const sorting = { kind: second ? "row" : "flag", unit, by, value: without } as const;
  const model = openSorting({ families, ...opened }, sorting, byNone(multiple));
  families.set(name, { unit, multiple, second, model, values: new Set(), isOver: false });
}

function openSorting(
  { sortings, forests, places }: Opened,
  sorting: Omit<Sorting, "cells">,
  cellOf: CellOf,
  from?: Dimension | number,
): number {
  const name = nameOf(sorting.kind, sorting.unit, sorting.by, sorting.value);
  const known = places.get(name);
  if (known !== undefined) return known;
  const model = typeof from === "number" ? from : undefined;
  const valuesOf = typeof from === "object" ? from.valuesOf : undefined;
  const pattern = model === undefined ? undefined : sortings[model];
  forests.push(sortings.map((_, other) => copyLink(forests, model, other)));
  const cells = pattern ? copyCells(pattern.cells) : emptyCells();
  places.set(name, sortings.length);
  return sortings.push({ ...sorting, cells, cellOf, valuesOf, model, isOver: false }) - 1;
}

/** A value that comes up for the first time gets a sorting of its own; until now nothing had it. */
function meetValues(opened: Opened, unit: Unit, theCase: CountedCase, allegation: Allegation): void {
  for (const family of opened.families.values()) {
    if (family.unit !== unit) continue;
    const { multiple, second, values, model } = family;
    for (const value of multiple.valuesOf(theCase, allegation)) {
      if (values.has(value) || family.isOver || (multiple.covers && value === missing)) continue;
      if (opened.sortings.length >= mostSortings) {
        family.isOver = true;
        continue;
      }
      values.add(value);
      const by = [multiple, ...(second ? [second] : [])].map((one) => one.name);
      const sorting = { kind: second ? "row" : "flag", unit, by, value } as const;
      openSorting(opened, sorting, byValue(multiple, value, second), model);
    }
  }
}

function join(forests: readonly (readonly Forest[])[], some: Placed, others: Placed): void {
  for (const [one, cell] of some) {
    for (const [other, otherCell] of others) {
      if (one < other) forests[other]?.[one]?.join(2 * cell, 2 * otherCell + 1);
      else if (one > other) forests[one]?.[other]?.join(2 * otherCell, 2 * cell + 1);
    }
  }
}

const nameOf = (kind: Sorting["kind"], unit: Unit, by: readonly string[], value = ""): string =>
  JSON.stringify([kind, unit, by, value]);

/** How a sorting that opens now hangs together with an earlier one: as its model does. */
function copyLink(forests: readonly (readonly Forest[])[], model: number | undefined, other: number): Forest {
  if (model === undefined || model === other) return createForest();
  // Of two sortings the earlier has the even numbers; the new one is later than any.
  const copied = model > other ? forests[model]?.[other]?.copy(false) : forests[other]?.[model]?.copy(true);
  return copied ?? createForest();
}
