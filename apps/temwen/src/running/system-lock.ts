import { DatabaseSync } from "node:sqlite";

/** SQLITE_BUSY: somebody else has it. */
const busy = 5;

/**
 * Takes a lock of the operating system on a file, for as long as this process lives or until it is closed; undefined when another
 * process has it. Unlike a note with a process's number it holds between containers, and whoever is killed lets go of it at once.
 * The database is the way to such a lock that Node has; nothing is ever written into it. The file MUST stay where it is.
 */
export function takeSystemLock(place: string): Disposable | undefined {
  const database = new DatabaseSync(place);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return undefined;
    throw error;
  }
  return { [Symbol.dispose]: () => database.close() };
}
