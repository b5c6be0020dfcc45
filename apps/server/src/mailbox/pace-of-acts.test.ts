import assert from "node:assert/strict";
import { test } from "node:test";
import { type Instant, millisToInstant } from "@temwen/vocabulary";
import { isTooFast } from "./pace-of-acts.ts";

const noon = Date.parse("2026-11-22T12:00:00.000Z");
const second = 1000;
const minute = 60 * second;
/** So many acts, this far apart, the last of them at noon. */
const acts = (count: number, apart: number): readonly Instant[] =>
  Array.from({ length: count }, (_, n) => millisToInstant(noon - (count - 1 - n) * apart));
const after = (millis: number): Instant => millisToInstant(noon + millis);

test("whoever writes by hand is never asked to wait", () => {
  assert.equal(isTooFast([], after(0)), false);
  assert.equal(isTooFast(acts(29, second), after(0)), false);
  assert.equal(isTooFast(acts(200, 5 * minute), after(0)), false);
});

test("behind thirty acts in ten minutes one comes every ten seconds", () => {
  assert.equal(isTooFast(acts(30, second), after(9 * second)), true);
  assert.equal(isTooFast(acts(30, second), after(10 * second)), false);
});

test("behind three hundred acts in a day one comes every ten minutes", () => {
  assert.equal(isTooFast(acts(300, minute), after(9 * minute)), true);
  assert.equal(isTooFast(acts(300, minute), after(10 * minute)), false);
});

test("a server whose clock was set back holds nobody up", () => {
  assert.equal(isTooFast(acts(300, second), after(-24 * 60 * minute)), false);
});
