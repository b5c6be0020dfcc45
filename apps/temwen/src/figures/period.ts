import { UsageError } from "../exit.ts";

/** Days from one to another, both in it; each a day, a month or a year. */
export type Period = { readonly from: string; readonly until: string };

const point = "\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?";
const form = new RegExp(`^(${point})(?:\\.\\.(${point}))?$`);

/** Reads `2016`, `2016-05` or `2016-01..2016-06`. Throws `UsageError`. */
export function readPeriod(word: string): Period {
  const [, from, until = from] = form.exec(word) ?? [];
  if (from === undefined || until === undefined || !isWithin(from, { from, until })) {
    throw new UsageError("--period needs a year, month or day, or two with .. between, like 2016-01..2016-06");
  }
  return { from, until };
}

/** Whether a day (`YYYY-MM-DD`, or a beginning of one), or all of a quarter, is in the period. */
export function isWithin(day: string, { from, until }: Period): boolean {
  const [first, last] = spanOf(day);
  return first.slice(0, from.length) >= from && last.slice(0, until.length) <= until;
}

/** What is told by its quarter alone could otherwise be found in a period of one month. */
function spanOf(day: string): readonly [first: string, last: string] {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(day) ?? [];
  if (year === undefined) return [day, day];
  const month = (number: number): string => `${year}-${String(number).padStart(2, "0")}`;
  return [`${month(Number(quarter) * 3 - 2)}-01`, `${month(Number(quarter) * 3)}-31`];
}
