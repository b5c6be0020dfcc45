import assert from "node:assert/strict";
import { after, test } from "node:test";
import pg from "pg";
import { createSamples } from "../src/contract/index.ts";
import type { EmbeddedConnection } from "../src/embedded/index.ts";
import { migrate, openPostgresRecord, RecordFault } from "../src/postgres/index.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());

test("events are never changed, deleted or emptied", async () => {
  const config = await server.freshDatabase();
  await using record = await openPostgresRecord({ config });
  const filing = createSamples("for ever").filing();
  await record.fileComplaint(filing);
  for (const sql of [
    "update event set body = 'forged'",
    "update event set at = at",
    "delete from event",
    "truncate event",
    "truncate event cascade",
    "insert into event select stream, index, position, 'x', at, body, vouchings, digest from event on conflict (stream, index) do update set type = 'x'",
  ]) {
    await assert.rejects(server.query(sql, config), /events are never changed/, sql);
  }
  assert.equal((await record.readStream(filing.caseId)).length, 1);
});

test("a database of a newer release is refused in one clear line, and left as it is", async () => {
  const config = await server.freshDatabase();
  await server.query(
    "insert into migration (number, name, digest) values (9999, '9999_from_the_future.sql', 'x')",
    config,
  );
  await assert.rejects(openPostgresRecord({ config }), (fault: unknown) => {
    assert.ok(fault instanceof RecordFault);
    assert.equal(fault.code, "database-newer");
    assert.match(fault.message, /newer release \(it knows 9999_from_the_future\.sql\)/);
    return true;
  });
});

test("a database made with another first migration is refused", async () => {
  const config = await server.freshDatabase();
  await server.query("update migration set digest = 'another' where number = 1", config);
  await assert.rejects(openPostgresRecord({ config }), { code: "migration-changed" });
});

test("a migration that fails leaves nothing of itself", async () => {
  const config = await emptyDatabase("failing");
  const pool = new pg.Pool(config);
  try {
    const first = { number: 1, name: "0001_good.sql", sql: "create table good ()" };
    const second = { number: 2, name: "0002_bad.sql", sql: "create table bad (); select 1/0" };
    await assert.rejects(migrate(pool, [first, second]), /division by zero/);
    const tables = await server.query("select tablename from pg_tables where schemaname = 'public' order by 1", config);
    assert.deepEqual(
      tables.map((row) => row.tablename),
      ["good", "migration"],
    );
    assert.deepEqual(await migrate(pool, [first]), []);
  } finally {
    await pool.end();
  }
});

test("two processes that migrate at once do it once", async () => {
  const config = await emptyDatabase("at_once");
  const records = await Promise.all([1, 2, 3].map(() => openPostgresRecord({ config })));
  await Promise.all(records.map((record) => record[Symbol.asyncDispose]()));
});

test("a full disk is answered with no-space, and others are filed when there is room again", async () => {
  const config = await server.freshDatabase();
  await using record = await openPostgresRecord({ config });
  const samples = createSamples("full disk");
  await server.query(
    `create function disk_is_full() returns trigger language plpgsql as
       $$ begin raise 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
     create trigger disk_is_full before insert on event for each row execute function disk_is_full()`,
    config,
  );
  const filings = Array.from({ length: 5 }, () => samples.filing());
  const file = () => Promise.all(filings.map(async (filing) => (await record.fileComplaint(filing)).outcome));
  assert.deepEqual(await file(), Array(5).fill("no-space"));
  assert.deepEqual(await record.append(samples.act(samples.caseId(), 0)), { outcome: "no-space" });
  await server.query("drop trigger disk_is_full on event", config);
  assert.deepEqual(await file(), Array(5).fill("filed"));
});

test("one bad item in a batch is rejected, its neighbours are filed, and no fault repeats what was written", async () => {
  const config = await server.freshDatabase();
  await using record = await openPostgresRecord({ config });
  const samples = createSamples("bad item");
  const secret = "nobody should read this";
  const filings = Array.from({ length: 9 }, (_, n) => samples.filing(n === 4 ? { receiptKey: `${secret}\u0000` } : {}));
  const settled = await Promise.allSettled(filings.map((filing) => record.fileComplaint(filing)));
  const failed = settled.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  assert.equal(failed.length, 1);
  assert.doesNotMatch(failed[0] ?? "", new RegExp(secret));
  assert.equal((await record.readAfter(0, 100)).length, 8);
});

async function emptyDatabase(name: string): Promise<EmbeddedConnection> {
  await server.query(`create database ${name} template template0`);
  return { ...server.embedded.connection, database: name };
}
