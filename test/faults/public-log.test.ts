// The public log when processes die, over a real PostgreSQL. Two that write at once: two-sequencers-time.test.ts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { formatVkey, type Vkey } from "@temwen/public-log/note";
import { serveHttpWitness } from "../support/http-witness.ts";
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

test("killed while the witness is asked, before and after it cosigned: one history goes on, and nothing is shown without it", async () => {
  await using ground = await prepareGround();
  const first = await startWriter(ground, "first");
  await until(() => first.acknowledged.length >= 20);
  await kill(first);
  const log = { vkey: first.vkey, sign: () => new Uint8Array() };
  await using witness = await serveHttpWitness("w1", log);
  const place = [formatVkey(witness.signer.vkey), witness.url];
  const acknowledged = [...first.acknowledged];
  for (const [round, when] of (["never asked", "cosigned"] as const).entries()) {
    const writer = await startWriter(ground, `round-${round}`, place);
    await until(() => writer.acknowledged.length >= 20);
    witness.turn = (judge) => {
      if (when === "cosigned") judge();
      return null;
    };
    const asked = witness.asked;
    await until(() => witness.asked > asked);
    const before = await readAll(ground, first.vkey);
    await kill(writer);
    acknowledged.push(...writer.acknowledged);
    assert.equal((await readAll(ground, first.vkey)).size, before.size, "what is not cosigned is not shown");
    witness.turn = undefined;
  }
  const last = await startWriter(ground, "last", place);
  await until(() => last.acknowledged.length > 0);
  await kill(last);
  const { entries } = await readAll(ground, first.vkey);
  assert.deepEqual(
    acknowledged.filter((leaf) => !entries.has(leaf)),
    [],
  );
});
