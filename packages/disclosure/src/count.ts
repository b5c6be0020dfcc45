import type { Counted } from "./counted.ts";
import type { CountedCase, Declared, FieldKind, Fields } from "./counted-case.ts";
import { type Dimension, dimensionOf } from "./dimension.ts";
import { watchLinks } from "./links.ts";
import type { CellOf } from "./sorting.ts";
import { summarise } from "./summary.ts";
import { type CountedTable, keyOf, missing } from "./table.ts";

export type TableQuestion = { readonly by: readonly string[]; readonly of?: "cases" | "allegations" | undefined };

/** What is to be counted. */
export type Question = {
  readonly declared: Declared;
  readonly tables: readonly TableQuestion[];
  readonly durations: { readonly [name: string]: { readonly from: string; readonly to: string } };
  readonly shares: {
    readonly [name: string]: {
      readonly field: string;
      readonly part: readonly string[];
      readonly among: readonly string[];
    };
  };
  /** Everything is told, so nobody need know what one table says of another. */
  readonly isWhole?: boolean;
};

export type Counter = { readonly add: (theCase: CountedCase) => void; readonly result: () => Counted };

type TableCount = Omit<CountedTable, "total" | "cells"> & {
  readonly dimensions: readonly Dimension[];
  readonly cells: Map<string, number>;
  /** The cells in which the case whose things are coming stands already. */
  readonly taken: Set<string>;
};

const dayMillis = 86_400_000;

/** Counts cases one by one. Throws where a table names a dimension that is not there: whoever asks looks first. */
export function createCounter(question: Question): Counter {
  const tables = question.tables.map((table) => openTable(table, question.declared));
  const durations = new Map(Object.keys(question.durations).map((name) => [name, new Map<number, number>()]));
  const numberNames = namesOfKind(question.declared, "number");
  const numbers = new Map(numberNames.map(({ name }) => [name, new Map<number, number>()]));
  const pseudonymNames = namesOfKind(question.declared, "pseudonym");
  const distinct = new Map(pseudonymNames.map(({ name }) => [name, new Set<unknown>()]));
  const shares = new Map(
    Object.keys(question.shares).map((name) => [name, { part: 0, among: 0, counts: new Map<string, number>() }]),
  );
  const watch = question.isWhole
    ? undefined
    : watchLinks(
        tables.map(({ of, dimensions }) => ({ unit: of, dimensions })),
        sharesIn(question),
      );
  const casesOf = new Map<string, number>();
  let [cases, allegations] = [0, 0];
  let whose: string | undefined;

  const addFields = (fields: Fields, level: "cases" | "allegations"): void => {
    for (const { name, at } of numberNames) {
      const value = at === level ? fields[name] : undefined;
      if (typeof value === "number") increase(numbers.get(name), value);
    }
    for (const { name, at } of pseudonymNames) {
      const value = at === level ? fields[name] : undefined;
      if (value !== undefined) distinct.get(name)?.add(value);
    }
    for (const [name, { field, part, among }] of Object.entries(question.shares)) {
      const share = Object.hasOwn(question.declared[level], field) ? shares.get(name) : undefined;
      if (!share) continue;
      const value = String(fields[field] ?? missing);
      increase(share.counts, value);
      if (among.includes(value)) share.among += 1;
      if (part.includes(value)) share.part += 1;
    }
  };

  return {
    add: (theCase) => {
      const isNext = theCase.partOf === undefined || theCase.partOf !== whose;
      whose = theCase.partOf;
      if (isNext) {
        cases += 1;
        for (const { taken } of tables) taken.clear();
      }
      allegations += theCase.allegations.length;
      for (const table of tables) countInto(table, theCase);
      watch?.add(theCase);
      for (const [name, { from, to }] of Object.entries(question.durations)) {
        const days = daysBetween(theCase.fields[from], theCase.fields[to]);
        if (days !== undefined && days >= 0) increase(durations.get(name), days);
      }
      addFields(theCase.fields, "cases");
      for (const { fields } of theCase.allegations) addFields(fields, "allegations");
      const inIt = new Set(theCase.allegations.flatMap(({ respondent }) => respondent ?? []));
      for (const respondent of inIt) increase(casesOf, respondent);
    },
    result: () => {
      const byCases = new Map<number, number>();
      for (const count of casesOf.values()) increase(byCases, count);
      return {
        cases,
        allegations,
        respondents: { distinct: casesOf.size, byCases },
        tables: tables.map(({ dimensions: _, taken: __, ...table }) => ({
          ...table,
          // Of things of which one stands in several cells, their number; else what all cells are together.
          total: table.multiple.length > 0 ? { cases, allegations }[table.of] : sumOf(table.cells),
        })),
        durations: Object.fromEntries([...durations].map(([name, counts]) => [name, summarise(counts)])),
        numbers: Object.fromEntries([...numbers].map(([name, counts]) => [name, summarise(counts)])),
        distinct: Object.fromEntries([...distinct].map(([name, values]) => [name, values.size])),
        shares: Object.fromEntries(shares),
        ...(watch && { links: watch.links() }),
      };
    },
  };
}

/** What a share sorts things into: the part, what else it is a part of, and the rest. */
function sharesIn({ shares, declared }: Question) {
  return Object.entries(shares).map(([name, { field, part, among }]) => {
    const isOfCase = Object.hasOwn(declared.cases, field);
    const cellOf: CellOf = (theCase, allegation) => {
      const value = String((isOfCase ? theCase : allegation)?.fields[field] ?? missing);
      if (part.includes(value)) return "part";
      return among.includes(value) ? "among" : "rest";
    };
    return { name, unit: isOfCase ? ("cases" as const) : ("allegations" as const), cellOf };
  });
}

function namesOfKind(declared: Declared, kind: FieldKind) {
  return (["cases", "allegations"] as const).flatMap((at) =>
    Object.entries(declared[at]).flatMap(([name, one]) => (one === kind ? [{ name, at }] : [])),
  );
}

function openTable({ by, of }: TableQuestion, declared: Declared): TableCount {
  const dimensions = by.map((name) => {
    const dimension = dimensionOf(name, declared);
    if (!dimension) throw new Error(`there is no dimension ${name}`);
    return dimension;
  });
  const needsAllegation = dimensions.some(({ level }) => level === "allegation");
  const unit = needsAllegation ? "allegations" : (of ?? "cases");
  const multiple = dimensions.filter((one) => one.isMultiple).map(({ name }) => name);
  const covering = dimensions.filter(({ covers }) => covers).map(({ name }) => name);
  return { by, of: unit, multiple, covering, dimensions, cells: new Map(), taken: new Set() };
}

function countInto({ of, dimensions, cells, taken }: TableCount, theCase: CountedCase): void {
  const put = (key: string): void => {
    if (theCase.partOf !== undefined) {
      if (taken.has(key)) return;
      taken.add(key);
    }
    increase(cells, key);
  };
  const things = of === "cases" ? [undefined] : theCase.allegations;
  for (const thing of things) {
    const [first = [], second] = dimensions.map(({ valuesOf }) => valuesOf(theCase, thing));
    for (const one of first) {
      if (second === undefined) put(one);
      else for (const other of second) put(keyOf([one, other]));
    }
  }
}

const sumOf = (cells: ReadonlyMap<string, number>): number =>
  [...cells.values()].reduce((sum, count) => sum + count, 0);

function increase<Key>(counts: Map<Key, number> | undefined, key: Key): void {
  counts?.set(key, (counts.get(key) ?? 0) + 1);
}

function daysBetween(from: string | number | undefined, to: string | number | undefined): number | undefined {
  return typeof from === "string" && typeof to === "string"
    ? (Date.parse(to) - Date.parse(from)) / dayMillis
    : undefined;
}
