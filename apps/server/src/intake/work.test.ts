import assert from "node:assert/strict";
import { test } from "node:test";
import { doWork } from "@temwen/courier/work";
import { createMemoryRecord } from "@temwen/record/memory";
import { createId, millisToInstant } from "@temwen/vocabulary";
import { bitsFor, createWorkDesk } from "./work.ts";

const [one, other] = [1, 2].map((n) => createId("case", new Uint8Array(16).fill(n))) as [
  ReturnType<typeof createId<"case">>,
  ReturnType<typeof createId<"case">>,
];
const noPause = async (): Promise<void> => undefined;

function openDesk(record = createMemoryRecord()) {
  const clock = { millis: Date.parse("2026-11-21T18:00:00Z") };
  return { clock, desk: createWorkDesk({ record, now: () => millisToInstant(clock.millis) }) };
}

test("work done for a case opens the door for that case, also at another server of the office, and for no other", async () => {
  const record = createMemoryRecord();
  const [here, there] = [openDesk(record).desk, openDesk(record).desk];
  const done = await doWork(await here.ask(one, 8), noPause);
  assert.equal(await here.isGood(done, one), true);
  assert.equal(await there.isGood(done, one), true);
  assert.equal(await here.isGood(done, other), false);
  assert.equal(await openDesk().desk.isGood(done, one), false);
});

test("a ticket without its work, changed by a bit, or an hour old is worth nothing", async () => {
  const { desk, clock } = openDesk();
  const asked = await desk.ask(one, 10);
  const done = await doWork(asked, noPause);
  const undone = Array.from({ length: 50 }, (_, n) => `${asked.ticket}.x${n}`);
  for (const wrong of [undefined, "", asked.ticket, `${asked.ticket}.`, ...undone]) {
    assert.equal(await desk.isGood(wrong, one), false);
  }
  const easier = Buffer.from(asked.ticket, "base64url");
  easier[8] = 1;
  const cheated = await doWork({ ticket: easier.toString("base64url"), bits: 1 }, noPause);
  assert.equal(await desk.isGood(cheated, one), false);
  clock.millis += 3_600_000;
  assert.equal(await desk.isGood(done, one), false);
});

test("nothing is asked on an ordinary day, more the harder the door is pressed, and never more than a phone can do", () => {
  assert.deepEqual([0, 0.5, 0.99].map(bitsFor), [0, 0, 0]);
  assert.deepEqual([1, 2, 4, 8].map(bitsFor), [13, 14, 15, 16]);
  assert.equal(bitsFor(1e9), 18);
  assert.equal(bitsFor(Number.POSITIVE_INFINITY), 18);
});
