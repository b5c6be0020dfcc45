// The words arrived and a file did not: it waits on the person's machine, sealed, and can be sent as often as it takes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import { createMemoryRecord, type MemoryOptions } from "@temwen/record/memory";
import { type CaseId, parseId } from "@temwen/vocabulary";
import type { Exit } from "../../apps/temwen/src/exit.ts";
import { complain } from "../../apps/temwen/src/person/complain.ts";
import type { Terminal } from "../../apps/temwen/src/terminal.ts";
import { openBadLine } from "../support/bad-line.ts";
import { findReader } from "../support/casework.ts";
import { mainFile, type Ran, runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { casesOf } from "../support/stored.ts";

const wishes: MemoryOptions = {};
const office = await startSmallOffice({ record: createMemoryRecord(wishes) });
const line = await openBadLine(office.url);
const files = await writeOfficeFolder(office, []);
const home = await mkdtemp(join(tmpdir(), "temwen-unsent-"));
after(async () => {
  await files[Symbol.asyncDispose]();
  await line.close();
  await office[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

/** More than any parcel, less than any evidence. */
const largerThanWords = 200_000;
const marked = (n: number): Buffer => Buffer.from(`Foto nimewo ${n}. `.repeat(2000));
const attached = [1, 2].map((n) => join(home, `foto-${n}.jpg`));
for (const [i, place] of attached.entries()) await writeFile(place, marked(i + 1));

type Said = { readonly [field: string]: unknown };
type Complained = { readonly exit: Exit; readonly said: Said; readonly progress: string; readonly folder: string };

/** Complains over the line that breaks, trying nothing twice. */
async function complainOver(attach: readonly string[]): Promise<Complained> {
  const folder = await mkdtemp(join(home, "left-"));
  const results: Said[] = [];
  const progress: string[] = [];
  const terminal: Terminal = {
    json: true,
    result: (value) => results.push(value as Said),
    entry: () => undefined,
    progress: (text) => progress.push(text),
    readStdin: async () => new TextEncoder().encode("Yo pran telefòn mwen."),
  };
  const said = { force: "unknown", language: "ht", consent: "investigate-with-me", child: "unsaid" } as const;
  const at = { server: line.url, roots: files.roots, unsent: folder, proofFolder: folder, waits: [] };
  const exit = await complain({ ...said, ...at, text: "-", attach }, terminal);
  assert.equal(results.length, 1);
  return { exit, said: results[0] ?? {}, progress: progress.join("\n"), folder };
}

const resume = (folder: string): Promise<Ran> =>
  runCommand(["complain", "--resume", "--server", office.url, "--unsent", folder, "--json"]);

function readCaseId(said: Said): CaseId {
  const caseId = parseId("case", said.case);
  assert.ok(caseId.ok);
  return caseId.value;
}

async function assertReads(desk: Keeper, caseId: CaseId, part: string, bytes: Uint8Array): Promise<void> {
  const read = await desk.readEvidence(caseId, part);
  assert.ok(read.ok, `${part} is not there`);
  assert.deepEqual(Buffer.from(read.value.bytes), Buffer.from(bytes));
}

test("a file whose line broke waits sealed, the command says how to send it, and doing so once or twice is the same", async () => {
  line.breakUploads("before", 1, largerThanWords);
  const { exit, said, progress, folder } = await complainOver(attached);
  const caseId = readCaseId(said);
  const [name = ""] = await readdir(folder);
  const place = join(folder, name);
  assert.match(name, new RegExp(`^${caseId}\\.evidence-1\\.[0-9a-f]{12}\\.unsent$`));
  assert.deepEqual([exit, said.evidence, said.unsent], [4, "missing", [place]]);
  assert.match(String(said.receipt), /^\d{24}$/);
  assert.match(progress, /the words are safe/);
  assert.ok(progress.includes(`temwen complain --resume --server ${line.url} --unsent ${folder}`), progress);

  // What waits can be read by nobody, tells no receipt, and is for its owner only. The other file went on its way.
  assert.deepEqual(await readdir(folder), [name]);
  const waiting = await readFile(place);
  assert.match(waiting.toString("latin1"), /^age-encryption\.org\/v1\n/);
  assert.ok(!waiting.includes("Foto") && !waiting.includes(String(said.receipt)));
  assert.equal((await stat(place)).mode & 0o077, 0);
  const { desk } = await findReader(office, caseId);
  await assertReads(desk, caseId, "evidence-2", marked(2));
  assert.equal((await desk.readEvidence(caseId, "evidence-1")).ok, false);

  const sent = await resume(folder);
  assert.deepEqual([sent.code, JSON.parse(sent.stdout)], [0, { sent: [place], unsent: [] }]);
  await assertReads(desk, caseId, "evidence-1", marked(1));
  const again = await resume(folder);
  assert.deepEqual([again.code, JSON.parse(again.stdout)], [0, { sent: [], unsent: [] }]);
  assert.deepEqual(await readdir(folder), []);
});

test("a file that had arrived when its line broke is sent again, and is there once", async () => {
  line.breakUploads("after", 1, largerThanWords);
  const { exit, said, folder } = await complainOver(attached.slice(0, 1));
  assert.equal(exit, 4);
  assert.equal((await resume(folder)).code, 0);
  const caseId = readCaseId(said);
  await assertReads((await findReader(office, caseId)).desk, caseId, "evidence-1", marked(1));
});

test("a file that the first release put down, without digits in its name, is still sent", async () => {
  line.breakUploads("before", 1, largerThanWords);
  const { said, folder } = await complainOver(attached.slice(0, 1));
  const caseId = readCaseId(said);
  const [name = ""] = await readdir(folder);
  await rename(join(folder, name), join(folder, `${caseId}.evidence-1.unsent`));
  assert.equal((await resume(folder)).code, 0);
  assert.deepEqual(await readdir(folder), []);
  await assertReads((await findReader(office, caseId)).desk, caseId, "evidence-1", marked(1));
});

test("when all arrived, nothing is left on the person's machine", async () => {
  const { exit, said, folder } = await complainOver(attached);
  assert.deepEqual([exit, said.evidence, said.unsent], [0, undefined, undefined]);
  assert.deepEqual(await readdir(folder), []);
});

test("when nobody can tell whether the words arrived, the files wait for the case that they did", async () => {
  const before = (await casesOf(office)).length;
  line.breakUploads("after", 1);
  const { exit, said, folder } = await complainOver(attached.slice(0, 1));
  assert.deepEqual([exit, said.outcome], [5, "unknown"]);
  assert.deepEqual(
    said.unsent,
    (await readdir(folder)).map((name) => join(folder, name)),
  );
  const caseId = (await casesOf(office))[before];
  assert.ok(caseId);
  assert.equal((await resume(folder)).code, 0);
  await assertReads((await findReader(office, caseId)).desk, caseId, "evidence-1", marked(1));

  line.breakUploads("before", 1);
  const lost = await complainOver(attached.slice(0, 1));
  const tried = await resume(lost.folder);
  assert.equal(tried.code, 4);
  assert.match(tried.stderr, /the complaint never arrived/);
  assert.equal((await readdir(lost.folder)).length, 1);
});

test("a complaint that is refused leaves none of its files behind", async () => {
  wishes.full = true;
  const { exit, said, folder } = await complainOver(attached);
  wishes.full = undefined;
  assert.deepEqual([exit, said.refused], [1, "no-space"]);
  assert.deepEqual(await readdir(folder), []);
});

/** The command as a person runs it, until it sends its file over a line on which nothing goes on. */
async function startStuck(...flags: readonly string[]) {
  const folder = await mkdtemp(join(home, "stuck-"));
  line.breakUploads("stuck", 1, largerThanWords);
  const where = ["--server", line.url, "--roots", files.roots, "--unsent", folder];
  const child = spawn(process.execPath, [
    mainFile,
    "complain",
    "--text",
    "-",
    "--attach",
    attached[0]!,
    ...where,
    ...["--proof-dir", home],
    ...flags,
  ]);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.stdin.end("Yo pran telefòn mwen.");
  await new Promise<void>((resolve) => {
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
      if (stderr.includes("sending evidence-1")) resolve();
    });
    void ended.then(() => resolve());
  });
  return { folder, child, ended, said: () => ({ stdout, stderr }) };
}

test("Ctrl-C while a file is sent still gives the receipt, and the file waits", async () => {
  const stuck = await startStuck("--json");
  stuck.child.kill("SIGINT");
  assert.equal(await stuck.ended, 4, stuck.said().stderr);
  const { receipt, evidence, unsent } = JSON.parse(stuck.said().stdout);
  assert.match(receipt, /^\d{24}$/);
  assert.deepEqual([evidence, unsent.length], ["missing", 1]);
  assert.equal((await resume(stuck.folder)).code, 0);
});

test("killed while a file is sent, the command has said the receipt, and the file can be sent", async () => {
  const stuck = await startStuck();
  stuck.child.kill("SIGKILL");
  await stuck.ended;
  assert.match(stuck.said().stdout, /^receipt {7}(\d{4} ){5}\d{4}\n/);
  assert.equal((await resume(stuck.folder)).code, 0);
  assert.deepEqual(await readdir(stuck.folder), []);
});
