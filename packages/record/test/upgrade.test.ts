// An upgrade that the power ended: the next start finishes it, whatever was done by then.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createSamples } from "../src/contract/index.ts";
import { openPostgresRecord } from "../src/postgres/index.ts";
import { readMigrations } from "../src/postgres/migrate.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());
const samples = createSamples("upgrade");
const program = fileURLToPath(new URL("upgrade-process.ts", import.meta.url));
const migrations = await readMigrations();
const shown = "select number, name, digest from migration order by number";
const made = `select table_name, column_name, data_type from information_schema.columns
  where table_schema = 'public' order by 1, 2`;

for (const [i, { name }] of migrations.entries()) {
  for (const moment of ["before", "after"] as const) {
    test(`an upgrade killed ${moment} ${name} was committed is finished by the next start`, async () => {
      const database = `killed_${moment}_${i}`;
      await server.query(`create database ${database}`);
      const url = server.embedded.url.replace("@/postgres?", `@/${database}?`);
      const child = spawn(process.execPath, [program, url, moment, String(i + 1)], { stdio: "inherit" });
      assert.deepEqual(await once(child, "exit"), [null, "SIGKILL"]);
      const config = { ...server.embedded.connection, database };
      assert.equal((await server.query(shown, config)).length, moment === "before" ? i : i + 1);
      await using record = await openPostgresRecord({ config });
      const whole = { ...config, database: "migrated" };
      for (const question of [shown, made]) {
        assert.deepEqual(await server.query(question, config), await server.query(question, whole));
      }
      assert.equal((await record.fileComplaint(samples.filing())).outcome, "filed");
    });
  }
}
