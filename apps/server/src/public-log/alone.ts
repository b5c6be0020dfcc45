import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const lookEvery = 20;
/** Longer than witnesses are waited for. */
const patienceMillis = 60_000;

/** Does something while no other process of this machine does it; a lock that a dead process left is taken over. */
export async function alone<Done>(place: string, work: () => Promise<Done>): Promise<Done> {
  await mkdir(dirname(place), { recursive: true });
  for (const end = performance.now() + patienceMillis; !(await take(place)); await pause(lookEvery)) {
    if (performance.now() > end) throw new Error("another process signs and does not end");
    if (await isLeft(place)) await rm(place, { force: true });
  }
  try {
    return await work();
  } finally {
    await rm(place, { force: true });
  }
}

async function take(place: string): Promise<boolean> {
  try {
    const handle = await open(place, "wx");
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Whether whoever took it is dead. One that is just being written says nothing yet, and is not judged. */
async function isLeft(place: string): Promise<boolean> {
  const pid = Number(await readFile(place, "utf8").catch(() => ""));
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
