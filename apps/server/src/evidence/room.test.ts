import assert from "node:assert/strict";
import { test } from "node:test";
import { createRoom } from "./room.ts";

const words = 1000;

/** A disk with so many bytes beside those kept for words; uploads write nothing on it until the test says so. */
function openDisk(beside: number, mostAtOnce = 100) {
  const disk = { free: words + beside };
  const readFree = async (): Promise<number> => {
    const seen = disk.free;
    await new Promise((resolve) => setImmediate(resolve));
    return seen;
  };
  return { disk, room: createRoom({ readFree, keptForWords: words, mostAtOnce }) };
}

test("of uploads that come at once, as many are let in as fit together beside what is kept for words", async () => {
  const { room } = openDisk(350);
  const taken = await Promise.all(Array.from({ length: 10 }, () => room.take(100)));
  assert.equal(taken.filter((one) => typeof one === "function").length, 3);
  assert.equal(taken.filter((one) => one === "no-space").length, 7);
  assert.equal(typeof (await room.take(50)), "function");
});

test("an upload that ends while another is judged does not make its bytes free twice", async () => {
  const { disk, room } = openDisk(100);
  const first = await room.take(100);
  assert.ok(typeof first === "function");
  const judged = room.take(100);
  await Promise.resolve();
  // The first writes all it was promised and ends, after the disk was looked at and before the answer.
  disk.free -= 100;
  first();
  assert.equal(await judged, "no-space");
});

test("who ends, well or badly, gives place and bytes back", async () => {
  const { room } = openDisk(100, 1);
  for (let n = 0; n < 3; n++) {
    const taken = await room.take(100);
    assert.ok(typeof taken === "function");
    assert.equal(await room.take(0), "too-many-uploads");
    taken();
  }
});

test("a disk that cannot be asked lets nobody in, and does not stop those who come later", async () => {
  let isBroken = true;
  const readFree = async (): Promise<number> => {
    if (isBroken) throw new Error("the disk does not answer");
    return 10_000;
  };
  const room = createRoom({ readFree, keptForWords: words, mostAtOnce: 1 });
  await assert.rejects(room.take(1));
  isBroken = false;
  assert.equal(typeof (await room.take(1)), "function");
});
