// Dossiers made by the command in a real office, opened with somebody else's programs, and judged as whoever gets them would.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import {
  type Directory,
  isVouchedFor,
  recordBytes,
  type SignedBody,
  type Trust,
  verifyDirectory,
} from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { CaseId, Instant, Json } from "@temwen/vocabulary";
import { ensureAge } from "../../tools/ensure-age.ts";
import { runCommand as runProgram } from "../../tools/run-command.ts";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase } from "./casework.ts";
import { type Ran, runCommand } from "./office.ts";
import { sendPieces } from "./parcels.ts";
import { wordsInPdf } from "./pdf-words.ts";
import { startPostgresRecord } from "./postgres-record.ts";
import { startWitnessedOffice, type WitnessedOffice } from "./witnessed-office.ts";

export const picture = new TextEncoder().encode("this stands for a photo");
export const named = { name: "Wozlò Degzanp", contact: "anba pye mango a", safeContact: "Pa rele. Ekri sèlman." };
export const story = "Yo te kraze pòt la \u{1f6aa} anvan jou leve.";
export type DossierRoom = AsyncDisposable & {
  readonly given: WitnessedOffice;
  /** Holds `x25519.key`, `hybrid.key` and `other.key` of receivers, `out/` for what is made, `tmp/` for the command. */
  readonly folder: string;
  readonly runAge: (
    tool: "age" | "age-keygen",
    args: readonly string[],
    env?: NodeJS.ProcessEnv,
  ) => Promise<{ readonly code: number | null; readonly output: string }>;
  readonly recipientOf: (kind: string) => Promise<string>;
  readonly filed: (consent?: "court" | "investigate-with-me") => Promise<FiledCase>;
  readonly make: (reader: string, caseId: CaseId, ...more: readonly string[]) => Promise<Ran>;
  readonly unpack: (file: string, key: string) => Promise<string>;
};

/** Starts an office with witnesses over PostgreSQL, and a folder of receivers' keys. */
export async function openDossierRoom(): Promise<DossierRoom> {
  const stored = await startPostgresRecord();
  const given = await startWitnessedOffice(undefined, stored.record);
  const folder = await mkdtemp(join(tmpdir(), "temwen-dossier-"));
  const age = await ensureAge();
  /** Runs the standard tool, or the one beside it. */
  async function runAge(tool: "age" | "age-keygen", args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const PATH = `${dirname(age)}${delimiter}${process.env.PATH}`;
    const program = join(dirname(age), tool);
    const { code, output } = await runProgram(program, [...args], {
      cwd: folder,
      env: { ...process.env, PATH, ...env },
    });
    return { code, output };
  }

  const recipientOf = async (kind: string): Promise<string> => {
    const { output } = await runAge("age-keygen", ["-y", join(folder, `${kind}.key`)]);
    return output.trim();
  };

  /** A case with a photo and messages, assessed, that the person allows to go before a court. */
  async function filed(consent: "court" | "investigate-with-me" = "court"): Promise<FiledCase> {
    const evidence = [{ name: "foto\u202Egpj.exe", mediaType: "image/jpeg", bytes: picture }];
    const mine = await fileCase(given.office, { text: story, consent, identity: named, evidence });
    await sendPieces(given.office, mine.caseId, mine.parcel.evidence.values());
    await doActs(mine.desk, mine.caseId, acknowledgement, assessment, { act: "reply", text: "Nou pral voye dosye a." });
    return mine;
  }

  /** Runs `office dossier` as a person of the office, who has key, passphrase and roots in files. */
  async function make(reader: string, caseId: CaseId, ...more: readonly string[]): Promise<Ran> {
    const { keyFile, passphrase: words } = given.office.person(reader);
    await writeFile(join(folder, `${reader}.age`), keyFile);
    await writeFile(join(folder, `${reader}.txt`), words);
    const command = [
      ...["office", "dossier", "--server", given.office.url, "--roots", join(folder, "roots.json"), "--json"],
      ...["--key", join(folder, `${reader}.age`), "--passphrase-file", join(folder, `${reader}.txt`)],
      ...["--case", caseId, "--forum", "ken-odpp", "--policy", given.policy, ...more],
    ];
    return runCommand(command, "", { TMPDIR: join(folder, "tmp") });
  }

  /** Opens a dossier with `age`, unpacks it with `tar`, and says where it lies. */
  async function unpack(file: string, key: string): Promise<string> {
    const place = await mkdtemp(join(folder, "unpacked-"));
    const opened = await runAge("age", ["-d", "-i", join(folder, `${key}.key`), "-o", `${place}.tar`, file]);
    assert.equal(opened.code, 0, opened.output);
    const { code, output } = await runProgram("tar", ["-xf", `${place}.tar`, "-C", place], {});
    assert.equal(code, 0, output);
    return join(place, "dossier");
  }

  for (const name of ["out", "tmp"]) await mkdir(join(folder, name));
  await writeFile(join(folder, "roots.json"), JSON.stringify(given.office.trust));
  for (const [kind, ...args] of [["x25519"], ["hybrid", "-pq"], ["other"]] as const) {
    await runAge("age-keygen", [...args, "-o", join(folder, `${kind}.key`)]);
  }
  return {
    ...{ given, folder, runAge, recipientOf, filed, make, unpack },
    [Symbol.asyncDispose]: async () => {
      await given[Symbol.asyncDispose]();
      await stored[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Told = { readonly [name: string]: unknown };
/** What the command said to a program. */
export const told = ({ stdout }: Ran): Told => JSON.parse(stdout) as Told;

/** Whether `sha256sum` finds every file of a manifest as it says. */
export const check = (place: string, manifest: string) =>
  runProgram("sha256sum", ["--strict", "-c", `${manifest}-sha256.txt`], { cwd: place });

/** A file of the unpacked bag. */
export const readJson = async (place: string, name: string) => JSON.parse(await readFile(join(place, name), "utf8"));

/** Every byte that was handed over, and what its PDFs say. */
export async function everythingIn(place: string): Promise<string> {
  const names = await readdir(place, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(files.map(async (file) => (await readFile(file)).toString("utf8")));
  const pdfs = await Promise.all(files.filter((file) => file.endsWith(".pdf")).map(wordsInPdf));
  return [...texts, ...pdfs, ...files].join("\n");
}

/** A bag's record as whoever gets it reads it: the steps that are there, and of the others the digest alone. */
export type JudgedRecord = {
  readonly events: ReadonlyMap<number, Placed>;
  readonly types: readonly string[];
  readonly withheld: readonly number[];
  /** Indexes of the steps that nobody vouches for, or that do not name the record before them. */
  readonly broken: readonly number[];
};
type Placed = SignedBody & { readonly at: Instant; readonly index: number };
type Body = { readonly [name: string]: Json };

/** Events and directories as they lie in the bag, judged with nothing else but the roots. */
export async function judge(place: string, caseId: CaseId, trust: Trust): Promise<JudgedRecord> {
  const records = join(place, "data/record");
  const names = await readdir(records);
  const directories = await readDirectories(records, names, trust);
  const events = new Map<number, Placed>();
  const [types, withheld, broken]: [string[], number[], number[]] = [[], [], []];
  let [receipt, last] = ["", ""];
  const numbered = names.filter((one) => /^\d{4}\.json$/.test(one)).toSorted();
  for (const [index, name] of numbered.entries()) {
    const body: Body = await readJson(records, name);
    const signed = name.replace(".json", ".vouchings.json");
    if (!names.includes(signed)) {
      assert.deepEqual(Object.keys(body), ["digest", "index"], name);
      assert.equal(body.index, index);
      withheld.push(index);
      last = String(body.digest);
      continue;
    }
    const event: Placed = {
      ...(await readJson(records, signed)),
      body: new Uint8Array(await readFile(join(records, name))),
    };
    if (index === 0) receipt = String(body.receiptKey);
    // Steps of the clock never go out: what nobody of the staff signed, the person did.
    const key = "by" in body ? signingKeyOf(body, directories) : receipt;
    const [vouching] = event.vouchings;
    const isVouched = vouching?.key === key && vouching && isVouchedFor(event.body, vouching, verifyOnNode);
    const follows = !("previous" in body) || (body.previous === last && body.index === index && body.at === event.at);
    if (!isVouched || !follows || event.index !== index || body.case !== caseId) broken.push(index);
    events.set(index, event);
    types.push(String(body.type));
    last = createHash("sha256").update(recordBytes(event)).digest("hex");
  }
  return { events, types, withheld, broken };
}

/** The key by which a body says that it is signed. */
const signingKeyOf = ({ by, epoch }: Body, directories: readonly Directory[]): string | undefined =>
  directories.find((one) => one.epoch === epoch)?.staff.find(({ id }) => id === by)?.signingKey;

async function readDirectories(records: string, names: readonly string[], trust: Trust) {
  const read = await Promise.all(
    names
      .filter((name) => /^directory-\d+\.json$/.test(name))
      .map(async (name) => {
        const body = new Uint8Array(await readFile(join(records, name)));
        const { vouchings } = await readJson(records, name.replace(".json", ".vouchings.json"));
        const verdict = verifyDirectory({ body, vouchings } as SignedBody, trust, verifyOnNode);
        assert.ok(verdict.ok, name);
        return verdict.value;
      }),
  );
  return read.toSorted((a, b) => a.epoch - b.epoch);
}
