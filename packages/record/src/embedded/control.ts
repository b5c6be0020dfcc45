import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { complaintToFault, EmbeddedFault } from "./faults.ts";
import { type Account, run } from "./run.ts";

export type Server = { readonly cluster: string; readonly binaries: Binaries; readonly account: Account | undefined };

/** What PostgreSQL notes in postmaster.pid about the server that runs on a cluster. */
export type Running = { readonly pid: number; readonly socketFolder: string };

/** The running server, if any. After kill -9 of Node one may still run; after a power cut the note may be stale. */
export async function findRunning(server: Server): Promise<Running | undefined> {
  const ran = await pgCtl(server, ["status"]);
  if (ran.code !== 0) return undefined;
  const note = join(server.cluster, "postmaster.pid");
  const lines = (await readFile(note, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (!(await isPostgres(pid))) {
    // pg_ctl only asks whether the number is in use. In a restarted container it soon belongs to another program,
    // and PostgreSQL would then refuse to start for ever.
    await rm(note, { force: true });
    return undefined;
  }
  return { pid, socketFolder: lines[4] ?? "" };
}

/** Starts the server and waits until it answers. */
export async function startServer(server: Server): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const ran = await pgCtl(server, ["start", "--wait", "--timeout=300", "--log=server.log"]);
    if (ran.code === 0) return;
    const log = await readFile(join(server.cluster, "server.log"), "utf8").catch(() => "");
    const said = log.trim().split("\n").slice(-6).join("\n");
    // After kill -9 of the server itself its children need a moment to notice and leave.
    const childrenRemain =
      /pre-existing shared memory block|could not create any Unix-domain sockets|lock file .* already exists/.test(
        said,
      );
    if (!childrenRemain || Date.now() > deadline)
      throw complaintToFault(`${ran.output}\n${said}`, server.cluster, "start-failed");
    await pause(200);
  }
}

/** Stops the server: open statements end, what is committed is written, then it goes. */
export async function stopServer(server: Server): Promise<void> {
  // PostgreSQL 18 can hang when it is asked to stop in the middle of its own crash recovery. An immediate stop loses
  // nothing either: the next start recovers from the write-ahead log, which holds all that was acknowledged.
  for (const how of [
    ["--mode=fast", "--timeout=30"],
    ["--mode=immediate", "--timeout=20"],
  ]) {
    const ran = await pgCtl(server, ["stop", "--wait", ...how]);
    if (ran.code === 0 || (await findRunning(server)) === undefined) return;
  }
  throw new EmbeddedFault("stop-failed", `the embedded database does not stop: ${server.cluster}`);
}

/**
 * pg_ctl pastes its paths into a shell command, and a folder may be called anything: so the cluster travels in PGDATA,
 * and the log is named from inside it.
 */
function pgCtl(server: Server, args: readonly string[]): ReturnType<typeof run> {
  return run(server.binaries.pgCtl, args, { account: server.account, cluster: server.cluster, cwd: server.cluster });
}

async function isPostgres(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => undefined);
  if (name !== undefined) return name.trim() === "postgres";
  const ran = await run("ps", ["-p", String(pid), "-o", "comm="]).catch(() => undefined);
  return ran === undefined || ran.output.includes("postgres");
}
