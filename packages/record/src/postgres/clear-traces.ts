import pg from "pg";
import { type Connection, createClient } from "./connect.ts";
import { erasedTables } from "./erase.ts";
import { insufficientPrivilege } from "./faults.ts";
import { failureToFault } from "./read.ts";
import { expiringTables } from "./sessions.ts";

/** Whether the database's own log was ours to clear; where it is not, its owner has to. */
export type Cleared = { readonly log: "cleared" | "not-ours" };

/**
 * Rewrites the tables from which something may have been erased, so that no file of the database holds the dead rows any
 * more, and lets the write-ahead log begin anew. Each table is locked while it is rewritten: filings wait so long. May be
 * stopped anywhere and run again. Throws `RecordFault`.
 */
export async function clearTraces(connection: Connection): Promise<Cleared> {
  const client = createClient(connection);
  try {
    await client.connect();
    // An ordinary vacuum only marks the space as free; the bytes stay until something else is written there.
    for (const table of rewrittenTables) await client.query(`vacuum (full, analyze) ${table}`);
    return { log: await clearLog(client) };
  } catch (error) {
    throw failureToFault(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** From which something may have been erased. */
export const rewrittenTables: readonly string[] = [...erasedTables, ...expiringTables];

/**
 * Old segments of the log are renamed for later use, with what is in them. Without that they are removed at a
 * checkpoint; so the log is led past every segment that is there now.
 */
async function clearLog(client: pg.Client): Promise<Cleared["log"]> {
  try {
    await client.query("alter system set wal_recycle = off");
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === insufficientPrivilege) return "not-ours";
    throw error;
  }
  try {
    // The checkpointer reads its settings by itself; a second is plenty, and what it did before is led past below.
    await client.query("select pg_reload_conf(), pg_sleep(1)");
    await client.query("checkpoint");
    const { rows: there } = await client.query<{ last: string }>("select max(name) as last from pg_ls_waldir()");
    for (let current = ""; current <= (there[0]?.last ?? ""); ) {
      await client.query("select pg_switch_wal()");
      await client.query("checkpoint");
      const { rows } = await client.query<{ name: string }>("select pg_walfile_name(pg_current_wal_lsn()) as name");
      current = rows[0]?.name ?? "";
    }
    await client.query("checkpoint");
    return "cleared";
  } finally {
    await client.query("alter system reset wal_recycle");
    await client.query("select pg_reload_conf()");
  }
}
