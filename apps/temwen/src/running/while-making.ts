import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf, type DataFolder, DataFolderFault } from "./data-folder.ts";

const longest = 60_000;
const lookEvery = 100;

/** One process at a time makes an office: two at once would leave the keys of one beside the directory of the other. */
export async function whileMaking<T>(folder: DataFolder, step: () => Promise<T>): Promise<T> {
  const note = join(folder.keys, "being-made");
  for (let waited = 0; !(await isTaken(note)); waited += lookEvery) {
    if (waited > longest) {
      throw new DataFolderFault("being-made", `another process makes an office here; if none does, remove ${note}`);
    }
    await pause(lookEvery);
  }
  try {
    return await step();
  } finally {
    await rm(note, { force: true });
  }
}

/** Whether this process is now the one. The note of a process that is gone, stopped half-way, counts for nothing. */
async function isTaken(note: string): Promise<boolean> {
  try {
    await writeFile(note, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  const owner = Number(await readFile(note, "utf8").catch(() => ""));
  if (!isAlive(owner)) await rm(note, { force: true });
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}
