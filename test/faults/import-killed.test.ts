// An import is killed in the middle, or loses its server: the same words again finish it, and nothing comes in twice.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { formatHash, rootOfHashes } from "@temwen/public-log/tree";
import type { StandingCase } from "@temwen/record";
import { createMemoryRecord } from "@temwen/record/memory";
import { registerIdOf } from "@temwen/registers";
import type { RegisterId } from "@temwen/vocabulary";
import { sha256 } from "../../apps/temwen/src/registers/build-cases.ts";
import { mainFile, type Ran, runCommand } from "../support/office.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const rows = 30_000;
const { hasher } = primitivesOnNode;
const record = createMemoryRecord();
let office: SmallOffice;
let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-import-killed-"));
  office = await startSmallOffice({ record });
  const { keyFile, passphrase } = office.person("nadia");
  await writeFile(join(folder, "nadia.age"), keyFile);
  await writeFile(join(folder, "nadia.txt"), passphrase);
  await writeFile(join(folder, "roots.json"), JSON.stringify(office.trust));
  const lines = Array.from({ length: rows }, (_, n) => `K${n},20${10 + (n % 9)}-0${1 + (n % 9)}-11,place ${n % 40}`);
  await writeFile(join(folder, "list.csv"), `id,received,place\n${lines.join("\n")}\n`);
});
after(async () => {
  await office[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function wordsFor(register: string): Promise<readonly string[]> {
  const place = join(folder, `${register}.json`);
  const mapping = {
    type: "temwen.mapping/1",
    register,
    title: "made up",
    source: "made up",
    files: { list: { columns: ["id", "received", "place"] } },
    case: {
      file: "list",
      key: "id",
      fields: { received: { kind: "date", column: "received" }, place: { kind: "code", column: "place" } },
    },
  };
  await writeFile(place, JSON.stringify(mapping));
  const at = (name: string): string => join(folder, name);
  return [
    ...["import", "--mapping", place, "--file", at("list.csv"), "--server", office.url, "--roots", at("roots.json")],
    ...["--key", at("nadia.age"), "--passphrase-file", at("nadia.txt"), "--report", at("refused.csv"), "--json"],
  ];
}

const idOf = (register: string): RegisterId => registerIdOf(office.trust.office, register, sha256);

/** Starts the import, waits until so many cases are there, and kills it as a power cut does. */
async function killAt(register: string, cases: number): Promise<number> {
  const child = spawn(process.execPath, [mainFile, ...(await wordsFor(register))], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  for (;;) {
    const state = await record.registers.readImport(idOf(register), 0);
    if ((state?.size ?? 0) >= cases) break;
    assert.equal(child.exitCode, null, "the import ended before it could be killed");
    await pause(5);
  }
  child.kill("SIGKILL");
  await ended;
  return (await record.registers.readImport(idOf(register), 0))?.size ?? 0;
}

/** Every case is there once, in the order that was signed. */
async function assertWhole(register: string, ran: Ran): Promise<void> {
  assert.equal(ran.code, 0, ran.stderr);
  const said = JSON.parse(ran.stdout);
  assert.deepEqual([said.cases, said.added, said.changed], [rows, rows, 0]);
  const cases: StandingCase[] = [...(await record.registers.readCases(idOf(register), [0], "", rows + 1))];
  assert.equal(cases.length, rows);
  cases.sort((a, b) => a.place - b.place);
  assert.equal(
    formatHash(
      rootOfHashes(
        hasher,
        cases.map(({ body }) => hasher.leaf(body)),
      ),
    ),
    said.root,
  );
}

test("an import that is killed twice in the middle goes on where it was, and brings every case once", async () => {
  const first = await killAt("killed", 4000);
  assert.ok(first > 0 && first < rows, `${first}`);
  const second = await killAt("killed", first + 4000);
  assert.ok(second > first && second < rows, `${second}`);
  const ran = await runCommand(await wordsFor("killed"));
  await assertWhole("killed", ran);
  assert.ok(JSON.parse(ran.stdout).resumedAt >= second);
  assert.equal((await record.readStream(idOf("killed"))).length, 2);
  const again = await runCommand(await wordsFor("killed"));
  assert.equal(JSON.parse(again.stdout).outcome, "already-imported");
});

test("a killed import leaves no row of the register on the disk", async () => {
  await killAt("traces", 3000);
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith("temwen-import-") && /-\d+-\d+$/.test(name));
  assert.deepEqual(left, []);
});

test("a file that changed after the stop is another import, and what the first brought does not stand", async () => {
  await killAt("changed", 3000);
  const more = "K-new,2015-05-05,place 1\n";
  const stood = await readFile(join(folder, "list.csv"), "utf8");
  await writeFile(join(folder, "list.csv"), stood + more);
  const ran = await runCommand(await wordsFor("changed"));
  await writeFile(join(folder, "list.csv"), stood);
  assert.equal(ran.code, 0, ran.stderr);
  const said = JSON.parse(ran.stdout);
  assert.deepEqual([said.import, said.cases, said.added], [1, rows + 1, rows + 1]);
  assert.equal((await record.registers.readCases(idOf("changed"), [1], "", rows + 9)).length, rows + 1);
});

test("an import whose server goes away says so, and goes on when it is back", async () => {
  const words = await wordsFor("server");
  const running = runCommand(words);
  while (((await record.registers.readImport(idOf("server"), 0))?.size ?? 0) < 3000) await pause(5);
  const port = Number(new URL(office.url).port);
  office = await office.again(office.pack);
  const ran = await running;
  assert.notEqual(Number(new URL(office.url).port), port);
  assert.equal(ran.code, 5, ran.stderr);
  await assertWhole("server", await runCommand(await wordsFor("server")));
});
