import { type DateField, formatOf, otherFormatsOf, readDay } from "./field.ts";
import type { DateFormat } from "./mapping.ts";

/** A column of which the mapping says a format that is not the file's. */
export type WrongFormat = {
  readonly field: string;
  readonly column: string;
  readonly declared: DateFormat;
  /** How many rows say something there, and of how many it is no day as declared. */
  readonly filled: number;
  readonly unreadable: number;
  /** The format by which most of what stands there would be days, if there is just one. */
  readonly rather?: DateFormat;
};

/** Watches one column of days over all rows of its file. */
export type DayColumn = {
  readonly see: (text: string) => void;
  readonly findWrongFormat: () => WrongFormat | undefined;
};

/** Days that cannot be read are matters of single rows, while they are fewer than so many. */
const mostOdd = 20;
/** So few days tell nothing of their column, whatever they are. */
const fewest = 3;

/**
 * Tells odd rows from a wrong mapping. A format is wrong where it reads less than half of what stands in the column (day and month the
 * other way about read two days in five), or where another reads all of it and this one does not: a handful of rows can each be odd
 * in its own way, but not all in one.
 */
export function watchDays(name: string, field: DateField): DayColumn {
  const declared = formatOf(field);
  const byOthers = new Map<DateFormat, number>();
  let [filled, unreadable] = [0, 0];
  return {
    see: (given) => {
      const text = given.trim();
      if (text === "") return;
      filled += 1;
      const isDay = readDay(text, declared) !== undefined;
      if (!isDay) unreadable += 1;
      // A day by two formats at once is written with strokes; of others there is nothing to ask.
      if (isDay && !text.includes("/")) return;
      for (const format of otherFormatsOf(text, declared)) byOthers.set(format, (byOthers.get(format) ?? 0) + 1);
    },
    findWrongFormat: () => {
      const [[rather, days] = [undefined, 0], [, next] = [undefined, 0]] = [...byOthers].sort(([, a], [, b]) => b - a);
      const isMost = unreadable >= mostOdd && unreadable * 2 > filled;
      const isAnother = unreadable > 0 && filled >= fewest && days === filled;
      if (!isMost && !isAnother) return undefined;
      return {
        ...{ field: name, column: field.column, declared, filled, unreadable },
        ...(rather !== undefined && days > next && days * 2 > filled && { rather }),
      };
    },
  };
}
