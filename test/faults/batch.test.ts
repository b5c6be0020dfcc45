// A folder of complaints, brought by a partner on a bad line and a worse power supply.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { intakeNames, view } from "../support/casework.ts";
import { mainFile, type Ran, runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { casesOf } from "../support/stored.ts";

const office = await startSmallOffice();
const files = await writeOfficeFolder(office, []);
const home = await mkdtemp(join(tmpdir(), "temwen-batch-"));
after(async () => {
  await files[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

type Entry = { readonly file: string; readonly receipt?: string; readonly case?: string; readonly refused?: string };

const argsFor = (folder: string): readonly string[] => [
  ...["complain", "--server", office.url, "--roots", files.roots],
  ...["--batch", folder, "--json"],
];
const run = (folder: string): Promise<Ran> => runCommand(argsFor(folder));
const readLines = (text: string): readonly Entry[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);

async function makeFolder(name: string, texts: { readonly [file: string]: string }): Promise<string> {
  const folder = join(home, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text);
  return folder;
}

test("killed in the middle and run again, a batch files every text once, and has every receipt", async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 8 }, (_, n) => [`${String(n).padStart(2, "0")}.txt`, `Istwa ${n}.`]),
  );
  const folder = await makeFolder("killed", texts);
  const before = (await casesOf(office)).length;
  for (const filedBefore of [2, 5]) {
    const child = spawn(process.execPath, [mainFile, ...argsFor(folder)], { stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    while ((await casesOf(office)).length - before < filedBefore && child.exitCode === null) await pause(5);
    child.kill("SIGKILL");
    await ended;
  }
  const last = await run(folder);
  assert.equal(last.code, 0, last.stderr);
  const cases = (await casesOf(office)).slice(before);
  assert.equal(cases.length, 8);
  const entries = readLines(last.stdout);
  assert.deepEqual(
    entries.map(({ file }) => file),
    Object.keys(texts),
  );
  assert.deepEqual(new Set(entries.map((entry) => entry.case)), new Set(cases));
  assert.equal(new Set(entries.map(({ receipt }) => receipt)).size, 8);
  assert.equal((await stat(join(folder, "receipts.ndjson"))).mode & 0o077, 0);
  // Once more there is nothing left to do.
  const again = await run(folder);
  assert.deepEqual([again.code, again.stdout], [0, last.stdout]);
  assert.equal((await casesOf(office)).length, before + 8);
});

test("a book that was cut off in the middle of a line loses no receipt after it", async () => {
  const folder = await makeFolder("cut", { "a.txt": "Premye.", "b.txt": "Dezyèm." });
  const book = join(folder, "receipts.ndjson");
  await appendFile(book, '{"file":"a.txt","sha256":"0123');
  assert.equal((await run(folder)).code, 0);
  const lines = (await readFile(book, "utf8")).split("\n").filter((line) => line.endsWith("}"));
  assert.equal(lines.length, 4); // a line before sending and one after, for each of two files
  assert.equal(
    lines.every((line) => line.startsWith('{"file":')),
    true,
  );
});

test("what stands beside a text is said with it, and what cannot be read there is refused, not passed over", async () => {
  const folder = await makeFolder("sidecars", {
    "good.txt": "Avèk detay.",
    "good.json": '{"force":"jam","language":"fr","child":"yes","place":"Jakmèl"}',
    "broken.txt": "Fichye a kase.",
    "broken.json": "{",
    "colour.txt": "Yon mo anplis.",
    "colour.json": '{"colour":"red"}',
    "nowhere.txt": "Yon fòs ki pa egziste.",
    "nowhere.json": '{"force":"atlantis"}',
    "empty.txt": "",
    "latin.txt": "",
    "folder.txt": "Yon katab nan plas detay yo.",
  });
  await mkdir(join(folder, "folder.json"));
  await writeFile(join(folder, "latin.txt"), Buffer.from([0xe8]));
  const ran = await run(folder);
  assert.equal(ran.code, 1);
  const told = new Map(readLines(ran.stdout).map((entry) => [entry.file, entry.refused ?? "filed"]));
  assert.deepEqual(Object.fromEntries(told), {
    "broken.txt": "malformed-details",
    "colour.txt": "malformed-details",
    "empty.txt": "empty",
    "folder.txt": "malformed-details",
    "good.txt": "filed",
    "latin.txt": "malformed-utf8",
    "nowhere.txt": "unknown-force",
  });
  const filed = readLines(ran.stdout).find(({ file }) => file === "good.txt");
  const [caseId] = (await casesOf(office)).slice(-1);
  assert.equal(filed?.case, caseId);
  for (const name of intakeNames) {
    const { story } = await view(await office.desk(name), caseId!);
    if (!story) continue;
    const { text, force, language, child, place, channel } = story;
    assert.deepEqual(
      [text, force, language, child, place, channel],
      ["Avèk detay.", "jam", "fr", "yes", "Jakmèl", "partner"],
    );
  }
});

test("what is called a text and is none, a folder or a link to nothing, keeps no other from being filed", async () => {
  const folder = await makeFolder("odd", { "a.txt": "Anvan.", "z.txt": "Apre." });
  await mkdir(join(folder, "h.txt"));
  await symlink(join(folder, "nowhere"), join(folder, "m.txt"));
  const ran = await run(folder);
  assert.equal(ran.code, 1, ran.stderr);
  const lines = readLines(ran.stdout);
  assert.deepEqual(
    lines.map(({ file, refused, case: filed }) => [file, refused ?? (filed ? "filed" : "lost")]),
    [
      ["a.txt", "filed"],
      ["h.txt", "cannot-be-read"],
      ["m.txt", "cannot-be-read"],
      ["z.txt", "filed"],
    ],
  );
});

test("a folder without texts, or no folder at all, is refused", async () => {
  const empty = await makeFolder("empty", { "notes.md": "x" });
  const ran = await run(empty);
  assert.deepEqual([ran.code, JSON.parse(ran.stdout).refused], [1, "no-texts"]);
  const missing = await run(join(home, "missing"));
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /^temwen: there is no file /);
});

test("a batch that meets a server it cannot reach stops, and goes on where it stopped", async () => {
  const folder = await makeFolder("unreachable", { "a.txt": "Premye." });
  const away = await runCommand(["complain", "--server", "http://127.0.0.1:9", "--batch", folder, "--json"]);
  assert.equal(away.code, 5);
  assert.equal((await run(folder)).code, 0);
});

test("of two commands on one folder one files every text once, and the other is told", async () => {
  const folder = await makeFolder("twice", { "a.txt": "Istwa a.", "b.txt": "Istwa b.", "c.txt": "Istwa c." });
  const before = (await casesOf(office)).length;
  const ran = await Promise.all([run(folder), run(folder)]);
  assert.deepEqual(ran.map(({ code }) => code).sort(), [0, 1]);
  const told = ran.find(({ code }) => code === 1);
  assert.equal(readLines(told?.stdout ?? "")[0]?.refused, "batch-running");
  assert.match(told?.stderr ?? "", /another command files this folder/);
  assert.equal((await casesOf(office)).length - before, 3);
  // What ran has ended: nothing stands in the way of the next.
  assert.equal((await run(folder)).code, 0);
  assert.equal((await casesOf(office)).length - before, 3);
});
