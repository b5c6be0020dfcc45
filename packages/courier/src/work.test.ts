import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { doWork, isDone, mostWork, readWork } from "./work.ts";

const ticket = "A".repeat(43);
const noPause = async (): Promise<void> => undefined;

/** Zero bits at the beginning of SHA-256, by another implementation. */
const zeroBits = (text: string): number =>
  [...createHash("sha256").update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("")
    .indexOf("1");

test("work that was done has the zero bits that were asked for, and says nothing but ticket and number", async () => {
  for (const bits of [1, 7, 8, 9, 13]) {
    const done = await doWork({ ticket, bits }, noPause);
    assert.match(done, /^A{43}\.\d+$/);
    assert.ok(zeroBits(done) >= bits);
  }
});

test("work counts exactly when another implementation counts as many zero bits", () => {
  for (let n = 0; n < 2000; n++) {
    const text = `${ticket}.${n}`;
    for (let bits = 0; bits <= 12; bits++) assert.equal(isDone(text, bits), zeroBits(text) >= bits);
  }
});

test("the page has its turns meanwhile, and hears how far it is", async () => {
  let pauses = 0;
  const shares: number[] = [];
  const pause = async (): Promise<void> => {
    pauses += 1;
  };
  await doWork({ ticket, bits: 13 }, pause, (share) => shares.push(share));
  assert.equal(pauses, shares.length);
  assert.ok(shares.every((share) => share >= 0 && share < 1));
});

test("a server that asks for more than any may ask, or for something else, is not obeyed", () => {
  assert.deepEqual(readWork({ code: "work-asked", ticket, bits: 13, status: 422 }), { ticket, bits: 13 });
  for (const wrong of [
    { bits: mostWork + 1 },
    { bits: 0 },
    { bits: 1.5 },
    { bits: "13" },
    { ticket: "A" },
    { code: "no-space" },
  ]) {
    assert.equal(readWork({ code: "work-asked", ticket, bits: 13, ...wrong }), undefined);
  }
});
