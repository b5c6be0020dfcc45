import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { RecordedEvent } from "@temwen/record";
import { openPicture, type RecordPicture } from "@temwen/record/postgres";
import { type Instant, millisToInstant, type OfficeId } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { findDataFolder } from "../running/data-folder.ts";
import { codeOf } from "../running/error-codes.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import type { Terminal } from "../terminal.ts";
import { readRecipients, sealStream } from "./age-streams.ts";
import { BackupFault, fileExists } from "./backup-fault.ts";
import { writeErasureList } from "./erasure-list.ts";
import { nameWhole } from "./name-whole.ts";
import { listenForStop } from "./stop.ts";
import { writeFlushed } from "./write-flushed.ts";

export type ListingOptions = {
  readonly data: string;
  readonly out: string;
  readonly recipients: readonly string[];
  readonly recipientFiles: readonly string[];
  readonly databaseUrl?: string;
};

/**
 * Writes the list of every erasure there was, sealed, whether the office runs or not: whoever restores an older backup
 * does them again by it. Throws `BackupFault`.
 */
export async function listErasures(options: ListingOptions, terminal: Terminal): Promise<Exit> {
  const out = resolve(options.out);
  const recipients = await readRecipients(options.recipients, options.recipientFiles);
  const folder = await findDataFolder(options.data);
  const office = (await readOfficeFiles(folder))?.trust.office;
  if (!office) throw new BackupFault("no-office", `there is no office in ${folder.path}`);
  await refuseNoDatabase(folder, options.databaseUrl);
  const database = await reachDatabase(folder, options.databaseUrl, terminal.progress);
  const aside = `${out}.${process.pid}.part`;
  const stop = listenForStop();
  try {
    await using picture = await openPicture(database.connection);
    const at = millisToInstant(Date.now());
    const events = await readAll(picture, office);
    const sealed = await sealStream(stop.untilAsked(writeErasureList({ office, at }, events)), recipients);
    await writeFlushed(aside, sealed.bytes, 0o600);
    await nameWhole(aside, out).catch((error) => {
      throw codeOf(error) === "EEXIST" ? fileExists(out) : error;
    });
    sayListed({ out, office, at, cases: new Set(events.map(({ stream }) => stream)).size - 1 }, terminal);
    return exits.done;
  } finally {
    await rm(aside, { force: true });
    await database.letGo();
  }
}

async function readAll(picture: RecordPicture, office: OfficeId): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of picture.readErased(office)) events.push(event);
  if (!events.some(({ stream }) => stream === office)) {
    throw new BackupFault("no-record", "this database holds nothing of this office; is DATABASE_URL the right one?");
  }
  return events;
}

function sayListed(
  { out, ...list }: { readonly out: string; readonly office: OfficeId; readonly at: Instant; readonly cases: number },
  terminal: Terminal,
): void {
  terminal.progress("Keep it off this machine, with the backups; a newer list takes the place of every older one.");
  terminal.result({ erasures: out, ...list }, `${out}: ${list.cases} erasures, as of ${list.at}`);
}
