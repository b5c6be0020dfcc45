import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Instant, millisToInstant } from "@temwen/vocabulary";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { type Clock, clockDue, clockShape } from "./clocks.ts";
import { periodOf } from "./period.ts";

const vectors = JSON.parse(readFileSync(new URL("../../../vectors/deadlines.json", import.meta.url), "utf8")) as {
  readonly zone: string;
  readonly dues: readonly {
    readonly start: Instant;
    readonly due: string;
    readonly ends: Instant;
    readonly shows: string;
  }[];
  readonly periods: readonly { readonly at: Instant; readonly period: number }[];
};
const zone = "America/Port-au-Prince";
const example: Clock = {
  id: "example",
  startsOn: "case.received",
  stopsOn: "case.acknowledged",
  due: "P7D",
  bearer: "office",
  source: "an example",
  basis: "platform-default",
  publish: true,
};
const localHour = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  dateStyle: "short",
  timeStyle: "medium",
});
const spell = (instant: string) => localHour.format(new Date(instant));

test("seven days over a change of the clock are seven calendar days in Port-au-Prince", () => {
  const spring = clockDue(example, "2026-03-05T17:00:00.000Z" as Instant, { zone });
  assert.deepEqual(
    [spell("2026-03-05T17:00:00.000Z"), spell(spring)],
    ["05/03/2026, 12:00:00", "12/03/2026, 12:00:00"],
  );
  assert.equal(spring, "2026-03-12T16:00:00.000Z");
  const autumn = clockDue(example, "2026-10-29T16:00:00.000Z" as Instant, { zone });
  assert.deepEqual(
    [spell("2026-10-29T16:00:00.000Z"), spell(autumn)],
    ["29/10/2026, 12:00:00", "05/11/2026, 12:00:00"],
  );
  assert.equal(autumn, "2026-11-05T17:00:00.000Z");
});

test("24 hours over a change of the clock are 24 hours", () => {
  const due = clockDue({ ...example, due: "PT24H" }, "2026-03-07T17:00:00.000Z" as Instant, { zone });
  assert.equal(due, "2026-03-08T17:00:00.000Z");
});

test("whatever the hour it starts, a clock is due when the zone's calendar says", () => {
  const hour = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
  const durations = fc.constantFrom("P7D", "PT24H", "P2W", "P3M", "P1Y", "P1DT12H", "PT90M", "PT20S", "P180D");
  const zones = fc.constantFrom(zone, "Africa/Nairobi", "Europe/Paris", "Australia/Lord_Howe");
  fc.assert(
    fc.property(hour, durations, zones, (start, due, where) => {
      const ends = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(where).add(due);
      const found = clockDue({ ...example, due }, millisToInstant(start), { zone: where });
      assert.equal(Date.parse(found), ends.epochMilliseconds);
    }),
    { numRuns: 2000 },
  );
});

test("a leaf's period is the month of its zone, whichever was asked for before", () => {
  const hour = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
  const zones = fc.constantFrom(zone, "Asia/Dhaka");
  fc.assert(
    fc.property(hour, zones, (at, where) => {
      const { year, month } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(where);
      assert.equal(periodOf(millisToInstant(at), where), (year - 2020) * 12 + month - 1);
    }),
    { numRuns: 2000 },
  );
});

test("deadlines end when the vectors say", () => {
  assert.equal(vectors.zone, zone);
  for (const { start, due, ends, shows } of vectors.dues) {
    assert.equal(clockDue({ ...example, due }, start, { zone }), ends, shows);
  }
});

test("a leaf's period changes with the month in Port-au-Prince, not in London", () => {
  for (const { at, period } of vectors.periods) assert.equal(periodOf(at, zone), period, at);
});

test("a duration in another spelling is refused", () => {
  for (const due of ["P7D", "PT24H", "P3M", "P1Y2M3W4DT5H6M", "PT20S"]) assert.ok(clockShape({ ...example, due }), due);
  for (const due of ["", "P", "PT", "P1DT", "7D", "P-1D", "P1.5D", "P1D ", "p1d", "PT1.5S", "PT1S1M", "P1D1M"]) {
    assert.equal(clockShape({ ...example, due }), undefined, due);
  }
});
