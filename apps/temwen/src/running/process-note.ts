import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { codeOf, isAbsent } from "./error-codes.ts";
import { findLiving, nameOfThisProcess } from "./process-name.ts";

/**
 * Leaves a note with the name of this process. Returns undefined when it did, else the number of the living process
 * whose note stands there. The note of a process that is gone counts for nothing.
 */
export async function takeNote(place: string): Promise<number | undefined> {
  const own = await nameOfThisProcess();
  while (!(await tookNote(place, own))) {
    const found = await readNote(place);
    const holder = await findLiving(found);
    if (holder !== undefined) return holder;
    await clearAway(place, found);
  }
  return undefined;
}

/** The number of the living process whose note stands there; undefined when there is none. Changes nothing. */
export const findHolder = async (place: string): Promise<number | undefined> => findLiving(await readNote(place));

/** Removes the note, if it is of this process. */
export async function giveBackNote(place: string): Promise<void> {
  if ((await readNote(place)) === (await nameOfThisProcess())) await rm(place, { force: true });
}

const readNote = (place: string): Promise<string> =>
  readFile(place, "utf8").catch((error) => {
    if (isAbsent(error)) return "";
    throw error;
  });

/** Linked, not written in place: a note is there whole or not at all. */
async function tookNote(place: string, own: string): Promise<boolean> {
  const draft = `${place}.${process.pid}`;
  // Readable for whoever starts here next, who may be another user; a number is no secret.
  await writeFile(draft, own, { mode: 0o644 });
  try {
    await link(draft, place);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a note that names nobody; when another process replaced it meanwhile, theirs is put back. */
async function clearAway(place: string, stale: string): Promise<void> {
  const aside = `${place}.${process.pid}.old`;
  try {
    await rename(place, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if ((await readNote(aside)) !== stale) await link(aside, place).catch(() => undefined);
  await rm(aside, { force: true });
}
