import assert from "node:assert/strict";
import { test } from "node:test";
import { isKept, type Unknown, type WeighedThing } from "./audit.ts";

const unknowns: readonly Unknown[] = [
  { sorting: 1, count: 2, weight: 3 },
  { sorting: 1, count: 4, weight: 5 },
];
const thing = (allegations: number, ...weights: readonly number[]): WeighedThing => ({ allegations, weights });
const isKeptBy = (...things: readonly WeighedThing[]): boolean => isKept(unknowns, [], () => things);

test("a hidden count is kept where one case could stand as another does, and all that is told stays as it is", () => {
  assert.equal(isKeptBy(), false);
  assert.equal(isKeptBy(thing(1, 3, 9), thing(1, 5, 9)), true);
});

test("it is not where the other case has more allegations, whose number is told", () => {
  assert.equal(isKeptBy(thing(1, 3), thing(2, 5)), false);
});

test("nor where a count that is told would change with it, or a hidden one would become none", () => {
  assert.equal(isKeptBy(thing(1, 3, 9), thing(1, 5, 8)), false);
  const ones = unknowns.map((one) => ({ ...one, count: 1 }));
  assert.equal(
    isKept(ones, [], () => [thing(1, 3), thing(1, 5)]),
    false,
  );
});
