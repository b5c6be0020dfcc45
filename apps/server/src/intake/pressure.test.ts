import assert from "node:assert/strict";
import { test } from "node:test";
import { createPressure } from "./pressure.ts";

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;
const minute = 60_000;

test("an ordinary day presses nobody, even on a disk that is nearly full", async () => {
  const pressure = createPressure({ readFree: async () => mebibyte });
  for (let n = 0; n < 1000; n++) pressure.took(41_000);
  assert.equal(await pressure.read(), 0);
});

test("as much as the room left, within ten minutes, presses with one, and twice as much with two", async () => {
  let hour = 0;
  const pressure = createPressure({ readFree: async () => gibibyte, now: () => hour });
  for (let n = 0; n < 10; n++) {
    hour = n * minute;
    pressure.took(gibibyte / 10);
  }
  assert.ok(Math.abs((await pressure.read()) - 1) < 1e-9);
  pressure.took(gibibyte);
  assert.ok(Math.abs((await pressure.read()) - 2) < 1e-9);
});

test("those who come while the disk is being asked wait for what it says", async () => {
  const asked = Promise.withResolvers<number>();
  const pressure = createPressure({ readFree: () => asked.promise });
  pressure.took(gibibyte);
  const both = Promise.all([pressure.read(), pressure.read()]);
  asked.resolve(4 * gibibyte);
  assert.deepEqual(await both, [0.25, 0.25]);
});

test("a flood is forgotten ten minutes after it ended", async () => {
  let hour = 0;
  const pressure = createPressure({ readFree: async () => gibibyte, now: () => hour });
  pressure.took(2 * gibibyte);
  assert.ok((await pressure.read()) > 1);
  hour = 11 * minute;
  assert.equal(await pressure.read(), 0);
});

test("a disk that cannot be asked turns nobody away", async () => {
  const pressure = createPressure({ readFree: () => Promise.reject(new Error("no such folder")) });
  pressure.took(gibibyte);
  assert.equal(await pressure.read(), 0);
});
