import { readFile } from "node:fs/promises";
import { codeOf } from "./error-codes.ts";

/** This process as its notes name it: its number and, where the system tells, when it started. */
export async function nameOfThisProcess(): Promise<string> {
  const { start } = await readProcess(process.pid);
  return `${process.pid} ${start ?? 0}`;
}

/**
 * The number of the living process that a note names; undefined when it is gone (kill -9, a power cut) or nobody is
 * named. Numbers are used again, after a restart at the latest, so the hour of its start must be the same too.
 */
export async function findLiving(note: string): Promise<number | undefined> {
  const [, number, start] = /^([1-9]\d{0,9})(?: (\d+))?\n?$/.exec(note) ?? [];
  const pid = Number(number);
  if (number === undefined || !isInUse(pid)) return undefined;
  const found = await readProcess(pid);
  const isAnother = found.start !== undefined && start !== undefined && start !== "0" && found.start !== start;
  return isAnother || found.hasEnded ? undefined : pid;
}

function isInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, and is there.
    return codeOf(error) !== "ESRCH";
  }
}

async function readProcess(pid: number): Promise<{ readonly start?: string; readonly hasEnded: boolean }> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // proc(5): fields 3 and 22; the name in field 2 may hold blanks, so counting starts behind its closing parenthesis.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  const start = fields?.[19];
  // Killed, and still listed until whoever started it looks: a container without an init may never look.
  return { hasEnded: fields?.[0] === "Z" || fields?.[0] === "X", ...(start !== undefined && { start }) };
}
