import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type pg from "pg";
import { RecordFault } from "./faults.ts";

/** A migration that a database was made with. */
export type DoneMigration = { readonly number: number; readonly name: string; readonly digest: string };

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

const folder = new URL("./migrations/", import.meta.url);
/** PostgreSQL 15 is the oldest this SQL is tested on. */
const oldestServer = 150_000;

/** The numbered files beside this one, in order. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      number: Number(name.slice(0, 4)),
      name,
      sql: await readFile(new URL(name, folder), "utf8"),
    })),
  );
}

/**
 * Brings the database up to this release, forward only, each step in a transaction of its own; returns what was run.
 * Refuses (by a `RecordFault`) a database that a newer release has written: this one would not understand it.
 */
export async function migrate(pool: pg.Pool, migrations?: readonly Migration[]): Promise<readonly string[]> {
  const known = migrations ?? (await readMigrations());
  const client = await pool.connect();
  try {
    await refuseOldServer(client);
    // Two processes that start at the same moment migrate one after the other. The wait may be long; that is no fault.
    await client.query("set lock_timeout = 0");
    await client.query("select pg_advisory_lock(7239052412)");
    try {
      return await runMissing(client, known);
    } finally {
      await client.query("select pg_advisory_unlock(7239052412)");
    }
  } finally {
    client.release(true);
  }
}

async function refuseOldServer(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
  if (Number(rows[0]?.version) >= oldestServer) return;
  throw new RecordFault("database-too-old", "PostgreSQL 15 or newer is needed");
}

async function runMissing(client: pg.PoolClient, known: readonly Migration[]): Promise<readonly string[]> {
  await client.query(`
    create table if not exists migration (
      number int primary key, name text not null, digest text not null, at timestamptz not null default now()
    )`);
  const { rows: done } = await client.query<DoneMigration>(
    "select number, name, digest from migration order by number",
  );
  refuseNewer(done, known);
  const missing = known.slice(done.length);
  for (const migration of missing) {
    await client.query("begin");
    try {
      await client.query(migration.sql);
      await client.query("insert into migration (number, name, digest) values ($1, $2, $3)", [
        migration.number,
        migration.name,
        digestOf(migration),
      ]);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      throw error;
    }
  }
  return missing.map((migration) => migration.name);
}

/** Throws `RecordFault` when these migrations are not the first of ours. */
export function refuseNewer(done: readonly DoneMigration[], known: readonly Migration[]): void {
  const newest = done.at(-1);
  if (newest !== undefined && newest.number > (known.at(-1)?.number ?? 0)) {
    throw new RecordFault(
      "database-newer",
      `the database was written by a newer release (it knows ${newest.name}); start that release, or restore a backup`,
    );
  }
  for (const [place, migration] of done.entries()) {
    const ours = known[place];
    if (ours !== undefined && ours.number === migration.number && digestOf(ours) === migration.digest) continue;
    throw new RecordFault(
      "migration-changed",
      `migration ${migration.name} is not the one this database was made with`,
    );
  }
}

const digestOf = (migration: Migration): string => createHash("sha256").update(migration.sql).digest("hex");
