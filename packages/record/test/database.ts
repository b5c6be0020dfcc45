import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Embedded, type EmbeddedConnection, removeEmbedded, startEmbedded } from "../src/embedded/index.ts";
import { openPostgresRecord } from "../src/postgres/index.ts";

/** A real server in a folder of its own, and empty records cloned from one that was migrated once. */
export type TestServer = AsyncDisposable & {
  readonly folder: string;
  readonly embedded: Embedded;
  freshDatabase(): Promise<EmbeddedConnection>;
  /** Empties a database; a clone would write megabytes for every test. */
  empty(database: EmbeddedConnection): Promise<void>;
  query(sql: string, database?: EmbeddedConnection): Promise<readonly Record<string, unknown>[]>;
};

const stillStarting = "57P03";

/** Connects, also to a server that a test has killed and that reads its log again. */
async function connect(database: EmbeddedConnection): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client(database);
    // Tests kill servers; the query's own failure is what counts.
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === 100 || (error as pg.DatabaseError).code !== stillStarting) throw error;
      await pause(100);
    }
  }
}

/** Starts one. */
export async function startTestServer(programs?: string): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-record-"));
  const embedded = await startEmbedded({ folder, ...(programs === undefined ? {} : { programs }) });
  const query: TestServer["query"] = async (sql, database = embedded.connection) => {
    const client = await connect(database);
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await query("create database migrated");
  await (await openPostgresRecord({ config: { ...embedded.connection, database: "migrated" } }))[Symbol.asyncDispose]();
  let made = 0;
  return {
    folder,
    embedded,
    query,
    async freshDatabase() {
      made += 1;
      await query(`create database fresh_${made} template migrated`);
      return { ...embedded.connection, database: `fresh_${made}` };
    },
    async empty(database) {
      const tables = await query(
        "select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'",
        database,
      );
      // As a replica a session fires no triggers, so here alone events can go.
      await query(
        `set session_replication_role = replica; ${tables.map((row) => `delete from ${row.tablename}`).join("; ")}`,
        database,
      );
    },
    async [Symbol.asyncDispose]() {
      await embedded.stop();
      await removeEmbedded({ folder });
    },
  };
}
