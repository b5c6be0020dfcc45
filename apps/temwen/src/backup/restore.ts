import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { removeEmbedded } from "@temwen/record/embedded";
import { openReturn, type RecordReturn, refuseFullDatabase } from "@temwen/record/postgres";
import type { S3Place } from "@temwen/server";
import { type Exit, exits } from "../exit.ts";
import { type DataFolder, findDataFolder, makeDataFolder } from "../running/data-folder.ts";
import { codeOf, isAbsent } from "../running/error-codes.ts";
import { openShelf } from "../running/evidence-shelf.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { type Database, reachDatabase } from "../running/reach-database.ts";
import { leaveRestoreNote, restoreNoteName, takeRestoreNote } from "../running/restore-note.ts";
import type { Terminal } from "../terminal.ts";
import { readIdentities } from "./age-streams.ts";
import { BackupFault, damaged } from "./backup-fault.ts";
import { checkBackup, type Inventory, readBackup } from "./check-backup.ts";
import { type CheckedChain, checkChain } from "./check-chain.ts";
import { refuseAnotherOffice, refuseNewerRecord } from "./fitting.ts";
import { putBlob, putFile, putFinish } from "./put-files.ts";
import { listenForStop, type Stop } from "./stop.ts";

export type RestoreOptions = {
  readonly data: string;
  readonly in: string;
  readonly identities: readonly string[];
  /** A roots file that is known to be the office's: a backup of any other is refused. */
  readonly roots?: string;
  readonly databaseUrl?: string;
  readonly s3?: S3Place;
};

/**
 * Puts a backup back into an empty folder and an empty database. The backup is read to its end before anything is made,
 * and nobody sees the record before its chain has been checked. What fails leaves nothing; what is killed leaves a note.
 * Throws `BackupFault`.
 */
export async function restore(options: RestoreOptions, terminal: Terminal): Promise<Exit> {
  const identities = await readIdentities(options.identities);
  const folder = await findDataFolder(options.data);
  await refuseFullFolder(folder.path);
  if (options.databaseUrl) await refuseFullDatabase({ url: options.databaseUrl });
  const file = resolve(options.in);
  const stop = listenForStop();
  terminal.progress("reading the backup");
  const found = await checkBackup(file, identities, stop);
  await refuseNewerRecord(found.opening);
  if (options.roots) await refuseAnotherOffice(found, options.roots);
  const isNew = await makeNoted(folder);
  try {
    const checked = await putBack({ folder, file, identities, found, options, stop }, terminal);
    await takeRestoreNote(folder.path);
    sayRestored(folder, found, checked, terminal);
    return exits.done;
  } catch (error) {
    await clearAway(folder, isNew).catch(() => {
      // The note stays: whoever comes next is told what this folder is.
      terminal.progress(`what was begun could not be cleared away: remove ${folder.path}`);
    });
    throw codeOf(error) === "ENOSPC" ? noSpace(error) : error;
  }
}

type Putting = {
  readonly folder: DataFolder;
  readonly file: string;
  readonly identities: readonly string[];
  readonly found: Inventory;
  readonly options: RestoreOptions;
  readonly stop: Stop;
};

async function putBack(putting: Putting, { progress }: Terminal): Promise<CheckedChain> {
  const { folder, found, options, stop } = putting;
  await makeDataFolder(folder);
  const database = await reachDatabase(folder, options.databaseUrl, progress);
  try {
    await using record = await openReturn(database.connection, found.opening.migrations);
    await putEntries(putting, record, progress);
    await putFinish(folder, found.opening);
    const office = await readOfficeFiles(folder);
    if (office?.trust.office !== found.opening.office) throw damaged();
    progress("checking the record from its first event");
    const checked = await checkChain(record.readAfter, office.trust, stop.heed);
    const { events, cases } = found.opening.counts;
    if (checked.events !== events || checked.cases !== cases) throw damaged();
    if ((await record.countSpoiltParts()) > 0) {
      throw new BackupFault(
        "record-contradicts-itself",
        "a sealed part is not what its digest says; nothing was restored",
      );
    }
    stop.heed();
    await record.commit();
    return checked;
  } catch (error) {
    // First, so that a full disk has room for a database to be stopped in.
    await clearFiles(folder);
    throw error;
  } finally {
    await letGoQuietly(database);
  }
}

async function putEntries(
  { folder, file, identities, options, stop }: Putting,
  record: RecordReturn,
  progress: (line: string) => void,
): Promise<void> {
  const shelf = openShelf(folder, options.s3);
  await readBackup(file, identities, stop, {
    entry: async (place, { columns = [], rows }, bytes, ended) => {
      if (place.kind === "file") return putFile(folder, place.path, bytes);
      if (place.kind === "blob") return putBlob({ folder, shelf }, place.digest, bytes, ended);
      progress(`table ${place.table}: ${rows} rows`);
      const came = await record.copyTable({ name: place.table, columns }, bytes);
      if (came !== rows) throw damaged();
    },
  });
}

/** A database that could not be stopped is no reason to say another thing than what went wrong before. */
const letGoQuietly = ({ letGo }: Database): Promise<void> => letGo().catch(() => undefined);

async function refuseFullFolder(path: string): Promise<void> {
  const names = await readdir(path).catch((error) => {
    if (isAbsent(error)) return [];
    throw error;
  });
  if (names.length > 0) {
    throw new BackupFault("folder-not-empty", `${path} is not empty: a backup is restored into a new folder only`);
  }
}

/** Makes the folder where it is missing and leaves the note; returns whether it was missing. */
async function makeNoted({ path }: DataFolder): Promise<boolean> {
  const made = await mkdir(path, { recursive: true });
  if (!(await leaveRestoreNote(path))) {
    throw new BackupFault("folder-not-empty", `another process restores into ${path} at this moment`);
  }
  return made !== undefined;
}

/** Takes back all that was put into the folder, the note last. */
async function clearAway(folder: DataFolder, isNew: boolean): Promise<void> {
  await clearFiles(folder);
  await removeEmbedded({ folder: folder.postgres });
  await takeRestoreNote(folder.path);
  if (isNew) await rm(folder.path, { recursive: true, force: true });
}

/** Takes away everything but the database, which may run, and the note. */
async function clearFiles({ path, postgres }: DataFolder): Promise<void> {
  for (const name of await readdir(path)) {
    const isKept = name === restoreNoteName || name === basename(postgres);
    if (!isKept) await rm(join(path, name), { recursive: true, force: true });
  }
}

function sayRestored(folder: DataFolder, found: Inventory, checked: CheckedChain, terminal: Terminal): void {
  const { opening, closing, blobs } = found;
  terminal.progress(`This is the office as it was at ${opening.at}. What was filed or decided since is not in it.`);
  terminal.progress(
    `Directory ${checked.epoch} is in force. If a newer one was signed since, publish it before anybody signs in: ` +
      "whoever has left since is listed again.",
  );
  if (closing.missing > 0) terminal.progress(`${closing.missing} pieces of evidence were missing when it was made`);
  const { office, at } = opening;
  terminal.result(
    { restored: folder.path, office, at, ...checked, blobs, missing: closing.missing },
    `${folder.path}: ${checked.cases} cases, ${blobs} files of evidence, as of ${at}`,
  );
}

const noSpace = (cause: unknown): BackupFault =>
  new BackupFault("no-space", "the disk is full; nothing was restored, and nothing of it was left", cause);
