import {
  type Connection,
  clearTraces,
  lookForTraces,
  openPostgresRecord,
  type TraceCounts,
  type TracesView,
} from "@temwen/record/postgres";
import type { S3Place } from "@temwen/server";
import { type Instant, millisToInstant } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { type DataFolder, findDataFolder } from "../running/data-folder.ts";
import { openShelf } from "../running/evidence-shelf.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { NoDatabaseFault, reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import type { Terminal } from "../terminal.ts";
import { readOrphanNotes, writeOrphanNotes } from "./orphan-notes.ts";
import { findOrphans, type Orphans, orphanDays, takeOrphans } from "./orphans.ts";

export type ClearingOptions = {
  readonly data: string;
  readonly isDry: boolean;
  readonly databaseUrl?: string;
  readonly s3?: S3Place;
  readonly now?: Instant;
};

/**
 * Takes away what is due, whether the office runs or not: sessions and challenges that are past, evidence that no case
 * names, dead rows in the files of the database, and its old log. Every step may be stopped and run again. Throws faults
 * that a person can mend.
 */
export async function clearOffice(options: ClearingOptions, terminal: Terminal): Promise<Exit> {
  const { data, isDry, databaseUrl, s3, now = millisToInstant(Date.now()) } = options;
  const folder = await findDataFolder(data);
  await refuseNoDatabase(folder, databaseUrl);
  const shelf = openShelf(folder, s3);
  const database = await reachDatabase(folder, databaseUrl, terminal.progress);
  try {
    await using view = await lookForTraces(database.connection);
    await refuseAnotherRecord(folder, view);
    terminal.progress("comparing evidence with the record");
    const orphans = await findOrphans(shelf, view, await readOrphanNotes(folder), now);
    if (isDry) {
      sayDue(await view.count(now), orphans, terminal);
      return exits.done;
    }
    const taken = await takeOrphans(shelf, view, orphans.due);
    await writeOrphanNotes(folder, orphans.waiting);
    const { sessions, challenges } = await forget(database.connection, now);
    terminal.progress("rewriting tables: filings wait so long");
    const { log } = await clearTraces(database.connection);
    const waiting = orphans.waiting.size;
    terminal.result(
      { sessions, challenges, orphans: { taken, waiting }, tables: "rewritten", log },
      `forgotten: ${sessions} sessions, ${challenges} challenges. Evidence that no case names: ${taken} taken, ` +
        `${waiting} wait for ${orphanDays} days. Tables rewritten. The database's log: ${log}.`,
    );
    return exits.done;
  } finally {
    await database.letGo();
  }
}

/** Beside another office's record every piece of evidence would seem to be nobody's. */
async function refuseAnotherRecord(folder: DataFolder, view: TracesView): Promise<void> {
  const office = await readOfficeFiles(folder);
  if (office && (await view.countEvents(office.trust.office)) > 0) return;
  throw new NoDatabaseFault(
    `${folder.path} and its database are not of one office; is --data or DATABASE_URL the right one?`,
  );
}

async function forget(connection: Connection, now: Instant): ReturnType<OpenRecord["forgetExpired"]> {
  await using record = await openPostgresRecord(connection);
  return record.forgetExpired(now);
}

type OpenRecord = Awaited<ReturnType<typeof openPostgresRecord>>;

/** One line for each row of the retention table that a run takes care of; the names are the table's. */
function sayDue(counts: TraceCounts, { due, waiting }: Orphans, terminal: Terminal): void {
  const rows = {
    sessions: counts.sessions,
    challenges: counts.challenges,
    "dead-rows": counts.deadRows,
    "database-log": counts.logFiles ?? "not-ours",
    orphans: due.length,
  } as const satisfies { readonly [row in (typeof rowsOfARun)[number]]: number | string };
  const lines = Object.entries(rows).map(([row, count]) => `${String(count).padStart(9)}  ${row}`);
  lines.push(`${String(waiting.size).padStart(9)}  orphans that wait for their ${orphanDays} days`);
  terminal.result(
    { dryRun: true, due: rows, waiting: { orphans: waiting.size } },
    `due now (temwen retention show says what each is):\n${lines.join("\n")}\nNothing was changed.`,
  );
}

/** The rows of the retention table that say `retention-run`. */
export const rowsOfARun = ["sessions", "challenges", "dead-rows", "database-log", "orphans"] as const;
