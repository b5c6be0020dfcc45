import { fieldsOf, listOf, oneOf, type Shape, textLike, textUpTo } from "@temwen/vocabulary";
import { type Basis, bases } from "./basis.ts";
import type { LocalDay } from "./local-days.ts";

/** Days of the week, as `Date` counts them. */
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
type Weekday = (typeof weekdays)[number];

/** Which days are worked somewhere (docs/specs/deadlines.md). A holiday without a source is none. */
export type WorkCalendar = {
  readonly id: string;
  readonly workdays: readonly Weekday[];
  /** Days that are not worked though their weekday is, `2026-01-01`. */
  readonly holidays: readonly string[];
  readonly source: string;
  readonly basis: Basis;
};

const date = textLike(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const dateThatIs: Shape<string> = (value) => {
  const read = date(value);
  return read !== undefined && new Date(read).toISOString().startsWith(read) ? read : undefined;
};

const calendarShape: Shape<WorkCalendar> = fieldsOf({
  id: textLike(/^[a-z][a-z-]{1,31}$/),
  workdays: listOf(oneOf(...weekdays), 7),
  holidays: listOf(dateThatIs, 1000),
  source: textUpTo(300),
  basis: oneOf(...bases),
});

/** All calendars of a pack; in each at least one day of the week is worked. */
export const calendarsShape: Shape<readonly WorkCalendar[]> = (value) => {
  const read = listOf(calendarShape, 64)(value);
  return read?.every(({ workdays }) => workdays.length > 0) ? read : undefined;
};

/** The day so many working days behind another, which itself does not count. */
export function addWorkingDays(day: LocalDay, count: number, { workdays, holidays }: WorkCalendar): LocalDay {
  let at = day;
  for (let left = count; left > 0; ) {
    at += 1;
    // 1970-01-01 was a Thursday.
    const weekday = weekdays[(((at + 4) % 7) + 7) % 7];
    const isWorked = weekday !== undefined && workdays.includes(weekday);
    if (isWorked && !holidays.includes(new Date(at * 86_400_000).toISOString().slice(0, 10))) left -= 1;
  }
  return at;
}
