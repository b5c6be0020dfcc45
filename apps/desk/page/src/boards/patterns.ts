import type { SurveyedCase } from "../../../keeper/src/survey/survey-views.ts";
import { sealedUnit, unitOf, unknown } from "./units.ts";

/** By what allegations can be sorted. */
export const patternFields = ["unit", "forces", "kind", "department", "month", "right"] as const;
export type PatternField = (typeof patternFields)[number];

/** A cell: how many allegations, and in which cases. */
export type PatternCell = { readonly count: number; readonly cases: readonly SurveyedCase[] };
export type Pattern = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cellOf: (row: string, column: string) => PatternCell;
  readonly totalOf: (row: string) => PatternCell;
  readonly allegations: number;
};

const nothing: PatternCell = { count: 0, cases: [] };

/** Counts allegations by two fields. An allegation against several forces is counted once at each force that it names. */
export function countPattern(cases: readonly SurveyedCase[], by: PatternField, across: PatternField): Pattern {
  const cells = new Map<string, PatternCell>();
  const totals = new Map<string, PatternCell>();
  const columnTotals = new Map<string, number>();
  let allegations = 0;
  for (const one of cases) {
    for (const allegation of one.allegations) {
      allegations += 1;
      for (const row of valuesOf(one, allegation, by)) {
        totals.set(row, grow(totals.get(row), one));
        for (const column of valuesOf(one, allegation, across)) {
          const key = keyOf(row, column);
          cells.set(key, grow(cells.get(key), one));
          columnTotals.set(column, (columnTotals.get(column) ?? 0) + 1);
        }
      }
    }
  }
  const rowCounts = [...totals].map(([name, { count }]) => [name, count] as const);
  return {
    rows: sortNames(rowCounts, by),
    columns: sortNames([...columnTotals], across),
    cellOf: (row, column) => cells.get(keyOf(row, column)) ?? nothing,
    totalOf: (row) => totals.get(row) ?? nothing,
    allegations,
  };
}

type Allegation = SurveyedCase["allegations"][number];

function valuesOf({ assessed }: SurveyedCase, allegation: Allegation, field: PatternField) {
  const { right, kind, forces } = allegation;
  switch (field) {
    case "unit":
      return [unitOf(allegation)];
    case "forces":
      return forces;
    case "kind":
      return [kind];
    case "department":
      return [assessed?.department ?? unknown];
    case "month":
      return [assessed?.month ?? unknown];
    case "right":
      return [right];
  }
}

const keyOf = (row: string, column: string): string => `${row} ${column}`;

const grow = (cell: PatternCell | undefined, one: SurveyedCase): PatternCell => ({
  count: (cell?.count ?? 0) + 1,
  cases: cell?.cases.includes(one) ? cell.cases : [...(cell?.cases ?? []), one],
});

/** Months as they follow each other; the rest by how many, most first. What is unknown or sealed comes last. */
function sortNames(counts: readonly (readonly [name: string, count: number])[], field: PatternField) {
  const isLast = (name: string): number => [unknown, sealedUnit].indexOf(name) + 1;
  const byCount = field === "month" ? 0 : 1;
  return counts
    .toSorted(([a, m], [b, n]) => isLast(a) - isLast(b) || byCount * (n - m) || Number(a > b) - Number(a < b))
    .map(([name]) => name);
}
