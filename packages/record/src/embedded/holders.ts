import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedFault, errorCode } from "./faults.ts";

/** One use of the embedded server by one process. */
export type Hold = { readonly file: string };

let holdsOfThisProcess = 0;

/**
 * Several processes may use one embedded server (a command beside `up`); the last one out stops it. Each leaves a file
 * named after itself; a file whose process is gone (kill -9) counts for nothing.
 */
export async function takeHold(folder: string): Promise<Hold> {
  const holders = join(folder, "holders");
  await mkdir(holders, { recursive: true, mode: 0o700 });
  holdsOfThisProcess += 1;
  const file = join(holders, `${process.pid}.${(await processStart(process.pid)) ?? 0}.${holdsOfThisProcess}`);
  await writeFile(file, "");
  return { file };
}

/** Lets go; returns whether nobody else holds the server. */
export async function letGo(folder: string, hold: Hold): Promise<boolean> {
  await rm(hold.file, { force: true });
  return !(await isHeld(folder));
}

/** Whether a living process holds the server; what dead ones left is swept away. */
export async function isHeld(folder: string): Promise<boolean> {
  const holders = join(folder, "holders");
  let living = 0;
  for (const name of await readdir(holders).catch(() => [])) {
    if (await isAlive(name)) living += 1;
    else await rm(join(holders, name), { force: true });
  }
  return living > 0;
}

/** Runs `step` while no other process starts or stops the same server. */
export async function whileAlone<T>(folder: string, step: () => Promise<T>): Promise<T> {
  const lock = join(folder, "lock");
  const deadline = Date.now() + 90_000;
  while (!(await tookLock(lock))) {
    if (Date.now() > deadline) throw new EmbeddedFault("start-failed", `another process holds ${lock}`);
    await pause(25);
  }
  try {
    return await step();
  } finally {
    await rm(lock, { force: true });
  }
}

async function tookLock(lock: string): Promise<boolean> {
  const own = `${process.pid}.${(await processStart(process.pid)) ?? 0}`;
  try {
    await writeFile(lock, own, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  const owner = await readFile(lock, "utf8").catch(() => "");
  if (owner !== "" && !(await isAlive(owner))) await rm(lock, { force: true });
  return false;
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid, start] = holder.split(".");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (errorCode(error) === "ESRCH") return false;
  }
  const now = await processStart(Number(pid));
  return now === undefined || now === start;
}

/** When a process started, where the system tells: process numbers are used again, after a restart at the latest. */
async function processStart(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // proc(5): field 22; the name in field 2 may hold blanks, so counting starts behind its closing parenthesis.
  return text?.slice(text.lastIndexOf(")") + 2).split(" ")[19];
}
