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
import { type Basis, bases } from "./basis.ts";
import { addWorkingDays, type WorkCalendar } from "./calendars.ts";
import { addMonths, type LocalDay, moveLocally } from "./local-days.ts";

/** What must be true of a case: each fact that is named is one of the words beside it. */
export type ClockCondition = {
  readonly track?: readonly string[];
  readonly class?: readonly string[];
  readonly child?: readonly string[];
  /** Of a referral: the State of its forum, as the forum's id begins. */
  readonly state?: readonly string[];
};

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
  /** Whether a missed one may be proved in public and so has a stop label in every complaint. */
  readonly publish: boolean;
  /** It starts so long behind another fact at the latest, whether its own came by then or not. */
  readonly startsBy?: { readonly on: string; readonly after: string };
  /** The days of `due` are working days of this calendar. */
  readonly days?: "working";
  readonly calendar?: string;
  /** It runs on cases of which one of these holds; on every case where none is said. */
  readonly when?: readonly ClockCondition[];
  /** A duty that comes back: this long behind the hour before, or behind the last `renewsOn`. */
  readonly every?: string;
  readonly renewsOn?: string;
  /** Who must act instead, so long behind the due hour. */
  readonly escalates?: readonly { readonly after: string; readonly to: string }[];
  /** It may be given more time, at most this much, by a signed act with a reason. */
  readonly extends?: { readonly most: string };
};

const duration = textLike(/^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/);
const factName = textLike(/^[a-z-]+\.[a-z-]+$/);
const id = textLike(/^[a-z][a-z-]{1,31}$/);
const words = listOf(textLike(/^[a-z][a-z-]{1,47}$/), 64);

const wellFormed: Shape<Clock> = fieldsOf(
  {
    id,
    startsOn: factName,
    stopsOn: factName,
    due: duration,
    bearer: textUpTo(60),
    source: textUpTo(300),
    basis: oneOf(...bases),
    publish: truth,
  },
  {
    startsBy: fieldsOf({ on: factName, after: duration }),
    days: oneOf("working"),
    calendar: id,
    when: listOf(fieldsOf({}, { track: words, class: words, child: words, state: words }), 8),
    every: textLike(/^P(?=.*[1-9])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/),
    renewsOn: factName,
    escalates: listOf(fieldsOf({ after: duration, to: textLike(/^[a-z][a-z-]{1,31}$/) }), 4),
    extends: fieldsOf({ most: duration }),
  },
);

/** Reads a clock; members that mean something only together are refused alone. */
export const clockShape: Shape<Clock> = (value) => {
  const clock = wellFormed(value);
  return clock && isWhole(clock) ? clock : undefined;
};

/** The clock that no pack declares: the day that an act in a matter names for an answer (docs/specs/streams.md). */
export const answerDay = "answer-day";

/** All clocks of a pack. */
export const clocksShape: Shape<readonly Clock[]> = listOf(clockShape, 100);

function isWhole({ due, days, calendar, when, every, renewsOn, publish, ...more }: Clock): boolean {
  const isCounted = days === undefined ? calendar === undefined : calendar !== undefined && /^P\d+D$/.test(due);
  const isRenewed = (every === undefined) === (renewsOn === undefined) && !(every !== undefined && days !== undefined);
  // A stop label that stands twice in the log would tie its leaves together, and a proof of silence knows of no extension.
  const isProvable = !publish || (every === undefined && more.extends === undefined);
  const startsTwice = more.startsBy === undefined || more.startsBy.on !== more.startsOn;
  const saysWhen = when?.every((one) => Object.keys(one).length > 0) ?? true;
  return isCounted && isRenewed && isProvable && startsTwice && saysWhen;
}

/** By which calendars days are counted. */
export type Counting = { readonly zone: string; readonly calendars?: readonly WorkCalendar[] };

/**
 * When a clock that started at `start` is due, in the mission's zone: days and months are the zone's calendar days
 * (a day with a clock change is still a day), hours are hours. Throws where it names a calendar that is not there; packs with
 * such a clock are not read.
 */
export const clockDue = (clock: Clock, start: Instant, counting: Counting): Instant =>
  add(start, readDuration(clock.due), { zone: counting.zone, calendar: findCalendar(clock, counting) });

/** The hours at which a clock that comes back is due, from the first that nobody answered on. `renewed` is the last answer. */
export function* turnsOf(
  clock: Clock & { readonly every: string },
  { start, renewed }: { readonly start: Instant; readonly renewed: Instant | undefined },
  { zone }: Counting,
): Generator<Instant, never> {
  const every = readDuration(clock.every);
  const first = renewed === undefined ? readDuration(clock.due) : every;
  for (let turn = 0; ; turn += 1) yield add(renewed ?? start, plus(first, every, turn), { zone });
}

/** The hour so long behind another, on the zone's calendar. */
export const hourBehind = (at: Instant, spelled: string, zone: string): Instant =>
  add(at, readDuration(spelled), { zone });

function findCalendar({ days, calendar }: Clock, { calendars = [] }: Counting): WorkCalendar | undefined {
  if (days === undefined) return undefined;
  const found = calendars.find((one) => one.id === calendar);
  if (!found) throw new Error(`no calendar ${calendar}`);
  return found;
}

/** A duration as it is counted: months, then days, both of the calendar; then time that elapses. */
type Span = { readonly months: number; readonly days: number; readonly millis: number };

type Where = { readonly zone: string; readonly calendar?: WorkCalendar | undefined };

function add(at: Instant, { months, days, millis }: Span, { zone, calendar }: Where): Instant {
  const start = instantToMillis(at);
  const move = (day: LocalDay): LocalDay =>
    calendar ? addWorkingDays(day, days, calendar) : addMonths(day, months) + days;
  const moved = months === 0 && days === 0 ? start : moveLocally(start, zone, move);
  return millisToInstant(moved + millis);
}

const plus = (a: Span, b: Span, times: number): Span => ({
  months: a.months + b.months * times,
  days: a.days + b.days * times,
  millis: a.millis + b.millis * times,
});

const spans = new Map<string, Span>();

/** There are as many spellings as the pack has, and each is read once. */
function readDuration(spelled: string): Span {
  const read = spans.get(spelled) ?? toSpan(Temporal.Duration.from(spelled));
  spans.set(spelled, read);
  return read;
}

const toSpan = ({ years, months, weeks, days, hours, minutes, seconds }: Temporal.Duration): Span => ({
  months: years * 12 + months,
  days: weeks * 7 + days,
  millis: ((hours * 60 + minutes) * 60 + seconds) * 1000,
});
