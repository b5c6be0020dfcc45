import pg from "pg";
import type { RecordedEvent } from "../record.ts";
import { type Connection, createClient, createPool } from "./connect.ts";
import { copyIn } from "./copy.ts";
import { RecordFault } from "./faults.ts";
import { type DoneMigration, migrate, readMigrations, refuseNewer } from "./migrate.ts";
import { failureToFault } from "./read.ts";
import { readAfterText, rowToEvent } from "./read-events.ts";
import { columnList, keptTables, leftOutTables, type TableForm } from "./tables.ts";

/** A record that is being put back. Nobody sees anything of it before `commit`; closing it without takes all back. */
export type RecordReturn = AsyncDisposable & {
  /** Puts the rows of one table in; returns how many there were. */
  readonly copyTable: (table: TableForm, bytes: AsyncIterable<Uint8Array>) => Promise<number>;
  /** Events as they will stand, for whoever checks them first. */
  readonly readAfter: (position: number, limit: number) => Promise<readonly RecordedEvent[]>;
  /** How many sealed parts, and cases of registers, have other bytes than their digest says. */
  readonly countSpoiltParts: () => Promise<number>;
  /** Makes it the record, then brings it up to this release. */
  readonly commit: () => Promise<void>;
};

/** Refuses (by a `RecordFault`) a database that holds anything of a record. */
export async function refuseFullDatabase(connection: Connection): Promise<void> {
  const client = createClient(connection);
  try {
    await client.connect();
    await refuseRows(client);
  } catch (error) {
    throw failureToFault(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Begins to put a record back into an empty database, which is first brought to where the record was when its picture
 * was taken. Throws `RecordFault`: when something is there, or when a newer release took the picture.
 */
export async function openReturn(connection: Connection, taken: readonly DoneMigration[]): Promise<RecordReturn> {
  const known = await readMigrations();
  refuseNewer(taken, known);
  await refuseFullDatabase(connection);
  await migrateWith(connection, known.slice(0, taken.length));
  const client = createClient(connection);
  try {
    await client.connect();
    await client.query("begin");
    await client.query("lock table event in exclusive mode");
    await refuseRows(client);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw failureToFault(error);
  }
  return {
    copyTable: (table, bytes) =>
      copyIn(client, `copy ${table.name} ${columnList(table)} from stdin (format binary)`, bytes).catch(toFault),
    readAfter: async (position, limit) => (await client.query(readAfterText, [position, limit])).rows.map(rowToEvent),
    countSpoiltParts: async () =>
      ((await client.query<{ count: number }>(spoiltParts)).rows[0]?.count ?? 0) + (await countSpoiltCases(client)),
    commit: async () => {
      await client.query(countCases).catch(toFault);
      await client.query("commit").catch(toFault);
      await migrateWith(connection, known);
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
}

/** How many cases stand at each stage, from the cases themselves. */
export const countCases = `
  delete from stage_count;
  insert into stage_count (stage, cases) select stage, count(*) from case_summary group by stage`;

const spoiltParts = `
  select (
    select count(*) from sealed_part where sha256(bytes) <> digest
  ) + (
    select count(*) from filing f, jsonb_to_recordset(f.parts) as p(digest text, at int, size int)
    where encode(sha256(substring(f.bytes from p.at for p.size)), 'hex') <> p.digest
  ) as count`;

/** Cases of registers from before the office. A picture that was taken by an earlier release has no such table. */
async function countSpoiltCases(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    "select from pg_tables where schemaname = 'public' and tablename = 'imported_case'",
  );
  if (rows.length === 0) return 0;
  const text = "select count(*) as count from imported_case where sha256(body) <> digest";
  return (await client.query<{ count: number }>(text)).rows[0]?.count ?? 0;
}

/** A failure of the database becomes a fault of the record; one of the source stays what it is. */
function toFault(error: unknown): never {
  throw error instanceof pg.DatabaseError ? failureToFault(error) : error;
}

async function migrateWith(connection: Connection, known: Parameters<typeof migrate>[1]): Promise<void> {
  const pool = createPool(connection, 1, () => undefined);
  try {
    await migrate(pool, known);
  } catch (error) {
    throw failureToFault(error);
  } finally {
    await pool.end();
  }
}

async function refuseRows(client: pg.Client): Promise<void> {
  const names = [...keptTables, ...Object.keys(leftOutTables)].filter((name) => name !== "migration");
  const { rows: found } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename = any ($1)",
    [names],
  );
  for (const { name } of found) {
    const { rows } = await client.query(`select from ${name} limit 1`);
    if (rows.length > 0) {
      throw new RecordFault("database-not-empty", "this database holds a record already: nothing was restored into it");
    }
  }
}
