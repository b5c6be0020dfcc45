import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import pg from "pg";
import { EmbeddedFault, removeEmbedded, startEmbedded } from "../src/embedded/index.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-embedded-"));
after(() => rm(home, { recursive: true, force: true }));
const folder = home;

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test("the database is durable, silent and open to nobody else", async () => {
  await using embedded = await startEmbedded({ folder });
  for (const [setting, value] of Object.entries({
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    listen_addresses: "",
    log_statement: "none",
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    server_encoding: "UTF8",
  })) {
    assert.equal(await ask(embedded.url, `show ${setting}`), value, setting);
  }
  await assert.rejects(ask(embedded.url.replace(embedded.connection.password, "guess"), "select 1"), /authentication/);
  assert.equal((await stat(join(folder, "password"))).mode & 0o777, 0o600);
  await assert.rejects(ask(embedded.url, "select 'a secret'::int"), /invalid input syntax/);
  assert.doesNotMatch(await readFile(join(folder, "cluster", "server.log"), "utf8"), /secret|ERROR/);
});

test("what was written is there after a stop and a start", async () => {
  await using first = await startEmbedded({ folder });
  await ask(first.url, "create table kept as select 42 as answer");
  await first.stop();
  await assert.rejects(ask(first.url, "select 1"));
  await using second = await startEmbedded({ folder });
  assert.equal(await ask(second.url, "select answer from kept"), 42);
});

test("a server left running by a killed process is used again, and stopped by the next", async () => {
  const embeddedModule = new URL("../src/embedded/index.ts", import.meta.url).href;
  const child = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `import { startEmbedded } from ${JSON.stringify(embeddedModule)};
     await startEmbedded({ folder: ${JSON.stringify(folder)} });
     process.kill(process.pid, "SIGKILL");`,
  ]);
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  assert.equal(signal, "SIGKILL");
  const pid = async (): Promise<string | undefined> =>
    (await readFile(join(folder, "cluster", "postmaster.pid"), "utf8")).split("\n")[0];
  const left = await pid();
  const embedded = await startEmbedded({ folder });
  assert.equal(await pid(), left);
  await embedded.stop();
  await assert.rejects(pid(), /ENOENT/);
});

test("a note of a server that is gone does not keep the next from starting", async () => {
  // The number belongs to this very process: alive, and no database.
  await writeFile(
    join(folder, "cluster", "postmaster.pid"),
    `${process.pid}\n${join(folder, "cluster")}\n1\n5432\n\n\n`,
  );
  await using embedded = await startEmbedded({ folder });
  assert.equal(await ask(embedded.url, "select 1"), 1);
});

test("of two users of one server the last one out stops it", async () => {
  const [first, second] = await Promise.all([startEmbedded({ folder }), startEmbedded({ folder })]);
  await first.stop();
  assert.equal(await ask(second.url, "select 1"), 1);
  await second.stop();
  await assert.rejects(ask(second.url, "select 1"));
});

test("a folder with a long and odd name is no obstacle", async () => {
  const odd = join(home, `a 'long' "name" $HOME ; é ${"x".repeat(90)}`);
  await using embedded = await startEmbedded({ folder: odd });
  assert.equal(await ask(embedded.url, "select 1"), 1);
});

test("in a folder that only this user can enter the database works too, and goes when it is removed", async () => {
  const closed = await mkdtemp(join(tmpdir(), "temwen-closed-"));
  const inside = join(closed, "postgres");
  const embedded = await startEmbedded({ folder: inside });
  assert.equal(await ask(embedded.url, "select 1"), 1);
  const cluster = await ask(embedded.url, "show data_directory");
  await assert.rejects(removeEmbedded({ folder: inside }), { code: "in-use" });
  await embedded.stop();
  await removeEmbedded({ folder: inside });
  await assert.rejects(stat(String(cluster)), /ENOENT/);
  await rm(closed, { recursive: true });
});

test("a cluster of a newer PostgreSQL is refused in one clear line", async () => {
  const newer = join(home, "newer");
  await mkdir(join(newer, "cluster"), { recursive: true });
  await writeFile(join(newer, "cluster", "PG_VERSION"), "99\n");
  await assert.rejects(startEmbedded({ folder: newer }), (fault: unknown) => {
    assert.ok(fault instanceof EmbeddedFault);
    assert.equal(fault.code, "newer-cluster");
    assert.doesNotMatch(fault.message, /\n/);
    return true;
  });
});

test("a folder that cannot be written is named in one clear line", async () => {
  const file = join(home, "a file");
  await writeFile(file, "");
  await assert.rejects(startEmbedded({ folder: join(file, "postgres") }), { code: "folder-not-writable" });
});

test("a lost password is said, not replaced", async () => {
  await rm(join(folder, "password"));
  await assert.rejects(startEmbedded({ folder }), { code: "password-missing" });
});
