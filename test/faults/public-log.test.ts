// The public log when processes die, over a real PostgreSQL. Two that write at once: two-sequencers-time.test.ts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Vkey } from "@temwen/public-log/note";
import { kill, prepareGround, readAll, startWriter, until } from "../support/log-writers.ts";

test("killed at whatever step, again and again: what was acknowledged stands in a log that is whole", async () => {
  await using ground = await prepareGround();
  const acknowledged: string[] = [];
  let vkey: Vkey | undefined;
  for (let round = 0; round < 8; round++) {
    const writer = await startWriter(ground, `round-${round}`);
    vkey = writer.vkey;
    await until(() => writer.acknowledged.length >= 20);
    // Somewhere between two steps; each round at another place.
    await pause(round * 3);
    await kill(writer);
    acknowledged.push(...writer.acknowledged);
    const { entries } = await readAll(ground, writer.vkey);
    assert.deepEqual(
      acknowledged.filter((leaf) => !entries.has(leaf)),
      [],
    );
  }
  assert.ok(vkey && acknowledged.length >= 160);
});
