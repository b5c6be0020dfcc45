import { type Instant, millisToInstant } from "@temwen/vocabulary";
import { type DateWords, zoned } from "./dates.ts";
import { fill } from "./fill.ts";

/** A day of the calendar, which is the same in every zone: `2026-11-21` as `21 novanm 2026`. */
export function calendarDayText({ months, dates }: DateWords, day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return fill(dates.day, { day: Number(date), month: months[Number(month) - 1] ?? month, year });
}

/** The day of the calendar in the mission's time zone: `2026-11-21`. */
export function dayIn(instant: Instant, timeZone: string): string {
  const part = zoned(instant, timeZone);
  const two = (type: Intl.DateTimeFormatPartTypes) => String(part(type)).padStart(2, "0");
  return `${part("year")}-${two("month")}-${two("day")}`;
}

/**
 * When it is a full hour of a day in the mission's time zone. An hour that the zone leaves out is the one behind it, and of
 * one that comes twice it is one of the two.
 */
export function instantOf(day: string, hour: number, timeZone: string): Instant {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, "0")}:00:00.000Z`);
  const shownAt = (millis: number): number => {
    const part = zoned(millisToInstant(millis), timeZone);
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour") % 24, part("minute"));
  };
  // The zone may change between the guess and what it leads to: once more from there.
  const near = wanted - (shownAt(wanted) - wanted);
  return millisToInstant(near - (shownAt(near) - wanted));
}
