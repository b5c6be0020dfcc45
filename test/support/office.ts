import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { findCluster } from "./find-cluster.ts";
import { copyMadeOffice } from "./made-office.ts";

/** The command as a person starts it. */
export const mainFile = fileURLToPath(new URL("../../apps/temwen/src/main.ts", import.meta.url));

export type DemoPerson = {
  readonly label: string;
  readonly id: string;
  readonly role: string;
  readonly bench: string;
  readonly keyFile: string;
  readonly passphrase: string;
  readonly passphraseFile: string;
  readonly ties: readonly string[];
};

/** A whole office of its own, in a folder of its own, on free ports. */
export type TestOffice = {
  readonly url: string;
  readonly desk: string;
  readonly data: string;
  readonly roots: string;
  readonly people: readonly DemoPerson[];
  readonly process: ChildProcess;
  /** Everything the process said on stdout and stderr. */
  readonly said: () => string;
  /** SIGTERM, and waits for the end; returns the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Starts the same folder again, after a stop or a kill. */
  readonly again: () => Promise<TestOffice>;
  /** Stops and removes the folder. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** Starts `temwen up` in a new folder (or in `data`) and waits until it says that it is ready. */
export async function startOffice(
  options: {
    readonly data?: string;
    readonly args?: readonly string[];
    readonly env?: NodeJS.ProcessEnv;
    /** Speaks as to a person at a terminal; else as to a program. */
    readonly isPlain?: boolean;
  } = {},
): Promise<TestOffice> {
  const data = options.data ?? (await copyMadeOffice(makeOffice)) ?? (await mkdtemp(join(tmpdir(), "temwen-test-")));
  const args = ["up", "--data", data, "--port", "0", "--desk-port", "0", ...(options.args ?? [])];
  if (!options.isPlain) args.push("--json");
  const child = spawn(process.execPath, [mainFile, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...options.env },
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const ready = await new Promise<{ url: string; desk: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      said += `${line}\n`;
      if (line.startsWith('{"ready":true')) resolve(JSON.parse(line));
    });
    child.once("exit", (code) => reject(new Error(`the office ended with ${code}: ${said}`)));
  });
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    return ended;
  };
  return {
    ...ready,
    data,
    roots: join(data, "keys/roots.json"),
    people: await readPeople(data),
    process: child,
    said: () => said,
    stop,
    again: async () => {
      await stop();
      return startOffice({ ...options, data });
    },
    [Symbol.asyncDispose]: async () => {
      await stop();
      const cluster = await findCluster(data);
      if (!cluster.startsWith(data)) await rm(dirname(cluster), { recursive: true, force: true });
      await rm(data, { recursive: true, force: true });
    },
  };
}

const makeOffice = async (data: string): Promise<void> => {
  const office = await startOffice({ data });
  await office.stop();
};

async function readPeople(data: string): Promise<readonly DemoPerson[]> {
  const people = JSON.parse(await readFile(join(data, "demo/people.json"), "utf8")) as DemoPerson[];
  const withFiles: DemoPerson[] = [];
  for (const person of people) {
    const passphraseFile = join(data, "demo", `${person.id}.passphrase`);
    await writeFile(passphraseFile, `${person.passphrase}\n`, { mode: 0o600 });
    withFiles.push({ ...person, passphraseFile });
  }
  return withFiles;
}

/** What a run of the command gave back. */
export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the command once with these words and, if given, this standard input, and more in its environment. */
export function runCommand(args: readonly string[], input = "", env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const { child, ended } = startCommand(args, env);
  child.stdin.end(input);
  return ended;
}

/** Starts the command, for a test that does something while it runs; whoever starts it ends its input. */
export function startCommand(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [mainFile, ...args, ...keptElsewhere(args)], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  /** Resolves once this stands on stderr, or the command has ended. */
  const untilSays = (words: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (stderr.includes(words)) resolve();
      };
      child.stderr.on("data", look);
      look();
      void ended.then(() => resolve());
    });
  return { child, ended, untilSays };
}

let scratch: string | undefined;

/** What an office promises is written into the working folder, which here is the repository: tests that do not look say another. */
function keptElsewhere(args: readonly string[]): readonly string[] {
  const isFiling = args[0] === "complain" && args.includes("--text");
  if (!isFiling || args.includes("--proof-dir") || args.includes("--batch")) return [];
  if (scratch === undefined) {
    const made = mkdtempSync(join(tmpdir(), "temwen-kept-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    scratch = made;
  }
  return ["--proof-dir", scratch];
}

/** The flags with which a demo person speaks at the command line. */
export const asPerson = (office: TestOffice, person: DemoPerson): readonly string[] => [
  "--server",
  office.url,
  "--key",
  person.keyFile,
  "--passphrase-file",
  person.passphraseFile,
  "--roots",
  office.roots,
  "--json",
];
