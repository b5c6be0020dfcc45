import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { S3Place } from "@temwen/server";
import { type Exit, exits } from "../exit.ts";
import { type Terminal, toJsonLine } from "../terminal.ts";
import type { DemoPerson } from "./office-files.ts";
import { type RunningOffice, runOffice } from "./run-office.ts";
import { waitForSignal } from "./signals.ts";

export type UpOptions = {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly deskPort: number;
  readonly demo: boolean;
  readonly pack: string;
  readonly withDesk: boolean;
  readonly metricsPort?: number;
  readonly databaseUrl?: string;
  readonly s3?: S3Place;
  readonly publicUrl?: string;
};

/** Brings up an office with its site and, beside it, a local desk; runs until told to stop. */
export async function up(options: UpOptions, terminal: Terminal): Promise<Exit> {
  const signalled = waitForSignal();
  const { databaseUrl, s3, ...rest } = options;
  const office = await runOffice({
    ...rest,
    deskPort: options.withDesk ? options.deskPort : undefined,
    ...(databaseUrl && { databaseUrl }),
    ...(s3 && { s3 }),
    onProgress: terminal.progress,
  });
  try {
    const desk = options.withDesk ? await openDesk(office, options) : undefined;
    try {
      await greet(office, desk?.url, terminal);
      await signalled;
      terminal.progress("stopping: finishing what is under way");
    } finally {
      await desk?.close();
    }
  } finally {
    await office.stop();
  }
  terminal.progress("stopped");
  return exits.done;
}

async function openDesk(office: RunningOffice, options: UpOptions) {
  const { startLocalDesk } = await import("@temwen/desk/local");
  const { createDossierMaker } = await import("../dossier/desk-dossier.ts");
  return startLocalDesk({
    server: office.server.url,
    trust: office.trust,
    pack: office.pack,
    port: options.deskPort,
    log: () => undefined,
    draftFolder: join(office.folder.path, "drafts"),
    makeDossier: createDossierMaker(office.server.url, office.pack),
    ...(options.demo && { keyFolder: office.folder.demo }),
  });
}

async function greet(office: RunningOffice, desk: string | undefined, terminal: Terminal): Promise<void> {
  const { url, metricsUrl } = office.server;
  const people = await readPeople(office);
  const ready = {
    ready: true,
    url,
    ...(desk && { desk }),
    ...(metricsUrl && { metrics: metricsUrl }),
    data: office.folder.path,
  };
  const lines = [`Complaints   ${url}/complain`, `Answers      ${url}/reply`, `Public log   ${url}/log`];
  if (desk) lines.push(`Desk         ${desk}`);
  if (people.length > 0) {
    lines.push("", "Demonstration office: every person is fictional. NOT FOR REAL COMPLAINTS.", "");
    for (const { label, role, passphrase, keyFile } of people) {
      lines.push(`${label.padEnd(30)} ${role.padEnd(16)} ${passphrase}  ${keyFile}`);
    }
    lines.push("", `All of them: ${join(office.folder.demo, "people.json")}`);
    if (office.demoPolicy) lines.push("", ...spellLogHint(url, office.demoPolicy));
  }
  lines.push("", "Ctrl-C stops.");
  if (!terminal.json) for (const line of lines) terminal.progress(line);
  // The last word on stdout is for programs: one line, when everything answers.
  terminal.entry(ready, toJsonLine(ready));
}

const spellLogHint = (url: string, policy: string): readonly string[] => [
  "Check its public log, in a second terminal, in this folder (its two witnesses are fictional too):",
  `npx temwen verify --log ${url}/log --policy ${quoteWord(policy)} --max-age 1h`,
];

/** A word as a shell takes it. */
const quoteWord = (word: string): string => (/^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

async function readPeople({ folder }: RunningOffice): Promise<readonly DemoPerson[]> {
  const text = await readFile(join(folder.demo, "people.json"), "utf8").catch(() => "[]");
  return JSON.parse(text) as readonly DemoPerson[];
}
