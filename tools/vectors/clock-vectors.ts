// Vectors of what clocks may say besides: working days, turns that come back, more time, and who must act instead.
import { type Clock, clockDue, hourBehind, type Pack, turnsOf, type WorkCalendar } from "@temwen/mission-pack";
import type { Instant, Json } from "@temwen/vocabulary";
import { testPack, zone } from "./deadline-vectors.ts";

const calendar: WorkCalendar = {
  id: "example",
  workdays: ["mon", "tue", "wed", "thu", "fri"],
  holidays: ["2026-11-18"],
  source: "an example; the holiday is made up",
  basis: "platform-default",
};

const inquiry: Clock = {
  id: "inquiry",
  startsOn: "case.admitted",
  stopsOn: "case.findings-recommended",
  due: "P6M",
  bearer: "office",
  source: "an example",
  basis: "platform-default",
  publish: false,
  extends: { most: "P6M" },
};

/** The pack of the vectors with a clock that may be put off: no filing names its deadlines, so cases go by them. */
export const extendingPack: Pack = { ...testPack, clocks: [...testPack.clocks, inquiry] };

/** Start, number of working days, and what the case shows. 1 November 2026 is a Sunday, and Haiti's clocks change. */
const workingDays: readonly (readonly [string, number, string])[] = [
  ["2026-11-02T14:00:00.000Z", 5, "a Monday and five working days: the next Monday"],
  ["2026-11-06T22:30:00.000Z", 1, "a Friday evening: the Monday at the same local hour"],
  ["2026-11-07T03:30:00.000Z", 1, "still Friday in the zone, Saturday in London"],
  ["2026-11-07T14:00:00.000Z", 1, "a Saturday counts for nothing: the first day is Monday"],
  ["2026-10-30T16:00:00.000Z", 1, "over a change of the clock: the same local hour"],
  ["2026-11-16T14:00:00.000Z", 3, "a holiday of the calendar is not worked"],
  ["2026-11-02T14:00:00.000Z", 10, "ten working days, a holiday among them"],
];

/** Due, every, start, the last answer, and what the case shows. */
const turns: readonly (readonly [string, string, string, string | null, string])[] = [
  ["P28D", "P28D", "2026-11-03T15:00:00.000Z", null, "every 28 days from the start"],
  ["P12M", "P6M", "2026-08-31T15:00:00.000Z", null, "twelve months, then every six, each counted from the start"],
  ["P12M", "P6M", "2026-11-03T15:00:00.000Z", "2027-10-01T15:00:00.000Z", "from the last answer on, every six months"],
];

export function clockVectors(): Json {
  const counting = { zone, calendars: [calendar] };
  const working = (count: number): Clock => ({
    ...inquiry,
    due: `P${count}D`,
    days: "working",
    calendar: calendar.id,
  });
  return {
    spec: "docs/specs/deadlines.md",
    zone,
    calendar: calendar as unknown as Json,
    workingDays: workingDays.map(([start, count, shows]) => ({
      start,
      due: `P${count}D`,
      ends: clockDue(working(count), start as Instant, counting),
      shows,
    })),
    turns: turns.map(([due, every, start, renewed, shows]) => ({
      ...{ due, every, start, renewed },
      ends: firstThree({ ...inquiry, due, every }, start as Instant, renewed as Instant | null),
      shows,
    })),
    passedOn: [
      {
        due: "2026-10-30T16:00:00.000Z",
        after: "P3D",
        at: hourBehind("2026-10-30T16:00:00.000Z" as Instant, "P3D", zone),
        shows: "the next bearer, so long behind the due hour, on the zone's calendar",
      },
    ],
  };
}

function firstThree(clock: Clock & { readonly every: string }, start: Instant, renewed: Instant | null): Json {
  const dues: Instant[] = [];
  for (const due of turnsOf(clock, { start, renewed: renewed ?? undefined }, { zone })) {
    dues.push(due);
    if (dues.length === 3) break;
  }
  return dues;
}
