import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, isAbsent } from "./error-codes.ts";
import { findLiving, nameOfThisProcess } from "./process-name.ts";

/** What the note of a restore is called in a data folder. */
export const restoreNoteName = "restoring";

const noteOf = (path: string): string => join(path, restoreNoteName);

/** What a note of a restore says of a folder. */
export type RestoreNote = "none" | "at-work" | "left-behind";

/** Whether a restore is at work in a folder, or was ended before it was done. */
export async function readRestoreNote(path: string): Promise<RestoreNote> {
  const note = await readFile(noteOf(path), "utf8").catch((error) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
  if (note === undefined) return "none";
  return (await findLiving(note)) === undefined ? "left-behind" : "at-work";
}

/** Leaves the note before anything else is put into a folder; false when another restore was quicker. */
export async function leaveRestoreNote(path: string): Promise<boolean> {
  try {
    const handle = await open(noteOf(path), "wx", 0o644);
    try {
      await handle.writeFile(await nameOfThisProcess());
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** The last step of a restore: from here on the folder is an office. */
export const takeRestoreNote = (path: string): Promise<void> => rm(noteOf(path), { force: true });
