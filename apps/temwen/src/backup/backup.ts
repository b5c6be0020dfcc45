import { access, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { openPicture, type RecordPicture } from "@temwen/record/postgres";
import type { S3Place } from "@temwen/server";
import { type Digest, millisToInstant } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { type DataFolder, findDataFolder } from "../running/data-folder.ts";
import { codeOf } from "../running/error-codes.ts";
import { openShelf } from "../running/evidence-shelf.ts";
import { hasDemo, readOfficeFiles } from "../running/office-files.ts";
import { reachDatabase, refuseNoDatabase } from "../running/reach-database.ts";
import type { Terminal } from "../terminal.ts";
import { readRecipients, sealStream } from "./age-streams.ts";
import { BackupFault, fileExists } from "./backup-fault.ts";
import { checkBackup } from "./check-backup.ts";
import { writeContainer } from "./container.ts";
import { keepOffice } from "./keep.ts";
import { backupForm, type Opening } from "./manifest.ts";
import { nameWhole } from "./name-whole.ts";
import { isStopped, listenForStop, type Stop } from "./stop.ts";
import { writeFlushed } from "./write-flushed.ts";

export type BackupOptions = {
  readonly data: string;
  readonly out: string;
  readonly recipients: readonly string[];
  readonly recipientFiles: readonly string[];
  readonly withKeys: boolean;
  /** False leaves out reading again what was written. */
  readonly verify: boolean;
  readonly databaseUrl?: string;
  readonly s3?: S3Place;
};

/** Writes a sealed backup of an office, whether it runs or not, and reads it again. Throws `BackupFault`. */
export async function backup(options: BackupOptions, terminal: Terminal): Promise<Exit> {
  const out = resolve(options.out);
  const recipients = await readRecipients(options.recipients, options.recipientFiles);
  await refuseExisting(out);
  const folder = await findDataFolder(options.data);
  const office = await readOfficeFiles(folder);
  if (!office) throw new BackupFault("no-office", `there is no office in ${folder.path}`);
  await refuseNoDatabase(folder, options.databaseUrl);
  const database = await reachDatabase(folder, options.databaseUrl, terminal.progress);
  const aside = `${out}.${process.pid}.part`;
  const stop = listenForStop();
  try {
    await using picture = await openPicture(database.connection);
    const events = await picture.countEvents(office.trust.office);
    if (events === 0) {
      throw new BackupFault("no-record", "this database holds nothing of this office; is DATABASE_URL the right one?");
    }
    const opening: Opening = {
      form: backupForm,
      office: office.trust.office,
      at: millisToInstant(Date.now()),
      migrations: picture.migrations,
      counts: { events: rowsOf(picture, "event"), cases: rowsOf(picture, "filing") },
      isDemo: await hasDemo(folder),
      withKeys: options.withKeys,
    };
    const made = await write({ aside, folder, picture, opening, recipients, options, stop }, terminal);
    await nameWhole(aside, out).catch((error) => {
      throw codeOf(error) === "EEXIST" ? fileExists(out) : error;
    });
    if (made.missing > 0) terminal.progress(`${made.missing} pieces of evidence were not there, or not whole`);
    const { office: id, at, counts } = opening;
    const result = { backup: out, office: id, at, ...counts, ...made, verified: options.verify };
    terminal.result(result, `${out}: ${counts.cases} cases, ${made.blobs} files of evidence, as of ${at}`);
    return exits.done;
  } catch (error) {
    throw codeOf(error) === "ENOSPC" ? noSpace(error) : error;
  } finally {
    await rm(aside, { force: true });
    await database.letGo();
  }
}

type Writing = {
  readonly aside: string;
  readonly folder: DataFolder;
  readonly picture: RecordPicture;
  readonly opening: Opening;
  readonly recipients: readonly string[];
  readonly options: BackupOptions;
  readonly stop: Stop;
};

type Made = { readonly blobs: number; readonly missing: number; readonly bytes: number; readonly sha256: Digest };

async function write(writing: Writing, { progress }: Terminal): Promise<Made> {
  const { aside, folder, picture, opening, recipients, options, stop } = writing;
  const shelf = openShelf(folder, options.s3);
  const kept = keepOffice(folder, picture, { shelf, withKeys: options.withKeys, onProgress: progress });
  let blobs = 0;
  let spoilt = 0;
  const missing = (): number => kept.missing() + spoilt;
  const plain = writeContainer(opening, kept.entries, missing, ({ name }, { sha256 }) => {
    if (!name.startsWith("blob/")) return;
    // It stands there as it is; whoever restores it sees the same, and leaves it out.
    if (name === `blob/${sha256}`) blobs += 1;
    else spoilt += 1;
  });
  const sealed = await sealStream(stop.untilAsked(plain), recipients);
  // A file of secrets, though sealed: nobody but its owner reads it.
  const written = await writeFlushed(aside, sealed.bytes, 0o600);
  if (options.verify) {
    progress("reading it again");
    const found = await checkBackup(aside, [sealed.forChecking], stop).catch((cause) => {
      if (isStopped(cause)) throw cause;
      throw new BackupFault("not-written-well", "what was written does not read back: is the disk sound?", cause);
    });
    if (found.opening.at !== opening.at) throw new Error("another backup was read than was written");
  }
  return { blobs, missing: missing(), ...written };
}

const rowsOf = (picture: RecordPicture, table: string): number =>
  picture.tables.find(({ name }) => name === table)?.rows ?? 0;

async function refuseExisting(out: string): Promise<void> {
  const isThere = await access(out).then(
    () => true,
    () => false,
  );
  if (isThere) throw fileExists(out);
}

const noSpace = (cause: unknown): BackupFault =>
  new BackupFault("no-space", "the disk is full; no backup was made, and nothing of it was left", cause);
