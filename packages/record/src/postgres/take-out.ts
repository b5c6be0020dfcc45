import type { Digest, StreamId } from "@temwen/vocabulary";
import type pg from "pg";
import type { RecordedEvent } from "../record.ts";
import { type Connection, createClient } from "./connect.ts";
import { copyOut } from "./copy.ts";
import { RecordFault } from "./faults.ts";
import { type DoneMigration, readMigrations, refuseNewer } from "./migrate.ts";
import { failureToFault } from "./read.ts";
import { readErasedText, rowToEvent } from "./read-events.ts";
import { columnList, keptTables, type TableForm } from "./tables.ts";

/** The whole record as it stood at one moment, to be carried elsewhere. */
export type RecordPicture = AsyncDisposable & {
  readonly migrations: readonly DoneMigration[];
  readonly tables: readonly (TableForm & { readonly rows: number })[];
  /** How many events a stream has. */
  readonly countEvents: (stream: StreamId) => Promise<number>;
  /** The rows of a table in PostgreSQL's binary copy format, as they come. */
  readonly readTable: (table: TableForm) => AsyncIterable<Uint8Array>;
  /** Every event of the office's own stream, and of each case that was erased, in their order. */
  readonly readErased: (office: StreamId) => AsyncIterable<RecordedEvent>;
  /** Evidence that had arrived, each digest once. */
  readonly readArrived: () => AsyncIterable<{ readonly digest: Digest; readonly size: number }>;
};

/**
 * Takes a consistent picture of the record, while others go on writing; holds one connection until it is closed, and
 * reads one thing at a time. Throws `RecordFault`, also where no record is.
 */
export async function openPicture(connection: Connection): Promise<RecordPicture> {
  const client = createClient(connection);
  try {
    await client.connect();
    await client.query("begin isolation level repeatable read read only");
    const migrations = await readDone(client);
    const tables = await describeTables(client);
    return {
      migrations,
      tables,
      countEvents: async (stream) => {
        const text = "select count(*) as count from event where stream = $1";
        return (await client.query<{ count: number }>(text, [stream])).rows[0]?.count ?? 0;
      },
      readTable: (table) => copyOut(client, `copy ${table.name} ${columnList(table)} to stdout (format binary)`),
      readErased: (office) => readErased(client, office),
      readArrived: () => readArrived(client),
      [Symbol.asyncDispose]: () => client.end(),
    };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw failureToFault(error);
  }
}

/** The migrations that made this record. Throws `RecordFault` where there is none, or a newer release wrote it. */
export async function readDone(client: pg.Client): Promise<readonly DoneMigration[]> {
  const { rows: found } = await client.query(
    "select from pg_tables where schemaname = 'public' and tablename = 'migration'",
  );
  const { rows } =
    found.length === 0
      ? { rows: [] }
      : await client.query<DoneMigration>("select number, name, digest from migration order by number");
  if (rows.length === 0) throw new RecordFault("no-record", "there is no record in this database");
  refuseNewer(rows, await readMigrations());
  return rows;
}

async function describeTables(client: pg.Client): Promise<RecordPicture["tables"]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`);
  const tables: RecordPicture["tables"][number][] = [];
  for (const name of keptTables) {
    const own = columns.filter(({ table }) => table === name).map(({ column }) => column);
    // A record from before the migration that made this table.
    if (own.length === 0) continue;
    const { rows } = await client.query<{ count: number }>(`select count(*) as count from ${name}`);
    tables.push({ name, columns: own, rows: rows[0]?.count ?? 0 });
  }
  return tables;
}

async function* readErased(client: pg.Client, office: StreamId): ReturnType<RecordPicture["readErased"]> {
  for (let position = 0; ; ) {
    const { rows } = await client.query(readErasedText, [position, office, 500]);
    const events = rows.map(rowToEvent);
    yield* events;
    const last = events.at(-1);
    if (!last) return;
    position = last.position;
  }
}

async function* readArrived(client: pg.Client): ReturnType<RecordPicture["readArrived"]> {
  for (let after = ""; ; ) {
    const { rows } = await client.query<{ digest: Digest; size: number }>(
      `select encode(digest, 'hex') as digest, max(size) as size from announced
       where arrived and digest > decode($1, 'hex') group by digest order by announced.digest limit 1000`,
      [after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.digest;
  }
}
