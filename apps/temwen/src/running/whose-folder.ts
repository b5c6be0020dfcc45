import { join } from "node:path";
import { type DataFolder, DataFolderFault } from "./data-folder.ts";
import { findHolder, giveBackNote, takeNote } from "./process-note.ts";

/** Throws `DataFolderFault` when an office runs on this folder; changes nothing. */
export async function refuseSecondOffice(folder: DataFolder): Promise<void> {
  const holder = await findHolder(noteOf(folder));
  if (holder !== undefined) throw inUse(folder, holder);
}

/**
 * Takes the folder for this process; returns what gives it back. Two offices on one folder would follow the same clocks
 * twice, and whoever stops one would think that all is stopped. Throws `DataFolderFault`.
 */
export async function claimFolder(folder: DataFolder): Promise<() => Promise<void>> {
  const holder = await takeNote(noteOf(folder));
  if (holder !== undefined) throw inUse(folder, holder);
  return () => giveBackNote(noteOf(folder));
}

const noteOf = (folder: DataFolder): string => join(folder.path, "running");

const inUse = ({ path }: DataFolder, pid: number): DataFolderFault =>
  new DataFolderFault(
    "in-use",
    `an office already runs on the data folder ${path} (pid ${pid}): stop it first, or say another --data`,
  );
