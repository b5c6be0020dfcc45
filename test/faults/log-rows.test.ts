// Somebody with the database's own rights changes rows behind the public log, triggers off: the log's files do not notice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { type Embedded, startEmbedded } from "@temwen/record/embedded";
import pg from "pg";
import { runCommand, startOffice, type TestOffice } from "../support/office.ts";

let office: TestOffice;
let database: Embedded;
let client: pg.Client;
before(async () => {
  office = await startOffice();
  const filed = await runCommand(["complain", "--server", office.url, "--text", "-", "--json"], "Yon egzanp.");
  assert.equal(filed.code, 0, filed.stderr);
  const { proofNumber } = JSON.parse(filed.stdout) as { readonly proofNumber: string };
  const find = () =>
    runCommand(["included", "--log", `${office.url}/log/`, "--number", proofNumber.replaceAll(" ", ""), "--json"]);
  for (let n = 0; n < 60 && (await find()).code !== 0; n += 1) await pause(500);
  await office.stop();
  database = await startEmbedded({ folder: `${office.data}/postgres` });
  client = new pg.Client(database.url);
  await client.connect();
  // Whoever holds the database's own rights is held up by no trigger.
  await client.query("set session_replication_role = replica");
});
after(async () => {
  await client?.end();
  await database?.stop();
  await office?.[Symbol.asyncDispose]();
});

type Told = { readonly [name: string]: unknown };

async function check(): Promise<readonly [number | null, Told]> {
  const env = { DATABASE_URL: database.url };
  const { code, stdout } = await runCommand(["log", "check", "--data", office.data, "--json"], "", env);
  return [code, JSON.parse(stdout) as Told];
}

/** One number out of the database. */
const ask = async (sql: string): Promise<number> => Number((await client.query(sql)).rows[0]?.found);

const ofTheFiling = "l.key = e.position || '/0' and e.type = 'case.received/1'";

const changes: readonly {
  readonly what: string;
  readonly code: string;
  /** The index of the leaf that is to be named. */
  readonly of?: string;
  readonly change: string;
  readonly back: string;
}[] = [
  {
    what: "one byte of a leaf",
    code: "row-differs",
    of: `select l.index as found from log_leaf l, event e where ${ofTheFiling}`,
    change: "update log_leaf set leaf = set_byte(leaf, 60, get_byte(leaf, 60) # 1) where index = $1",
    back: "update log_leaf set leaf = set_byte(leaf, 60, get_byte(leaf, 60) # 1) where index = $1",
  },
  {
    what: "the hour of a complaint",
    code: "row-not-opened",
    of: `select l.index as found from log_leaf l, event e where ${ofTheFiling}`,
    change: `update event e set at = at + interval '1 day' from log_leaf l where l.index = $1 and ${ofTheFiling}`,
    back: `update event e set at = at - interval '1 day' from log_leaf l where l.index = $1 and ${ofTheFiling}`,
  },
  {
    what: "cover that is made an event's",
    code: "row-not-opened",
    of: "select min(index) as found from log_leaf where key is null and salt is not null",
    change: "update log_leaf set key = (select max(position) from event) || '/9' where index = $1",
    back: "update log_leaf set key = null where index = $1",
  },
  {
    what: "an event that no leaf stands for any more",
    code: "event-without-leaf",
    change: `update log_leaf l set key = 'gone' from event e where ${ofTheFiling}`,
    back: "update log_leaf set key = (select position from event where type = 'case.received/1') || '/0' where key = 'gone'",
  },
  {
    what: "a row that is gone",
    code: "row-missing",
    of: "select min(index) as found from log_leaf where key is null",
    change: "update log_leaf set index = 1000000000 where index = $1",
    back: "update log_leaf set index = $1 where index = 1000000000",
  },
  {
    what: "the root beside the rows",
    code: "head-differs",
    change: "update log_head set root = set_byte(root, 0, get_byte(root, 0) # 1)",
    back: "update log_head set root = set_byte(root, 0, get_byte(root, 0) # 1)",
  },
];

test("an untouched database is as its log says", async () => {
  const [code, told] = await check();
  assert.deepEqual([code, told.checked, (told.events as number) > 1], [0, true, true]);
});

for (const { what, code, of, change, back } of changes) {
  test(`${what}: named with the row`, async () => {
    const index = of === undefined ? undefined : await ask(of);
    const values = index === undefined ? [] : [index];
    assert.equal((await client.query(change, values)).rowCount, 1);
    const [exit, told] = await check();
    assert.equal((await client.query(back, values)).rowCount, 1);
    assert.deepEqual([exit, told.refused, told.index, told.wrongRows], [1, code, index, 1], JSON.stringify(told));
    assert.match(
      String(told.row),
      index === undefined ? /^(event 0 of cas_|log_head$)/ : new RegExp(`^log_leaf ${index}\\b`),
    );
  });
}
