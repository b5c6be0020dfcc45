import {
  fieldsOf,
  type Instant,
  instantToMillis,
  listOf,
  millisToInstant,
  oneOf,
  type Shape,
  textLike,
  textUpTo,
  truth,
} from "@temwen/vocabulary";
import { Temporal } from "temporal-polyfill";

/** How well a fact is known. Only what was found may be shown as fact; the rest is a platform default, unverified. */
export const bases = ["found", "memory", "platform-default"] as const;
export type Basis = (typeof bases)[number];

/** A duty with a time limit, as data (docs/specs/deadlines.md). Its id is final; its duration is not. */
export type Clock = {
  readonly id: string;
  readonly startsOn: string;
  readonly stopsOn: string;
  /** ISO 8601 duration, for example `P7D` or `PT24H`. */
  readonly due: string;
  readonly bearer: string;
  readonly source: string;
  readonly basis: Basis;
  /** Whether a missed one may be published and so has a stop label in every complaint. */
  readonly publish: boolean;
};

export const clockShape: Shape<Clock> = fieldsOf({
  id: textLike(/^[a-z][a-z-]{1,31}$/),
  startsOn: textLike(/^[a-z-]+\.[a-z-]+$/),
  stopsOn: textLike(/^[a-z-]+\.[a-z-]+$/),
  due: textLike(/^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/),
  bearer: textUpTo(60),
  source: textUpTo(300),
  basis: oneOf(...bases),
  publish: truth,
});

/** All clocks of a pack. */
export const clocksShape: Shape<readonly Clock[]> = listOf(clockShape, 100);

/**
 * When a clock that started at `start` is due, in the mission's zone: days and months are the zone's calendar days
 * (a day with a clock change is still a day), hours are hours.
 */
export function clockDue(clock: Clock, start: Instant, zone: string): Instant {
  const millis = instantToMillis(start);
  const duration = readDuration(clock.due);
  const plain = plainMillis(duration);
  if (plain !== undefined && sameOffset(millis, millis + plain, zone)) return millisToInstant(millis + plain);
  return millisToInstant(inZone(millis, zone).add(duration).epochMilliseconds);
}

/** Days, weeks and hours in milliseconds, where every day has 24 hours; undefined for months and years. */
function plainMillis({ years, months, weeks, days, hours, minutes, seconds }: Temporal.Duration): number | undefined {
  if (years > 0 || months > 0) return undefined;
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** A stretch of time in which a zone's clocks are not changed, in milliseconds. */
type Stretch = { readonly zone: string; readonly from: number; readonly until: number };
let lastStretch: Stretch = { zone: "", from: 0, until: 0 };

/** Whether no change of the clocks lies between two hours: nearly all that are filed are of one stretch. */
function sameOffset(start: number, end: number, zone: string): boolean {
  if (zone !== lastStretch.zone || start < lastStretch.from || start >= lastStretch.until) {
    lastStretch = readStretch(start, zone);
  }
  return end < lastStretch.until;
}

function readStretch(millis: number, zone: string): Stretch {
  const here = inZone(millis, zone);
  // The change at this very moment counts as past.
  const until = here.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  return { zone, from: millis, until };
}

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
  const first = inZone(millis, zone).with({ day: 1 }).startOfDay();
  const until = first.add({ months: 1 }).startOfDay();
  const period = (first.year - 2020) * 12 + (first.month - 1);
  return { zone, from: first.epochMilliseconds, until: until.epochMilliseconds, period };
}

const inZone = (millis: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);

const durations = new Map<string, Temporal.Duration>();

/** There are as many spellings as the pack has, and each is read once. */
function readDuration(spelled: string): Temporal.Duration {
  const read = durations.get(spelled) ?? Temporal.Duration.from(spelled);
  durations.set(spelled, read);
  return read;
}
