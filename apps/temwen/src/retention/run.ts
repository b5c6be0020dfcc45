import { clearTraces, openPostgresRecord } from "@temwen/record/postgres";
import { millisToInstant } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import type { Terminal } from "../terminal.ts";

export type ClearingOptions = { readonly data: string; readonly isDry: boolean; readonly databaseUrl?: string };

/**
 * Takes away what is due, whether the office runs or not: sessions and challenges that are past, dead rows in the files of
 * the database, and its old log. Every step may be stopped and run again. Throws faults that a person can mend.
 */
export async function clearOffice({ data, isDry, databaseUrl }: ClearingOptions, terminal: Terminal): Promise<Exit> {
  const folder = await findDataFolder(data);
  await refuseNoDatabase(folder, databaseUrl);
  if (isDry) {
    const steps = ["forget sessions and challenges that are past", "rewrite tables", "begin the database's log anew"];
    terminal.result({ dryRun: true, steps }, `would: ${steps.join("; ")}. Nothing was changed.`);
    return exits.done;
  }
  const database = await reachDatabase(folder, databaseUrl, terminal.progress);
  try {
    const forgotten = await forget(database.connection);
    terminal.progress("rewriting tables: filings wait so long");
    const { log } = await clearTraces(database.connection);
    const { sessions, challenges } = forgotten;
    terminal.result(
      { sessions, challenges, tables: "rewritten", log },
      `forgotten: ${sessions} sessions, ${challenges} challenges. Tables rewritten. The database's log: ${log}.`,
    );
    return exits.done;
  } finally {
    await database.letGo();
  }
}

async function forget(connection: Parameters<typeof clearTraces>[0]): ReturnType<OpenRecord["forgetExpired"]> {
  await using record = await openPostgresRecord(connection);
  return record.forgetExpired(millisToInstant(Date.now()));
}

type OpenRecord = Awaited<ReturnType<typeof openPostgresRecord>>;
