import { Temporal } from "temporal-polyfill";

// Days as a zone's calendar has them. Where no change of the clocks is near, whole numbers do it, so that a million clocks
// are counted in seconds; near one, Temporal decides.

const dayMillis = 86_400_000;

/** A day of the zone's calendar, counted from 1970-01-01. */
export type LocalDay = number;

/** The moment at the same local hour of another day, in milliseconds; as Temporal's "compatible" where that is none or two. */
export function moveLocally(millis: number, zone: string, move: (day: LocalDay) => LocalDay): number {
  const local = millis + stretchAt(millis, zone).offset;
  const day = Math.floor(local / dayMillis);
  return localToMillis(move(day) * dayMillis + (local - day * dayMillis), zone);
}

/** A day so many months later; the last of its month where there is no such day. */
export function addMonths(day: LocalDay, months: number): LocalDay {
  if (months === 0) return day;
  const from = new Date(day * dayMillis);
  const month = from.getUTCMonth() + months;
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last)) / dayMillis;
}

function localToMillis(local: number, zone: string): number {
  const { offset, from, until } = stretchAt(local - stretchAt(local, zone).offset, zone);
  const millis = local - offset;
  if (millis - from > dayMillis && until - millis > dayMillis) return millis;
  const plain = new Date(local).toISOString().slice(0, -1);
  return Temporal.PlainDateTime.from(plain).toZonedDateTime(zone).epochMilliseconds;
}

/** A stretch of time in which a zone's clocks are not changed, in milliseconds; the change itself counts as past. */
type Stretch = { readonly from: number; readonly until: number; readonly offset: number };

const known = new Map<string, Stretch[]>();

function stretchAt(millis: number, zone: string): Stretch {
  const stretches = known.get(zone) ?? [];
  const found = stretches.find(({ from, until }) => millis >= from && millis < until);
  if (found) return found;
  const read = readStretch(millis, zone);
  known.set(zone, [read, ...stretches]);
  return read;
}

function readStretch(millis: number, zone: string): Stretch {
  const here = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);
  // A transition at this very moment is the beginning of what follows.
  const before = here.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const next = here.getTimeZoneTransition("next");
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1e6,
  };
}
