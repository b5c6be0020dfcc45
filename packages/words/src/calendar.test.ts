import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { calendarDayText, dayIn, instantOf } from "./calendar.ts";
import { languageFacts } from "./index.ts";

const zone = "America/Port-au-Prince";

test("a day of the calendar is told in each language's own way", () => {
  assert.equal(calendarDayText(languageFacts.ht, "2026-12-04"), "4 desanm 2026");
  assert.equal(calendarDayText(languageFacts.es, "2026-12-04"), "4 de diciembre de 2026");
});

test("in the evening it is still the mission's day, also where the world's has ended", () => {
  assert.equal(dayIn("2026-11-22T01:05:00.000Z" as Instant, zone), "2026-11-21");
  assert.equal(dayIn("2026-11-22T06:05:00.000Z" as Instant, zone), "2026-11-22");
});

test("an hour of a day is the hour on the mission's clock, in winter, in summer, and around the change", () => {
  assert.equal(instantOf("2026-12-04", 18, zone), "2026-12-04T23:00:00.000Z");
  assert.equal(instantOf("2026-07-04", 18, zone), "2026-07-04T22:00:00.000Z");
  assert.equal(instantOf("2026-03-08", 0, zone), "2026-03-08T05:00:00.000Z");
  assert.equal(instantOf("2026-03-08", 3, zone), "2026-03-08T07:00:00.000Z");
  assert.equal(instantOf("2026-11-01", 3, zone), "2026-11-01T08:00:00.000Z");
});
