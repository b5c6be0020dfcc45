// Two processes that sequence one log at once, for a minute: long enough that each is cut short by the other many times.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { openCheckpoint } from "@temwen/public-log/checkpoint";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { kill, prepareGround, readAll, startWriter, until } from "../support/log-writers.ts";

const forMillis = 60_000;

test("two processes that sequence at once for a minute make one log: nothing is lost, nothing stands twice, and it never shrinks", async () => {
  await using ground = await prepareGround();
  const writers = [await startWriter(ground, "one"), await startWriter(ground, "another")];
  const [first] = writers;
  assert.ok(first);
  const seen = new Map<bigint, string>();
  let largest = 0n;
  for (const end = performance.now() + forMillis; performance.now() < end; await pause(50)) {
    const opened = openCheckpoint(
      await readFile(join(ground.folder, "log/checkpoint")).catch(() => new Uint8Array()),
      [first.vkey],
      primitivesOnNode,
    );
    if (!opened.ok) continue;
    const { size, root } = opened.value.checkpoint;
    const hex = Buffer.from(root).toString("hex");
    assert.equal(seen.get(size) ?? hex, hex, "two heads of one size");
    assert.ok(size >= largest, "a smaller head was shown after a larger one");
    seen.set(size, hex);
    largest = size;
  }
  for (const writer of writers) await kill(writer);
  assert.ok(
    writers.every(({ acknowledged }) => acknowledged.length > 0),
    "both had their turn",
  );
  const finisher = await startWriter(ground, "finisher");
  await until(() => finisher.acknowledged.length > 0);
  await kill(finisher);
  const { size, entries } = await readAll(ground, first.vkey);
  assert.equal(BigInt(entries.size), size);
  const all = writers.flatMap(({ acknowledged }) => acknowledged);
  assert.deepEqual(
    all.filter((leaf) => !entries.has(leaf)),
    [],
  );
});
