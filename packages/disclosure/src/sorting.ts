import type { CountedCase } from "./counted-case.ts";
import type { Dimension } from "./dimension.ts";
import { keyOf, missing } from "./table.ts";

export type Unit = "cases" | "allegations";
type Allegation = CountedCase["allegations"][number];

/**
 * One way of sorting all things of a unit, each into exactly one cell but for `several`:
 * - `line`: by a field;
 * - `grid`: by two fields;
 * - `flag`: by one value of a field of which a thing may have several: it has it, or not, or (of `several`) says nothing of the field;
 * - `row`: the things with one such value by a second field, and all others into one cell;
 * - `several`: by a field of which a thing has one value or more, and so into one cell or more: the only one of this kind;
 * - `share`: into the part, what else it is a part of, and the rest.
 */
export type Sorting = {
  readonly kind: "line" | "grid" | "flag" | "row" | "several" | "share";
  readonly unit: Unit;
  /** Names of its fields, or of the share. */
  readonly by: readonly string[];
  /** Of a flag or a row: which value. */
  readonly value?: string;
  readonly cells: Cells;
};

/** The cells of a sorting, in the order in which they came. */
export type Cells = {
  readonly ids: Map<string, number>;
  readonly keys: string[];
  readonly counts: number[];
  /** Of cases: by how many the allegations of all cases in it miss one each; and the fewest and most of one. */
  readonly missed: number[];
  readonly fewest: number[];
  readonly most: number[];
};

/** The cell of whatever has a value not at all; no value holds a NUL. */
export const without = "\u0000";

export const emptyCells = (): Cells => ({ ids: new Map(), keys: [], counts: [], missed: [], fewest: [], most: [] });

export const copyCells = ({ ids, keys, counts, missed, fewest, most }: Cells): Cells => ({
  ids: new Map(ids),
  keys: [...keys],
  counts: [...counts],
  missed: [...missed],
  fewest: [...fewest],
  most: [...most],
});

/** Counts a thing into its cell; of a case, how many allegations it has. */
export function countInto(cells: Cells, key: string, allegations: number): number {
  let id = cells.ids.get(key);
  if (id === undefined) {
    id = cells.keys.length;
    cells.ids.set(key, id);
    cells.keys.push(key);
    cells.counts.push(0);
    cells.missed.push(0);
    cells.fewest.push(Number.POSITIVE_INFINITY);
    cells.most.push(0);
  }
  cells.counts[id] = (cells.counts[id] ?? 0) + 1;
  cells.missed[id] = (cells.missed[id] ?? 0) + Math.abs(allegations - 1);
  cells.fewest[id] = Math.min(cells.fewest[id] ?? allegations, allegations);
  cells.most[id] = Math.max(cells.most[id] ?? allegations, allegations);
  return id;
}

export type CellOf = (theCase: CountedCase, allegation: Allegation | undefined) => string;

const single = (one: Dimension | undefined, theCase: CountedCase, allegation: Allegation | undefined): string =>
  one?.valuesOf(theCase, allegation)[0] ?? missing;

/** Sorts by one field, or by two. */
export const byFields =
  (dimensions: readonly Dimension[]): CellOf =>
  (theCase, allegation) =>
    keyOf(dimensions.map((one) => single(one, theCase, allegation)));

/** Where a thing stands that has other values, or none; apart where everything would have one. */
const withoutAny = (multiple: Dimension, values: readonly string[]): string =>
  multiple.covers && values.includes(missing) ? missing : without;

/** Sorts what has a value not at all: what a value that comes up later is linked with until then. */
export const byNone =
  (multiple: Dimension): CellOf =>
  (theCase, allegation) =>
    withoutAny(multiple, multiple.valuesOf(theCase, allegation));

/** Sorts what has a value by a second field, or all of it into one cell; and all others into another. */
export const byValue =
  (multiple: Dimension, value: string, second: Dimension | undefined): CellOf =>
  (theCase, allegation) => {
    const values = multiple.valuesOf(theCase, allegation);
    if (!values.includes(value)) return withoutAny(multiple, values);
    return keyOf([value, ...(second ? [single(second, theCase, allegation)] : [])]);
  };
