import { spawn } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Directory } from "@temwen/office";
import { startEmbedded } from "@temwen/record/embedded";
import pg from "pg";
import serverNode from "../../tools/server-node.json" with { type: "json" };
import type { BenchContext } from "../report.ts";

/** The command as a person starts it, and the fictional people of the pack. */
const mainFile = fileURLToPath(new URL("../../apps/temwen/src/main.ts", import.meta.url));
const peopleFile = fileURLToPath(new URL("../../packs/haiti/demo/people.json", import.meta.url));

export type BenchPerson = {
  readonly id: string;
  readonly role: string;
  readonly keyFile: string;
  readonly passphrase: string;
};

/** The keys of an office of fictional people. */
export type BenchOffice = {
  readonly folder: string;
  readonly people: readonly BenchPerson[];
  readonly directory: Directory;
};

/** The office at work: the server in its own process, and a way to look into its database. */
export type ServedOffice = BenchOffice & {
  readonly url: string;
  readonly pid: number;
  /** Its data folder. */
  readonly data: string;
  readonly database: pg.Pool;
  readonly connection: Awaited<ReturnType<typeof startEmbedded>>["connection"];
  readonly postgres: string;
};

/** Makes an office by `temwen init`. */
export async function makeOffice({ say, closing }: BenchContext): Promise<BenchOffice> {
  say("making an office of fictional people");
  const folder = await makeFolder(closing);
  const args = ["init", "--people", peopleFile, "--data", folder, "--json"];
  const child = spawn(process.execPath, [mainFile, ...args], { stdio: ["ignore", "pipe", "ignore"] });
  closing.defer(() => void child.kill("SIGKILL"));
  const people: BenchPerson[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line);
    if (entry.role) people.push(entry);
  }
  const signed = JSON.parse(await readFile(join(folder, "keys/directory-1.json"), "utf8"));
  return { folder, people, directory: signed.body as Directory };
}

/** Starts the office's server over an empty record of its own. `nodeFlags` reach the server's process. */
export async function serveOffice(
  office: BenchOffice,
  { say, closing }: BenchContext,
  nodeFlags: readonly string[] = [],
): Promise<ServedOffice> {
  say("starting the server over an empty record");
  const folder = await makeFolder(closing);
  await cp(join(office.folder, "keys"), join(folder, "keys"), { recursive: true });
  const embedded = await startEmbedded({ folder: join(folder, "postgres") });
  closing.defer(embedded.stop);
  const { url, pid } = await startServer(folder, nodeFlags, closing);
  const database = new pg.Pool({ ...embedded.connection, max: 2 });
  database.on("error", () => undefined);
  closing.defer(() => database.end());
  const { rows } = await database.query<{ version: string }>("select split_part(version(), ' ', 2) as version");
  return {
    ...office,
    url,
    pid,
    data: folder,
    database,
    connection: embedded.connection,
    postgres: rows[0]?.version ?? "unknown",
  };
}

async function startServer(
  folder: string,
  nodeFlags: readonly string[],
  closing: AsyncDisposableStack,
): Promise<{ readonly url: string; readonly pid: number }> {
  // As the bootstrap starts it.
  const args = [...serverNode.flags, ...nodeFlags, mainFile, "serve", "--data", folder, "--port", "0", "--json"];
  // An environment that names a database would send the load there.
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    env: { ...env, ...serverNode.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  closing.defer(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const ready = await new Promise<{ url: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith('{"ready":true')) resolve(JSON.parse(line));
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  if (child.pid === undefined) throw new Error("a started process has a number");
  return { url: ready.url, pid: child.pid };
}

/** A folder that is removed at the end. PostgreSQL's own user passes through it, or its cluster would lie elsewhere. */
export async function makeFolder(closing: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-bench-"));
  closing.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o711);
  return folder;
}
