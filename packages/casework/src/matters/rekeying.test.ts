import assert from "node:assert/strict";
import { test } from "node:test";
import { asha, gerda, ines } from "../testing/given.testing.ts";
import { holdersOf, type KnownMatter } from "./matter.ts";
import {
  answer,
  carla,
  claimWithdrawn,
  fabien,
  given,
  hugo,
  letIn,
  type MatterStep,
  madeOf,
  makeClaim,
  mona,
  newKey,
  stepBack,
  toHandedOver,
} from "./matters.testing.ts";

/** Hugo left: whoever goes on has the new key. */
const toRekeyed: readonly MatterStep[] = [...toHandedOver, [carla, newKey(1, carla, fabien, mona)]];
const holders = (...steps: readonly MatterStep[]) => holdersOf(madeOf(steps).matter as KnownMatter);

test("whoever has the key gives a matter another one for what comes next, and says who reads on", () => {
  given(...toHandedOver)
    .when(fabien, newKey(1, fabien, mona))
    .says("matter.rekeyed/1");
  assert.deepEqual(
    holders(...toHandedOver),
    [fabien, carla, mona, hugo].map(({ id }) => id),
  );
  assert.deepEqual(
    holders(...toRekeyed),
    [carla, fabien, mona].map(({ id }) => id),
  );
  assert.deepEqual(
    holders(...toRekeyed, [mona, letIn(asha)]),
    [carla, fabien, mona, asha].map(({ id }) => id),
  );
  assert.deepEqual(
    holders(...toRekeyed, [mona, stepBack]),
    [carla, fabien].map(({ id }) => id),
  );
});

test("a new key of a matter is never one person's, never without somebody of the panel, and never an old one", () => {
  const matter = given(...toRekeyed);
  matter.when(carla, newKey(2, carla)).refuses("key-would-be-lost");
  matter.when(carla, newKey(2, fabien, mona)).refuses("key-would-be-lost");
  matter.when(fabien, newKey(2, fabien, hugo)).refuses("too-few-of-panel");
  for (const old of [0, 1]) matter.when(carla, newKey(old, carla, mona)).refuses("key-not-new");
  matter.when(asha, newKey(2, asha, mona)).refuses("not-let-in");
  matter.when(carla, newKey(2, carla, mona, ines)).refuses("grantee-not-eligible");
  matter.when(carla, newKey(2, carla, mona, mona)).refuses("grantee-not-eligible");
});

test("a matter gets forty new keys, and no more: with all of them a grant is full", () => {
  const steps: MatterStep[] = [...toHandedOver];
  for (let n = 1; n <= 40; n++) steps.push([carla, newKey(n, carla, fabien)]);
  given(...steps)
    .when(carla, newKey(41, carla, fabien))
    .refuses("rekeyed-too-often");
});

test("a colleague who did not get the new key still sees the matter, steps back from it, and may be given the key again", () => {
  const matter = given(...toRekeyed);
  matter.when(hugo, answer("accepted")).says("recommendation.answered/1");
  matter.when(hugo, stepBack).says("matter.stepped-back/1");
  matter.when(carla, letIn(hugo)).says("matter.let-in/1");
  matter.when(carla, letIn(fabien)).refuses("grantee-not-eligible");
  given(...toRekeyed, [hugo, stepBack])
    .when(carla, letIn(hugo))
    .refuses("grantee-not-eligible");
  given(...toRekeyed, [hugo, stepBack])
    .when(carla, newKey(2, carla, hugo))
    .refuses("grantee-not-eligible");
});

test("a family's claim gets a new key like every other matter, and nobody of intake with it", () => {
  const claim = given([gerda, makeClaim()], [gerda, claimWithdrawn]);
  claim.when(gerda, newKey(1, gerda, carla)).says("matter.rekeyed/1");
  claim.when(gerda, newKey(1, gerda, carla, asha)).refuses("grantee-not-eligible");
});
