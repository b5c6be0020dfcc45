import {
  fieldsOf,
  type Instant,
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
  due: textLike(/^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/),
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
  const due = Temporal.Instant.from(start).toZonedDateTimeISO(zone).add(Temporal.Duration.from(clock.due));
  return millisToInstant(due.epochMilliseconds);
}

/** Months since January 2020 in the zone: the only time a leaf of the log carries (docs/specs/leaf.md). */
export function periodOf(at: Instant, zone: string): number {
  const { year, month } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return (year - 2020) * 12 + (month - 1);
}
