import assert from "node:assert/strict";
import { test } from "node:test";
import { paceBody } from "./pace.ts";

const chunk = (size: number): Uint8Array => new Uint8Array(size);
const never = new Promise<void>(() => undefined);

async function readSizes(body: AsyncIterable<Uint8Array>): Promise<readonly number[]> {
  const sizes: number[] = [];
  for await (const bytes of body) sizes.push(bytes.length);
  return sizes;
}

test("a body that comes on is read to its end, whatever it is cut into", async () => {
  const body = paceBody(
    (async function* () {
      for (const size of [1, 9, 1, 500, 3]) yield chunk(size);
    })(),
    { bytes: 10, millis: 60_000 },
  );
  assert.deepEqual(await readSizes(body.chunks), [1, 9, 1, 500, 3]);
  assert.equal(body.hasStalled(), false);
});

test("a sender who stops ends the body, and so does one who sends a byte now and then", async () => {
  const stopped = paceBody(
    (async function* () {
      yield chunk(5);
      await never;
    })(),
    { bytes: 10, millis: 20 },
  );
  assert.deepEqual(await readSizes(stopped.chunks), [5]);
  assert.equal(stopped.hasStalled(), true);

  const trickling = paceBody(
    (async function* () {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        yield chunk(1);
      }
    })(),
    { bytes: 1000, millis: 50 },
  );
  assert.ok((await readSizes(trickling.chunks)).length < 20);
  assert.equal(trickling.hasStalled(), true);
});

test("time that the reader takes is not the sender's", async () => {
  const body = paceBody(
    (async function* () {
      for (let n = 0; n < 4; n++) yield chunk(1);
    })(),
    { bytes: 1000, millis: 500 },
  );
  let read = 0;
  for await (const bytes of body.chunks) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    read += bytes.length;
  }
  assert.deepEqual([read, body.hasStalled()], [4, false]);
});

test("a line that breaks is a fault of the line, not a slow sender", async () => {
  const body = paceBody(
    // biome-ignore lint/correctness/useYield: it breaks before anything comes
    (async function* () {
      throw new Error("aborted");
    })(),
    { bytes: 1, millis: 60_000 },
  );
  await assert.rejects(readSizes(body.chunks), /aborted/);
  assert.equal(body.hasStalled(), false);
});
