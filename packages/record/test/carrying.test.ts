// A whole record carried from one database to another: the same, at one moment, all or nothing.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { bytesToDigest, createId } from "@temwen/vocabulary";
import { createSamples } from "../src/contract/samples.ts";
import type { EmbeddedConnection } from "../src/embedded/index.ts";
import {
  keptTables,
  leftOutTables,
  openPicture,
  openPostgresRecord,
  openReturn,
  type RecordPicture,
  type RecordReturn,
} from "../src/postgres/index.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());
const samples = createSamples("carrying");

/** A record with parcels, an act with parts, a grant by name, evidence that came, and a session. */
async function fill(config: EmbeddedConnection, cases = 3): Promise<void> {
  await using record = await openPostgresRecord({ config });
  for (let i = 0; i < cases; i++) {
    const filing = { ...samples.fullParcel(), announced: [{ name: "evidence-1", digest: samples.digest(), size: 7 }] };
    await record.fileComplaint(filing);
    const granted = { ...samples.part("grant-1"), grantee: samples.staffId() };
    await record.append(samples.act(filing.caseId, 1, { parts: [samples.part("reply-1", 70_000), granted] }));
    if (i > 0) await record.markArrived(filing.caseId, filing.announced[0]!.digest);
  }
  await record.openSession({ tokenDigest: samples.digest(), staff: samples.staffId(), expires: samples.instant() });
}

async function carry(picture: RecordPicture, back: RecordReturn, tables = picture.tables): Promise<void> {
  for (const table of tables) assert.equal(await back.copyTable(table, picture.readTable(table)), table.rows);
}

/** A table's rows as text, in an order of their own. */
async function rowsOf(table: string, database: EmbeddedConnection): Promise<readonly unknown[]> {
  return server.query(`select t::text as row from ${table} t order by 1`, database);
}

test("what is put back is the record that was taken, read models and all, and nobody is signed in", async () => {
  const [from, to] = [await server.freshDatabase(), await emptyDatabase()];
  await fill(from);
  await using picture = await openPicture({ config: from });
  const arrived = new Set<string>();
  for await (const { digest } of picture.readArrived()) arrived.add(digest);
  assert.equal(arrived.size, 2);
  await using back = await openReturn({ config: to }, picture.migrations);
  await carry(picture, back);
  assert.equal(await back.countSpoiltParts(), 0);
  assert.equal((await back.readAfter(0, 100)).length, 6);
  await back.commit();
  const madeAnew = ["(select number, name, digest from migration)", "(select * from stage_count where cases > 0)"];
  for (const table of [...keptTables, ...madeAnew]) {
    assert.deepEqual(await rowsOf(table, to), await rowsOf(table, from), table);
  }
  for (const table of ["session", "spent_challenge", "server_secret"]) assert.deepEqual(await rowsOf(table, to), []);
});

test("a picture shows one moment, whatever is filed while it is read", async () => {
  const from = await server.freshDatabase();
  await fill(from, 2);
  await using picture = await openPicture({ config: from });
  await fill(from, 2);
  const to = await emptyDatabase();
  await using back = await openReturn({ config: to }, picture.migrations);
  await carry(picture, back);
  assert.equal((await back.readAfter(0, 100)).length, 4);
});

test("nothing is seen of a record before it is whole, and nothing stays when it never is", async () => {
  const [from, to] = [await server.freshDatabase(), await emptyDatabase()];
  await fill(from);
  await using picture = await openPicture({ config: from });
  {
    await using back = await openReturn({ config: to }, picture.migrations);
    await carry(picture, back);
    assert.deepEqual(await rowsOf("event", to), []);
  }
  assert.deepEqual(await rowsOf("event", to), []);
  async function* cutShort(): AsyncIterable<Uint8Array> {
    for await (const chunk of picture.readTable(picture.tables[0]!)) {
      yield chunk;
      throw new Error("cut short");
    }
  }
  await using again = await openReturn({ config: to }, picture.migrations);
  await assert.rejects(again.copyTable(picture.tables[0]!, cutShort()), /cut short/);
});

test("a database that holds anything is left as it is", async () => {
  const [from, to] = [await server.freshDatabase(), await server.freshDatabase()];
  await fill(from, 1);
  await fill(to, 1);
  const before = await rowsOf("event", to);
  await using picture = await openPicture({ config: from });
  await assert.rejects(openReturn({ config: to }, picture.migrations), { code: "database-not-empty" });
  assert.deepEqual(await rowsOf("event", to), before);
});

test("a record of before the last migrations is put back as it was, and brought up to this release", async () => {
  const [from, to] = [await server.freshDatabase(), await emptyDatabase()];
  await fill(from, 1);
  await using picture = await openPicture({ config: from });
  const older = picture.migrations.slice(0, 2);
  await using back = await openReturn({ config: to }, older);
  // As that release would have taken it: these tables came later.
  const later = ["doomed_blob", "log_leaf", "log_head", "imported_batch", "imported_case", "referral_code"];
  await carry(
    picture,
    back,
    picture.tables.filter(({ name }) => !later.includes(name)),
  );
  assert.equal((await rowsOf("migration", to)).length, 2);
  await back.commit();
  assert.equal((await rowsOf("migration", to)).length, picture.migrations.length);
  await using record = await openPostgresRecord({ config: to });
  assert.equal((await record.readAfter(0, 10)).length, 2);
});

test("a sealed part that is not what its digest says is counted", async () => {
  const [from, to] = [await server.freshDatabase(), await emptyDatabase()];
  await fill(from, 2);
  await server.query("update sealed_part set bytes = bytes || 'x' where name = 'reply-1'", from);
  await server.query("update filing set bytes = 'x'::bytea || substring(bytes from 2)", from);
  await using picture = await openPicture({ config: from });
  await using back = await openReturn({ config: to }, picture.migrations);
  await carry(picture, back);
  assert.equal(await back.countSpoiltParts(), 4);
});

test("cases of a register are carried, and one that was bent on the way is counted", async () => {
  const [from, to] = [await server.freshDatabase(), await emptyDatabase()];
  const samples = createSamples("carried register");
  const register = createId("register", samples.bytes(16));
  const bodies = [samples.bytes(100), samples.bytes(200)];
  {
    await using record = await openPostgresRecord({ config: from });
    await record.registers.bring({
      ...{ register, import: 0, standing: [], from: 0, statement: samples.bytes(50) },
      vouching: { key: "key", signature: "signature" },
      hashes: samples.bytes(64),
      after: { peaks: samples.bytes(32), allegations: 2, flagged: 0 },
      cases: bodies.map((body) => ({
        caseId: createId("imported-case", samples.bytes(16)),
        digest: bytesToDigest(createHash("sha256").update(body).digest()),
        body,
      })),
    });
  }
  {
    await using picture = await openPicture({ config: from });
    await using back = await openReturn({ config: to }, picture.migrations);
    await carry(picture, back);
    assert.equal(await back.countSpoiltParts(), 0);
    await back.commit();
  }
  await using record = await openPostgresRecord({ config: to });
  assert.equal((await record.registers.readImport(register, 0))?.size, 2);
  assert.equal((await record.registers.readCases(register, [0], "", 10)).length, 2);
  await assert.rejects(server.query("update imported_case set body = 'x'", to), /never changed/);
  const bent = "set session_replication_role = replica; update imported_case set body = body || 'x' where place = 1";
  await server.query(bent, to);
  await using picture = await openPicture({ config: to });
  await using another = await openReturn({ config: await emptyDatabase() }, picture.migrations);
  await carry(picture, another);
  assert.equal(await another.countSpoiltParts(), 1);
});

test("a record of a newer release is refused, and a database without a record has nothing to take", async () => {
  const to = await emptyDatabase();
  const newer = { number: 9999, name: "9999_later.sql", digest: "00" };
  await assert.rejects(openReturn({ config: to }, [newer]), { code: "database-newer" });
  await assert.rejects(openPicture({ config: to }), { code: "no-record" });
});

test("every table of the record is either carried or left out for a reason", async () => {
  const schema = await readFile(new URL("../src/postgres/schema.sql", import.meta.url), "utf8");
  const tables = [...schema.matchAll(/^create table (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(new Set(tables), new Set([...keptTables, ...Object.keys(leftOutTables)]));
});

let made = 0;
async function emptyDatabase(): Promise<EmbeddedConnection> {
  made += 1;
  await server.query(`create database empty_${made}`);
  return { ...server.embedded.connection, database: `empty_${made}` };
}
