import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createSamples } from "../src/contract/index.ts";
import { startEmbedded } from "../src/embedded/index.ts";
import { openPostgresRecord, RecordFault } from "../src/postgres/index.ts";
import type { TheRecord } from "../src/record.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());

const samples = createSamples("crash");

/** Files 200 parcels from 20 hands; calls `crash` once after the fiftieth answer. */
async function fileThrough(record: TheRecord, crash: () => Promise<void>): Promise<string[]> {
  const waiting = Array.from({ length: 200 }, () => samples.filing());
  const acknowledged: string[] = [];
  let crashed: Promise<void> | undefined;
  const hand = async (): Promise<void> => {
    for (let filing = waiting.pop(); filing !== undefined; filing = waiting.pop()) {
      const { outcome } = await record.fileComplaint(filing).catch(() => ({ outcome: "unknown" }));
      if (outcome === "filed" || outcome === "already-filed") acknowledged.push(filing.caseId);
      else waiting.push(filing); // nobody told the person that it arrived: they send it again
      if (acknowledged.length >= 50) crashed ??= crash();
    }
  };
  await Promise.all(Array.from({ length: 20 }, hand));
  await crashed;
  return acknowledged;
}

/** Asks again for ten seconds: all may have been filed before the server noticed its dead and read its log again. */
async function readRecovered(record: TheRecord): ReturnType<TheRecord["readAfter"]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await record.readAfter(0, 1000);
    } catch (error) {
      if (attempt === 100 || !(error instanceof RecordFault)) throw error;
      await pause(100);
    }
  }
}

async function assertEachThereOnce(record: TheRecord, acknowledged: readonly string[]): Promise<void> {
  const events = await readRecovered(record);
  assert.deepEqual(events.map((event) => event.stream).sort(), [...acknowledged].sort());
  assert.deepEqual(
    events.map((event) => event.position),
    events.map((_, n) => n + 1),
  );
  assert.deepEqual((await record.readQueue({ limit: 1 })).stages, { received: acknowledged.length });
}

test("when the database is killed and started again, every acknowledged complaint is there once", async () => {
  const config = await server.freshDatabase();
  await using record = await openPostgresRecord({ config });
  const acknowledged = await fileThrough(record, async () => {
    const [pid] = (await readFile(join(server.folder, "cluster", "postmaster.pid"), "utf8")).split("\n");
    process.kill(Number(pid), "SIGKILL");
    // Started again in the same folder, it recovers what was committed. The first handle stops both.
    await startEmbedded({ folder: server.folder }).then((again) => after(() => again.stop()));
  });
  assert.equal(acknowledged.length, 200);
  await assertEachThereOnce(record, acknowledged);
});

test("when one connection of the database is killed, all recover without help", async () => {
  const config = await server.freshDatabase();
  await using record = await openPostgresRecord({ config });
  const acknowledged = await fileThrough(record, async () => {
    const [writer] = await server.query(
      `select pid from pg_stat_activity where datname = '${config.database}' and query like '%record_filing(%' limit 1`,
    );
    process.kill(Number(writer?.pid), "SIGKILL");
  });
  assert.equal(acknowledged.length, 200);
  await assertEachThereOnce(record, acknowledged);
});

test("an act whose answer was lost with the connection is reported as it stands", async () => {
  const config = await server.freshDatabase();
  await using record = await openPostgresRecord({ config });
  const caseId = samples.caseId();
  for (let version = 0; version < 10; version += 1) {
    const appended = record.append(samples.act(caseId, version));
    await server.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${config.database}' and pid <> pg_backend_pid()`,
    );
    assert.deepEqual(await appended, { outcome: "appended", version: version + 1 });
  }
  assert.equal((await record.readStream(caseId)).length, 10);
  await record.ping();
});
