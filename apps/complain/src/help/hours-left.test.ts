import assert from "node:assert/strict";
import { test } from "node:test";
import { hoursLeft, minutesGone } from "./hours-left.ts";

const at = (hour: number, minute = 0) => new Date(2026, 10, 21, hour, minute);

test("hours are counted from the earliest minute of the hour that was chosen, and rounded down", () => {
  assert.equal(minutesGone({ daysAgo: 0, hour: 9 }, at(14, 5)), 5 * 60 + 5);
  assert.equal(hoursLeft(72, minutesGone({ daysAgo: 0, hour: 9 }, at(14, 5))), 66);
  assert.equal(hoursLeft(72, minutesGone({ daysAgo: 1, hour: 22 }, at(14))), 72 - 16);
  assert.equal(hoursLeft(120, minutesGone({ daysAgo: 4, hour: 14 }, at(14))), 24);
});

test("who does not know the hour gets the time that is surely left", () => {
  assert.equal(hoursLeft(72, minutesGone({ daysAgo: 1, hour: undefined }, at(14))), 72 - 38);
});

test("less than an hour is still time; the last minute is not", () => {
  assert.equal(hoursLeft(72, minutesGone({ daysAgo: 3, hour: 14 }, at(13, 1))), 0);
  assert.equal(hoursLeft(72, minutesGone({ daysAgo: 3, hour: 14 }, at(14, 0))), undefined);
  assert.equal(hoursLeft(120, minutesGone({ daysAgo: 6, hour: 23 }, at(0))), undefined);
});

test("an hour that has not come yet is noticed", () => {
  assert.ok(minutesGone({ daysAgo: 0, hour: 15 }, at(14, 59)) < 0);
  assert.ok(minutesGone({ daysAgo: 0, hour: 14 }, at(14, 0)) >= 0);
});

test("a phone whose date is wrong by years counts as well as another", () => {
  const wrong = new Date(2009, 1, 3, 14, 5);
  assert.equal(minutesGone({ daysAgo: 2, hour: 3 }, wrong), minutesGone({ daysAgo: 2, hour: 3 }, at(14, 5)));
});
