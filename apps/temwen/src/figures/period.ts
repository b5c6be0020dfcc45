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

/** Whether a day (`YYYY-MM-DD`, or a beginning of one) is in the period. */
export const isWithin = (day: string, { from, until }: Period): boolean =>
  day.slice(0, from.length) >= from && day.slice(0, until.length) <= until;
