import assert from "node:assert/strict";
import { test } from "node:test";
import { createCrowd, type Place } from "./crowd.ts";

const never = (): void => assert.fail("nobody had to be cut off");

/** A place that must come at once. */
async function enter(crowd: ReturnType<typeof createCrowd>, cut: () => void = never): Promise<Place> {
  const place = await crowd.enter(cut);
  assert.ok(place);
  return place;
}

test("as many are heard at once as there are places, and the next one waits until somebody leaves", async () => {
  const crowd = createCrowd({ heard: 2 });
  const [first] = [await enter(crowd), await enter(crowd)];
  let isIn = false;
  const third = crowd.enter(never).then((place) => {
    isIn = true;
    return place;
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(isIn, false);
  first.leave();
  assert.ok(await third);
});

test("who leaves twice frees one place", async () => {
  const crowd = createCrowd({ heard: 1, waitMillis: 20 });
  const first = await enter(crowd);
  first.leave();
  first.leave();
  await enter(crowd);
  assert.equal(await crowd.enter(never), undefined);
});

test("those in line come in the order in which they came", async () => {
  const crowd = createCrowd({ heard: 1 });
  const held = await enter(crowd);
  const order: number[] = [];
  const others = [1, 2, 3].map(async (n) => {
    const place = await crowd.enter(never);
    order.push(n);
    place?.leave();
  });
  held.leave();
  await Promise.all(others);
  assert.deepEqual(order, [1, 2, 3]);
});

test("a line that is full turns the next one away, and nobody waits longer than the line's patience", async () => {
  const crowd = createCrowd({ heard: 1, waiting: 1, waitMillis: 20 });
  await enter(crowd);
  const waiting = crowd.enter(never);
  assert.equal(await crowd.enter(never), undefined);
  assert.equal(await waiting, undefined);
});

test("while somebody waits, the slowest of those who had a fair time is cut off, and nobody who had none", async () => {
  let hour = 0;
  const crowd = createCrowd({ heard: 3, graceMillis: 1000 }, () => hour);
  const slow = Promise.withResolvers<void>();
  const held = await enter(crowd, slow.resolve);
  const fast = await enter(crowd);
  hour = 2000;
  held.came(10);
  fast.came(40_000);
  await enter(crowd); // came just now
  const waiting = crowd.enter(never);
  await slow.promise;
  held.leave();
  assert.ok(await waiting);
});

test("where everybody's line is slow nobody is cut off who would be done within a minute, and whoever waits comes after them", async () => {
  let hour = 0;
  const crowd = createCrowd({ heard: 2, graceMillis: 1000 }, () => hour);
  const places = [await enter(crowd), await enter(crowd)];
  hour = 40_000;
  for (const place of places) place.came(40_000);
  const waiting = crowd.enter(never);
  await new Promise((resolve) => setTimeout(resolve, 350));
  places[0]?.leave();
  assert.ok(await waiting);
});

test("nobody is cut off, however slow, while nobody waits", async () => {
  let hour = 0;
  const crowd = createCrowd({ heard: 1, graceMillis: 0 }, () => hour);
  await enter(crowd);
  hour = 1e6;
  await new Promise((resolve) => setTimeout(resolve, 250));
});
