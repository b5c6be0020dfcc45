import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { removeEmbedded } from "@temwen/record/embedded";
import type { S3Place } from "@temwen/server";
import { type Exit, exits } from "../exit.ts";
import { type DataFolder, namePlaces } from "../running/data-folder.ts";
import { openShelf } from "../running/evidence-shelf.ts";
import { readRestoreNote, restoreNoteName, takeRestoreNote } from "../running/restore-note.ts";
import type { Terminal } from "../terminal.ts";
import { BackupFault } from "./backup-fault.ts";
import { clearPieces, journalName, readPieces } from "./bucket-journal.ts";

/**
 * Takes back all that a restore put down: pieces in a bucket first, for their names stand in the folder; the note last.
 * Throws `BackupFault` where pieces cannot be reached; then folder and note stay, and this may be done again.
 */
export async function clearAway(folder: DataFolder, s3: S3Place | undefined): Promise<void> {
  await clearFiles(folder);
  await clearBucket(folder, s3);
  await removeEmbedded({ folder: folder.postgres });
  await takeRestoreNote(folder.path);
}

/** Takes away everything but the database, which may run, the note, and the names of pieces in a bucket. */
export async function clearFiles({ path, postgres }: DataFolder): Promise<void> {
  const kept = [restoreNoteName, journalName, basename(postgres)];
  for (const name of await readdir(path)) {
    if (!kept.includes(name)) await rm(join(path, name), { recursive: true, force: true });
  }
}

async function clearBucket(folder: DataFolder, s3: S3Place | undefined): Promise<void> {
  const left = (await readPieces(folder.path)).length;
  if (left === 0) return;
  const how = `with the bucket's environment: temwen restore --clear --data ${folder.path}`;
  const said = `${left} pieces of evidence may stand in the bucket (named in ${journalName} there); remove them`;
  if (!s3) throw new BackupFault("pieces-left", `${said} ${how}`);
  await clearPieces(folder.path, openShelf(folder, s3)).catch((cause) => {
    throw new BackupFault("pieces-left", `${said}, when the bucket answers again, ${how}`, cause);
  });
}

/** `restore --clear`: takes back what a restore that was killed, or could not clear up, left in a folder. */
export async function clearHalfRestored(place: string, s3: S3Place | undefined, terminal: Terminal): Promise<Exit> {
  const folder = namePlaces(place);
  if ((await readRestoreNote(folder.path)) !== "left-behind") {
    throw new BackupFault("nothing-to-clear", `no restore was left half done in ${folder.path}`);
  }
  await clearAway(folder, s3);
  terminal.result({ cleared: folder.path }, `${folder.path}: what the restore had put down is gone`);
  return exits.done;
}
