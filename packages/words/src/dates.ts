import type { Instant } from "@temwen/vocabulary";
import { fill } from "./fill.ts";

/** How a language tells dates: its months, and what stands between day, month and year. */
export type DateWords = {
  readonly months: readonly string[];
  /** `{day} {month} {year}` and `{month} {year}`; in Spanish `{day} de {month} de {year}`. */
  readonly dates: { readonly day: string; readonly month: string };
};

/**
 * An instant as a day in the mission's time zone: `21 novanm 2026`.
 * The month's name comes from our own list, because Intl does not know Creole;
 * only the arithmetic of the zone is Intl's.
 */
export function dayText({ months, dates }: DateWords, instant: Instant, timeZone: string): string {
  const part = zoned(instant, timeZone);
  const month = months[part("month") - 1] ?? part("month");
  return fill(dates.day, { day: part("day"), month, year: part("year") });
}

/** The hour of the day in the mission's time zone, from 0 to 23. */
export const hourOf = (instant: Instant, timeZone: string): number => zoned(instant, timeZone)("hour") % 24;

/** The same with the hour: `21 novanm 2026, 14:05`. */
export function hourText(words: DateWords, instant: Instant, timeZone: string): string {
  const part = zoned(instant, timeZone);
  const minutes = String(part("minute")).padStart(2, "0");
  return `${dayText(words, instant, timeZone)}, ${part("hour") % 24}:${minutes}`;
}

/** A month of a year: `novanm 2026`. Nothing where there is no such month. */
export function monthText({ months, dates }: DateWords, year: string, month: number): string | undefined {
  const name = months[month - 1];
  return name === undefined ? undefined : fill(dates.month, { month: name, year });
}

/** How often the day changes between two instants in the mission's time zone: 1 from evening to the next morning. */
export function daysBetween(from: Instant, to: Instant, timeZone: string): number {
  const days = (instant: Instant): number => {
    const part = zoned(instant, timeZone);
    return Date.UTC(part("year"), part("month") - 1, part("day")) / 86_400_000;
  };
  return days(to) - days(from);
}

/** What the clock and the calendar of a zone show at an instant, part by part. */
export function zoned(instant: Instant, timeZone: string): (type: Intl.DateTimeFormatPartTypes) => number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hour12: false,
  }).formatToParts(new Date(instant));
  return (type) => Number(parts.find((part) => part.type === type)?.value);
}
