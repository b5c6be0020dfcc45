import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

const lookEvery = 20;
/** Longer than witnesses are waited for. */
const patienceMillis = 60_000;
/** SQLITE_BUSY: somebody else has it. */
const busy = 5;

/**
 * Does something while nobody else does it who uses this file: a lock of the operating system, which whoever is killed lets go of at
 * once, and which holds between containers. A note with a process's number does neither. The file is empty, and MUST stay where it is.
 */
export async function alone<Done>(place: string, work: () => Promise<Done>): Promise<Done> {
  await mkdir(dirname(place), { recursive: true });
  let lock = take(place);
  for (const end = performance.now() + patienceMillis; !lock; lock = take(place)) {
    if (performance.now() > end) throw new Error("another process signs and does not end");
    await pause(lookEvery);
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

/** SQLite is the way to such a lock that Node has; nothing is ever written into the file. */
function take(place: string): DatabaseSync | undefined {
  const file = new DatabaseSync(place);
  try {
    file.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
    return file;
  } catch (error) {
    file.close();
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return undefined;
    throw error;
  }
}
