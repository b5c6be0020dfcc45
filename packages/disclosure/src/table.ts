/** What stands for a value that a row does not say. */
export const missing = "(missing)";

/** Counts by the values of one field or two. */
export type CountedTable = {
  readonly by: readonly string[];
  readonly of: "cases" | "allegations";
  /** Those of its fields of which one thing may have several values (flags): then the cells have no sum. */
  readonly multiple: readonly string[];
  /** Of those: of which everything has a value, `(missing)` at least. */
  readonly covering?: readonly string[];
  /** By the values, put together by `keyOf`; only cells in which something is. */
  readonly cells: ReadonlyMap<string, number>;
  /** How many things were counted. */
  readonly total: number;
};

const between = "\u0000";

/** The values of a cell as one key; no value holds a NUL, which no file may hold. */
export const keyOf = (values: readonly string[]): string => values.join(between);

/** The values of a cell. */
export const valuesOf = (key: string): readonly string[] => key.split(between);
