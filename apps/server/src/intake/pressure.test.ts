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

test("what would fill the room left in an hour presses with one, in half an hour with two", async () => {
  let hour = 0;
  const pressure = createPressure({ readFree: async () => 6 * gibibyte, now: () => hour });
  for (let n = 0; n < 10; n++) {
    hour = n * minute;
    pressure.took(gibibyte / 10);
  }
  assert.ok(Math.abs((await pressure.read()) - 1) < 1e-9);
  pressure.took(gibibyte);
  assert.ok(Math.abs((await pressure.read()) - 2) < 1e-9);
});

test("a flood is forgotten ten minutes after it ended", async () => {
  let hour = 0;
  const pressure = createPressure({ readFree: async () => gibibyte, now: () => hour });
  pressure.took(gibibyte);
  assert.ok((await pressure.read()) > 1);
  hour = 11 * minute;
  assert.equal(await pressure.read(), 0);
});

test("a disk that cannot be asked turns nobody away", async () => {
  const pressure = createPressure({ readFree: () => Promise.reject(new Error("no such folder")) });
  pressure.took(gibibyte);
  assert.equal(await pressure.read(), 0);
});
