// An office's silence, proved by the file that the person kept and any copy of the log: the office is not asked.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, beforeEach, test } from "node:test";
import { formatKeptFiling, type KeptFiling } from "@temwen/complain/kept-filing";
import { parseKeptFiling } from "@temwen/complain/read-kept";
import type { Instant } from "@temwen/vocabulary";
import { type Ran, runCommand } from "./support/office.ts";
import { clock, showing, startSilentOffice, type Told, told } from "./support/silent-office.ts";

const silent = await startSilentOffice();
const { given, place, pass, file, answer, verify, mirror, openingOf } = silent;
beforeEach(silent.begin);
after(silent.dispose);

/** A copy of the log as it is now, in a folder. */
async function copyLog(name: string): Promise<string> {
  const ran = await mirror(place(name));
  assert.equal(ran.code, 0, ran.stderr);
  return place(name);
}

/** The same without the office: from the file that the person kept, and a copy of the log. */
const proveKept = (kept: string, log: string, ...more: readonly string[]): Promise<Ran> =>
  runCommand([
    ...["prove-silence", "--kept", kept, "--log", log, "--clock", clock, "--json"],
    ...["--policy", given.policy, "--out", place("breach"), ...more],
  ]);

/** Files a complaint whose person does not wait: kept is the promise, and no proof. */
async function fileAndLeave(): Promise<{ readonly kept: string; readonly receipt: string }> {
  const words = ["complain", "--server", given.office.url, "--text", "-", "--json", "--proof-dir", given.folder];
  const { kept, receipt } = told(await runCommand(words, "Se yon egzanp."));
  return { kept: String(kept), receipt: String(receipt) };
}

test("an office that shows neither mailbox nor answer is accused by the kept file and any copy of the log alone", async () => {
  const { proof } = await file();
  const kept = proof.replace(/tlog-proof$/, "kept");
  assert.equal(told(await proveKept(kept, await copyLog("early"))).refused, "not-due");
  await pass(8);
  const copy = await copyLog("copy");
  const ran = await proveKept(kept, copy);
  assert.equal(ran.code, 0, ran.stderr);
  const verified = await runCommand([
    ...["verify", "--breach", place("breach"), "--log", copy, "--policy", given.policy, "--json"],
  ]);
  assert.equal(verified.code, 0, verified.stderr);
  assert.equal(told(verified).breach, true);
});

test("what was kept before the batch came is enough: the earliest checkpoint that anybody kept dates the filing", async () => {
  const { kept } = await fileAndLeave();
  await given.settle();
  await pass(0);
  await pass(8);
  const ran = await proveKept(kept, `${given.office.url}/log/`);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stderr, /bore no proof; it does now/);
  assert.equal((await verify(place("breach"))).code, 0);
  const read = parseKeptFiling(await readFile(kept));
  assert.ok(read.ok && read.value.proof && read.value.promise);
});

test("an answer that the person is not shown refutes what was made from a kept file, once somebody opens it", async () => {
  const filed = await file();
  await answer(filed);
  const openings = showing(await openingOf(filed));
  await pass(8);
  const kept = filed.proof.replace(/tlog-proof$/, "kept");
  const alone = await proveKept(kept, `${given.office.url}/log/`);
  assert.equal(alone.code, 0, alone.stderr);
  assert.equal((told(alone).unopened as readonly unknown[]).length, 1, "the leaf that nobody opened is named");
  const opened = await proveKept(kept, `${given.office.url}/log/`, ...openings);
  assert.equal(told(opened).refused, "answered");
});

test("a promise whose hour witnesses have passed without the complaint in the log is called broken, and a changed one is none", async () => {
  const copy = await copyLog("without");
  const { kept } = await fileAndLeave();
  // The witness's clock is days ahead in this test, so its newest hour is behind every promise of now.
  const ran = await proveKept(kept, copy);
  assert.deepEqual([ran.code, told(ran).refused], [1, "promise-broken"]);
  const read = parseKeptFiling(await readFile(kept));
  assert.ok(read.ok && read.value.promise);
  const { promise } = read.value;
  const later = { ...promise, body: { ...promise.body, by: "2099-01-01T00:00:00.000Z" as Instant } };
  await writeFile(place("forged.kept"), formatKeptFiling({ ...read.value, promise: later }));
  assert.equal(told(await proveKept(place("forged.kept"), copy)).refused, "promise-not-signed");
});

test("what the receipt proves later is put into the kept file, and takes neither its promise nor its earlier proof", async () => {
  const { kept, receipt } = await fileAndLeave();
  await given.settle();
  const prove = async (): Promise<KeptFiling> => {
    const words = ["proof", "--server", given.office.url, "--receipt", "-", "--out", given.folder, "--json"];
    const [first] = told(await runCommand([...words, "--policy", given.policy], receipt)).proofs as readonly Told[];
    assert.equal(first?.kept, kept);
    const read = parseKeptFiling(await readFile(kept));
    assert.ok(read.ok && read.value.promise && read.value.proof);
    return read.value;
  };
  const early = await prove();
  await pass(1);
  assert.deepEqual(await prove(), early);
});
