import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { clusterExists, databaseUser, initCluster, makeFolder, readOrMakePassword, writeSettings } from "./cluster.ts";
import { findRunning, type Server, startServer, stopServer } from "./control.ts";
import { complaintToFault, EmbeddedFault } from "./faults.ts";
import { letGo, takeHold, whileAlone } from "./holders.ts";
import { chooseCluster, findCluster, makeSocketFolder, nearSocket } from "./place.ts";
import { socketPort } from "./settings.ts";

/** How to reach the embedded server: `host` is the folder of its Unix socket; it listens nowhere else. */
export type EmbeddedConnection = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

export type Embedded = {
  readonly url: string;
  readonly connection: EmbeddedConnection;
  /** Lets go of the server; the last process that uses it stops it, and waits until all is written. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

export type EmbeddedOptions = {
  /** For the database alone; made where absent. */
  readonly folder: string;
  readonly log?: (line: string) => void;
  /** The `bin` folder of a PostgreSQL of the system, instead of the one that npm brought. */
  readonly programs?: string;
};

/** The one that initdb makes. */
const databaseName = "postgres";

/**
 * A real PostgreSQL of our own in `folder` (which is its alone): made at the first start, found again afterwards, also
 * when it still runs after a crash of the process that started it. Throws `EmbeddedFault`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(options.folder);
  await makeFolder(folder);
  try {
    return await whileAlone(folder, () => start(folder, options));
  } catch (error) {
    throw complaintToFault(error, folder, "start-failed");
  }
}

async function start(folder: string, options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => undefined);
  const { server, password } = await prepare(folder, log, options.programs);
  const host = await reach(server, password, log);
  const connection = { host, port: socketPort, user: databaseUser, password, database: databaseName };
  const hold = await takeHold(folder);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= whileAlone(folder, async () => {
      if (!(await letGo(folder, hold))) return;
      await stopServer(server);
      if (host !== nearSocket(server.cluster)) await rm(host, { recursive: true, force: true });
      log("database stopped");
    });
    return stopped;
  };
  return { url: connectionToUrl(connection), connection, stop, [Symbol.asyncDispose]: stop };
}

async function prepare(
  folder: string,
  log: (line: string) => void,
  programs: string | undefined,
): Promise<{ server: Server; password: string }> {
  const binaries = await findBinaries(folder, programs);
  const known = await findCluster(folder);
  const account = await findAccount(known);
  if (await clusterExists(known, binaries)) {
    return { server: { cluster: known, binaries, account }, password: await readOrMakePassword(folder, true) };
  }
  const password = await readOrMakePassword(folder, false);
  const cluster = await chooseCluster(folder, account);
  log(`making a database in ${cluster}`);
  await initCluster(cluster, password, binaries, account);
  return { server: { cluster, binaries, account }, password };
}

/** Starts the server unless it runs, and returns its socket's folder once it answers. */
async function reach(server: Server, password: string, log: (line: string) => void): Promise<string> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    let running = await findRunning(server);
    if (running === undefined) {
      await writeSettings(server.cluster, await makeSocketFolder(server.cluster, server.account), server.account);
      await startServer(server);
      running = await findRunning(server);
      log("database started");
    }
    const host = running?.socketFolder ?? "";
    const failure = await tryConnection(host, password).catch((error: unknown) => error ?? "no reason given");
    if (failure === undefined) return host;
    // It may be recovering after a crash, or be about to stop: asked again until one or the other is over.
    if (Date.now() > deadline)
      throw new EmbeddedFault("start-failed", "the embedded database does not answer", failure);
    await pause(100);
  }
}

async function tryConnection(host: string, password: string): Promise<undefined> {
  const client = new pg.Client({ host, port: socketPort, user: databaseUser, password, database: databaseName });
  // A server that goes away tells the client outside any query; the failed connection is what counts here.
  client.on("error", () => undefined);
  await client.connect();
  await client.end();
}

function connectionToUrl(connection: EmbeddedConnection): string {
  const host = encodeURIComponent(connection.host);
  return `postgresql://${connection.user}:${connection.password}@/${connection.database}?host=${host}&port=${connection.port}`;
}
