import { type Instant, instantToMillis } from "@temwen/vocabulary";
import { Temporal } from "temporal-polyfill";

/** Months since January 2020 in the zone: the only time a leaf of the log carries (docs/specs/leaf.md). */
export function periodOf(at: Instant, zone: string): number {
  const millis = instantToMillis(at);
  if (millis < known.from || millis >= known.until || zone !== known.zone) known = readMonth(millis, zone);
  return known.period;
}

/** The month that was asked for last: nearly all that are filed are of one. */
type Month = { readonly zone: string; readonly from: number; readonly until: number; readonly period: number };
let known: Month = { zone: "", from: 0, until: 0, period: 0 };

function readMonth(millis: number, zone: string): Month {
  const first = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone).with({ day: 1 }).startOfDay();
  const until = first.add({ months: 1 }).startOfDay();
  const period = (first.year - 2020) * 12 + (first.month - 1);
  return { zone, from: first.epochMilliseconds, until: until.epochMilliseconds, period };
}
