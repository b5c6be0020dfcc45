// An old backup is restored: what was erased since is erased again by the office's own list, and by nothing less.
import assert from "node:assert/strict";
import { access, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import { startEmbedded } from "@temwen/record/embedded";
import { openPostgresRecord } from "@temwen/record/postgres";
import { openDiskShelf, policyDigest, sweepErasures } from "@temwen/server";
import { type CaseId, millisToInstant } from "@temwen/vocabulary";
import { openRegistry } from "../../apps/server/src/registry/registry.ts";
import { openSealed, sealStream } from "../../apps/temwen/src/backup/age-streams.ts";
import { findDataFolder } from "../../apps/temwen/src/running/data-folder.ts";
import { readOfficeFiles } from "../../apps/temwen/src/running/office-files.ts";
import { readPack } from "../../apps/temwen/src/running/pack-files.ts";
import { type Ran, runCommand, startOffice, type TestOffice } from "../support/office.ts";
import { openDesks, peopleOf } from "../support/staff.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-erased-"));
const place = (name: string): string => join(home, name);
let office = await startOffice();
after(async () => {
  await office[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

const key = place("key.txt");
const drawn = await runCommand(["backup", "--make-identity", key, "--json"]);
const { recipient } = JSON.parse(drawn.stdout);
const identity = /AGE-SECRET-KEY-\S+/.exec(await readFile(key, "utf8"))?.[0] ?? "";

async function complain(name: string, words: string): Promise<CaseId> {
  await writeFile(place(`${name}.txt`), words);
  await writeFile(place(`${name}.bin`), crypto.getRandomValues(new Uint8Array(5000)));
  const ran = await runCommand([
    ...["complain", "--server", office.url, "--roots", office.roots, "--text", place(`${name}.txt`), "--json"],
    ...["--attach", place(`${name}.bin`), "--unsent", home],
  ]);
  assert.equal(ran.code, 0, ran.stderr);
  const { receipt, case: caseId } = JSON.parse(ran.stdout);
  await writeFile(place(`${name}.receipt`), receipt);
  return caseId;
}

const reply = (of: TestOffice, name: string): Promise<Ran> =>
  runCommand(["reply", "--server", of.url, "--roots", of.roots, "--receipt", place(`${name}.receipt`), "--json"]);

/** The desks that can open a case. */
async function readersOf(of: TestOffice, caseId: CaseId): Promise<readonly Keeper[]> {
  const desks = await openDesks(of, peopleOf(of, "intake"));
  const readers: Keeper[] = [];
  for (const desk of desks) {
    const seen = await desk.readCase(caseId);
    if (seen.ok && seen.value.story) readers.push(desk);
  }
  return readers;
}

async function doAct(desk: Keeper, caseId: CaseId, request: Parameters<Keeper["act"]>[1]): Promise<void> {
  const done = await desk.act(caseId, request);
  assert.ok(done.ok, done.ok ? "" : done.refusal.code);
}

/** What the office's clock does when the days are over. */
async function letDaysPass(data: string): Promise<void> {
  const folder = await findDataFolder(data);
  const files = await readOfficeFiles(folder);
  assert.ok(files);
  await using embedded = await startEmbedded({ folder: folder.postgres });
  await using record = await openPostgresRecord({ url: embedded.url });
  const pack = await readPack("haiti");
  const registry = openRegistry({ record, trust: files.trust, policy: policyDigest(pack) });
  const now = () => millisToInstant(Date.now() + (pack.erasure.waitDays + 1) * 86_400_000);
  const swept = await sweepErasures({ record, registry, pack, now }, openDiskShelf(folder.blobs), files.clockKey);
  assert.deepEqual(swept, { ran: 1, faults: [] });
}

const blobsIn = async (data: string): Promise<number> =>
  (await readdir(join(data, "blobs"), { recursive: true })).filter((name) => name.length > 60).length;

const [gone, kept] = [
  await complain("gone", "Sa a ap efase. (egzanp)"),
  await complain("kept", "Sa a ap rete. (egzanp)"),
];
{
  const [first] = await readersOf(office, gone);
  assert.ok(first);
  await doAct(first, gone, { act: "acknowledge", text: "Nou resevwa l. (egzanp)" });
}
const old = place("old.age");
const made = await runCommand(["backup", "--data", office.data, "--recipient", recipient, "--out", old, "--with-keys"]);
assert.equal(made.code, 0, made.stderr);
{
  const [first] = await readersOf(office, gone);
  const [member] = peopleOf(office, "panel");
  assert.ok(first && member);
  const [second] = await openDesks(office, [member]);
  assert.ok(second);
  await doAct(first, gone, { act: "grant", to: second.me.id, reason: "asked-to-help" });
  await doAct(first, gone, { act: "propose-erasure", reason: "law-requires" });
  await doAct(second, gone, { act: "confirm-erasure", text: "Nan 14 jou n ap efase l. (egzanp)" });
}
await letDaysPass(office.data);
const list = place("erasures.age");
const listed = await runCommand([
  ...["retention", "list-erasures", "--data", office.data, "--recipient", recipient, "--out", list, "--json"],
]);

const restore = (name: string, ...more: readonly string[]): Promise<Ran> =>
  runCommand(["restore", "--data", place(name), "--in", old, "--identity", key, "--json", ...more]);

test("the list is sealed, and tells in the open only how many erasures there were", async () => {
  assert.equal(listed.code, 0, listed.stderr);
  assert.equal(JSON.parse(listed.stdout).cases, 1);
  assert.match((await readFile(list)).subarray(0, 21).toString("latin1"), /^age-encryption\.org\/v1/);
  assert.ok(!(await readFile(list)).includes(gone));
});

test("with the list an old backup comes back without what was erased since: words, evidence, and receipt", async () => {
  const ran = await restore("again", "--erasures", list);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stderr, /1 cases that were erased since are erased again/);
  assert.equal(JSON.parse(ran.stdout).erasedAgain, 1);
  assert.equal(await blobsIn(place("again")), 1);
  await using again = await startOffice({ data: place("again") });
  const unknown = await reply(again, "gone");
  const { stage, timeline } = JSON.parse(unknown.stdout);
  assert.deepEqual([unknown.code, stage, timeline], [0, "unknown", []], "as for a receipt that was never given");
  assert.equal((await reply(again, "kept")).code, 0);
  const [desk] = await openDesks(again, peopleOf(again, "intake"));
  assert.ok(desk);
  const seen = await desk.readCase(gone);
  assert.ok(seen.ok);
  assert.deepEqual([seen.value.stage, seen.value.story, seen.value.alarms], ["erased", undefined, []]);
  assert.equal((await readersOf(again, kept)).length > 0, true);
  // What is done is done: the same list finds nothing more to do in a backup of the office as it is now.
  const newer = ["--data", again.data, "--recipient", recipient, "--out", place("newer.age")];
  assert.equal((await runCommand(["backup", ...newer])).code, 0);
  const twice = ["--data", place("twice"), "--in", place("newer.age"), "--identity", key, "--erasures", list, "--json"];
  assert.equal(JSON.parse((await runCommand(["restore", ...twice])).stdout).erasedAgain, 0);
});

test("without the list a restore says plainly that what was erased since is back", async () => {
  const ran = await restore("without");
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stderr, /What was erased since is back, with its words/);
  assert.equal(await blobsIn(place("without")), 2);
});

/** The list with its lines changed, sealed anew, as anybody can who knows the recipient. */
async function forge(change: (lines: string[]) => readonly string[]): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openSealed(list, [identity])) pieces.push(piece);
  const lines = change(Buffer.concat(pieces).toString("utf8").trimEnd().split("\n"));
  async function* plain(): AsyncIterable<Uint8Array> {
    yield Buffer.from(`${lines.join("\n")}\n`);
  }
  const { bytes } = await sealStream(plain(), [recipient]);
  await rm(place("forged.age"), { force: true });
  await writeFile(place("forged.age"), bytes);
  return place("forged.age");
}

test("a list that the office did not sign erases nothing, whoever sealed it", async () => {
  const head = (lines: readonly string[], events: number) =>
    (lines[0] ?? "").replace(/"events":\d+/, `"events":${events}`);
  const attempts: readonly (readonly [string, (lines: string[]) => readonly string[]])[] = [
    // The word of the clock is left out: two people wanted it, and it never ran.
    ["list-not-proved", (lines) => [head(lines, lines.length - 2), ...lines.slice(1, -1)]],
    // Said of another case.
    ["list-not-proved", (lines) => lines.map((line) => line.replaceAll(gone, kept))],
    ["damaged", (lines) => lines.slice(0, -1)],
    [
      "another-office",
      (lines) => lines.map((line) => line.replace(/"office":"ofc_.{26}"/, `"office":"ofc_${"0".repeat(26)}"`)),
    ],
    ["not-a-list", () => ["{}"]],
  ];
  for (const [code, change] of attempts) {
    const ran = await restore("never", "--erasures", await forge(change));
    assert.deepEqual([ran.code, JSON.parse(ran.stdout).refused], [1, code], ran.stderr);
    await assert.rejects(access(place("never")));
  }
  const backup = await restore("never", "--erasures", old);
  assert.equal(JSON.parse(backup.stdout).refused, "not-a-list");
  office = await office.again();
  const living = await readersOf(office, kept);
  assert.ok(living.length > 0, "the case that was named instead lives on");
});
