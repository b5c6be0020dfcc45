import { mkdir, readdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { openReturn, type RecordReturn, refuseFullDatabase } from "@temwen/record/postgres";
import type { S3Place } from "@temwen/server";
import { type Exit, exits } from "../exit.ts";
import { type DataFolder, findDataFolder, makeDataFolder } from "../running/data-folder.ts";
import { codeOf, isAbsent } from "../running/error-codes.ts";
import { openShelf } from "../running/evidence-shelf.ts";
import { readOfficeFiles } from "../running/office-files.ts";
import { type Database, reachDatabase } from "../running/reach-database.ts";
import { leaveRestoreNote, takeRestoreNote } from "../running/restore-note.ts";
import type { Terminal } from "../terminal.ts";
import { openSealed, readIdentities } from "./age-streams.ts";
import { BackupFault, damaged } from "./backup-fault.ts";
import { forgetPieces } from "./bucket-journal.ts";
import { type Checked, checkBackup, type Inventory, readBackup } from "./check-backup.ts";
import { checkChain } from "./check-chain.ts";
import { clearAway, clearFiles } from "./clear-away.ts";
import { readErasureList } from "./erasure-list.ts";
import { refuseAnotherOffice, refuseNewerRecord, trustIn } from "./fitting.ts";
import { type JudgedList, judgeList } from "./judge-list.ts";
import { putBlob, putFile, putFinish } from "./put-files.ts";
import { compareList, eraseListed } from "./redo-erasures.ts";
import { type Restored, sayRestored } from "./say-restored.ts";
import { listenForStop, type Stop } from "./stop.ts";

export type RestoreOptions = {
  readonly data: string;
  readonly in: string;
  readonly identities: readonly string[];
  /** A roots file that is known to be the office's: a backup of any other is refused. */
  readonly roots?: string;
  /** A list of erasures: those since the backup are done again before the office can open. */
  readonly erasures?: string;
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
  const list = await readList(options, identities, found, stop);
  const isNew = await makeNoted(folder);
  try {
    const restored = await putBack({ folder, file, identities, found, options, stop, list }, terminal);
    await forgetPieces(folder.path);
    await takeRestoreNote(folder.path);
    sayRestored(folder, found, restored, terminal);
    return exits.done;
  } catch (error) {
    await takeBack(folder, isNew, options.s3).catch((cause) => {
      // The note stays: whoever comes next is told what this folder is.
      const why = cause instanceof BackupFault ? cause.message : `remove ${folder.path}`;
      terminal.progress(`what was begun could not be cleared away: ${why}`);
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
  readonly list: JudgedList | undefined;
};

async function putBack(putting: Putting, { progress }: Terminal): Promise<Restored> {
  const { folder, found, options, stop, list } = putting;
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
    const redoing = list && (await compareList(list, record.readAfter, stop.heed));
    stop.heed();
    await record.commit();
    // From here on it is an office, but for the note: nothing starts on it before the list is done.
    const shelf = openShelf(folder, options.s3);
    return { checked, again: redoing && (await eraseListed(redoing, database.connection, shelf)) };
  } catch (error) {
    // First, so that a full disk has room for a database to be stopped in.
    await clearFiles(folder);
    throw error;
  } finally {
    await letGoQuietly(database);
  }
}

/** The list of erasures, if one was given: judged before anything is made. */
async function readList(
  { erasures }: RestoreOptions,
  identities: readonly string[],
  found: Checked,
  { untilAsked, heed }: Stop,
): Promise<JudgedList | undefined> {
  if (erasures === undefined) return undefined;
  const opened = untilAsked(openSealed(resolve(erasures), identities));
  return judgeList(await readErasureList(opened), trustIn(found), heed);
}

async function putEntries(
  { folder, file, identities, options, stop }: Putting,
  record: RecordReturn,
  progress: (line: string) => void,
): Promise<void> {
  const shelf = openShelf(folder, options.s3);
  const isBucket = options.s3 !== undefined;
  await readBackup(file, identities, stop, {
    entry: async (place, { columns = [], rows }, bytes, ended) => {
      if (place.kind === "file") return putFile(folder, place.path, bytes);
      if (place.kind === "blob") return putBlob({ folder, shelf, isBucket }, place.digest, bytes, ended);
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

async function takeBack(folder: DataFolder, isNew: boolean, s3: S3Place | undefined): Promise<void> {
  await clearAway(folder, s3);
  if (isNew) await rm(folder.path, { recursive: true, force: true });
}

const noSpace = (cause: unknown): BackupFault =>
  new BackupFault("no-space", "the disk is full; nothing was restored, and nothing of it was left", cause);
