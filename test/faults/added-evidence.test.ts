// Evidence that a person adds after filing: announced with the receipt's key, sealed like that of the complaint.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { prepareAddition } from "@temwen/complain/adding";
import { openMailbox } from "@temwen/complain/mailbox";
import { digestOf } from "@temwen/sealing/open";
import { addEvidence } from "../../apps/temwen/src/person/add-evidence.ts";
import type { Terminal } from "../../apps/temwen/src/terminal.ts";
import { largestEvidence, sealedSize } from "../../packages/sealing/src/sizes.ts";
import {
  acknowledgement,
  doActs,
  type FiledCase,
  fileCase,
  findReader,
  intakeNames,
  view,
} from "../support/casework.ts";
import { type Lied, startLyingServer } from "../support/lying-server.ts";
import { runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { post, sendPieces } from "../support/parcels.ts";
import { sealAddition, sendPersonAct, signPersonAct } from "../support/person-acts.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
const lying = await startLyingServer(office.url);
const folder = await writeOfficeFolder(office, intakeNames);
const files = await mkdtemp(join(tmpdir(), "temwen-added-"));
after(async () => {
  await rm(files, { recursive: true, force: true });
  await folder[Symbol.asyncDispose]();
  await lying[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});
const picture = { name: "pòt la.jpg", mediaType: "image/jpeg", bytes: new Uint8Array(400_000).map((_, i) => i * 7) };
const note = { name: "nòt.txt", mediaType: "text/plain", bytes: new TextEncoder().encode("Plak machin nan: 12-34") };

/** Announces evidence and sends all of it. */
async function addAll(mine: FiledCase, sequence: number, what = [picture, note]): Promise<void> {
  const added = await sealAddition(office, mine, sequence, what);
  assert.equal((await sendPersonAct(office, signPersonAct(mine, added.fact, added.note))).status, 200);
  await sendPieces(
    office,
    mine.caseId,
    added.pieces.map(({ sealed }) => sealed),
  );
}

test("what was added opens at the desk byte for byte, beside the evidence of the complaint", async () => {
  const mine = await fileCase(office, { evidence: [note] });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  await addAll(mine, 1);
  const seen = await view(mine.desk, mine.caseId);
  assert.deepEqual(seen.alarms, []);
  assert.deepEqual(
    seen.evidence.map(({ part, name, arrived, addedAt }) => [part, name, arrived, addedAt !== undefined]),
    [
      ["evidence-1", note.name, false, false],
      ["added-1-1", picture.name, true, true],
      ["added-1-2", note.name, true, true],
    ],
  );
  for (const [part, { bytes }] of [
    ["added-1-1", picture],
    ["added-1-2", note],
  ] as const) {
    const read = await mine.desk.readEvidence(mine.caseId, part);
    assert.ok(read.ok && Buffer.from(read.value.bytes).equals(Buffer.from(bytes)));
  }
  const opened = await openMailbox(office.courier(), believedOf(office), mine.receipt);
  assert.ok(opened.ok);
  assert.deepEqual(opened.value.entries.at(-1)?.kind, "added");
});

test("who holds no key of the case opens none of it", async () => {
  const mine = await fileCase(office);
  await addAll(mine, 1);
  for (const name of intakeNames) {
    const desk = await office.desk(name);
    const seen = await view(desk, mine.caseId);
    const read = await desk.readEvidence(mine.caseId, "added-1-1");
    assert.equal(read.ok, seen.story !== undefined, name);
    if (!seen.story) assert.deepEqual(seen.evidence, []);
  }
});

test("nothing is taken that was not announced under its own names, sizes and turn", async () => {
  const mine = await fileCase(office);
  const { fact, note: sealed } = await sealAddition(office, mine, 1, [picture]);
  const [piece] = fact.evidence;
  assert.ok(piece);
  const digest = "0".repeat(64);
  for (const [change, code] of [
    [{ evidence: [] }, "evidence-misnamed"],
    [{ evidence: [{ ...piece, part: "evidence-1" }] }, "evidence-misnamed"],
    [{ evidence: [piece, piece] }, "evidence-misnamed"],
    [{ evidence: [{ ...piece, size: piece.size + 1 }] }, "wrong-size"],
    [{ evidence: [{ ...piece, size: 10 }] }, "wrong-size"],
    [{ note: { part: "added-in-1", digest } }, "wrong-digest"],
    [{ note: { part: "story", digest: fact.note.digest } }, "malformed-act"],
    [{ name: "foto.jpg" }, "malformed-act"],
  ] as const) {
    assertRefused(await sendPersonAct(office, signPersonAct(mine, { ...fact, ...change }, sealed)), code);
  }
  assertRefused(await sendPersonAct(office, signPersonAct(mine, fact)), "malformed-act");
  const words = new Uint8Array(sealed.length).fill(0x61);
  assertRefused(await sendPersonAct(office, signPersonAct(mine, fact, words)), "not-sealed");
  assertRefused(await sendPersonAct(office, signPersonAct(mine, { ...fact, sequence: 2 }, sealed)), "malformed-act");
  const early = await post(office, `/api/evidence/${mine.caseId}/${piece.digest}`, new Uint8Array(10));
  assertRefused(early, "not-announced", 404);
  assert.equal((await office.record.readStream(mine.caseId)).length, 1);
  assert.equal((await sendPersonAct(office, signPersonAct(mine, fact, sealed))).status, 200);
});

test("the same announcement sent again is one, and one case announces no more than 32 pieces", async () => {
  const mine = await fileCase(office);
  const many = Array.from({ length: 8 }, () => note);
  for (let sequence = 1; sequence <= 4; sequence++) {
    const added = await sealAddition(office, mine, sequence, many);
    const act = signPersonAct(mine, added.fact, added.note);
    const [first, again] = [await sendPersonAct(office, act), await sendPersonAct(office, act)];
    assert.deepEqual([first.status, first.text], [200, again.text]);
  }
  const more = await sealAddition(office, mine, 5, [note]);
  assertRefused(await sendPersonAct(office, signPersonAct(mine, more.fact, more.note)), "too-much-evidence");
  assert.equal((await office.record.readAnnounced(mine.caseId)).length, 32);
});

test("what is announced beyond a case's share of the disk is not taken, and nothing else is refused for it", async () => {
  const mine = await fileCase(office);
  const many = Array.from({ length: 8 }, () => note);
  for (let sequence = 1; sequence <= 2; sequence++) {
    const { fact, note: sealed } = await sealAddition(office, mine, sequence, many);
    const evidence = fact.evidence.map((piece) => ({ ...piece, size: sealedSize(largestEvidence) }));
    assert.equal((await sendPersonAct(office, signPersonAct(mine, { ...fact, evidence }, sealed))).status, 200);
  }
  const ask = async (name: string): Promise<number> => {
    const announced = (await office.record.readAnnounced(mine.caseId)).find((one) => one.name === name);
    const path = `${office.url}/api/evidence/${mine.caseId}/${announced?.digest}`;
    return (await fetch(path, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } })).status;
  };
  // Sixteen of the largest are a little more than 1 GiB.
  assert.deepEqual([await ask("added-1-1"), await ask("added-2-7"), await ask("added-2-8")], [200, 200, 422]);
  const last = (await office.record.readAnnounced(mine.caseId)).find(({ name }) => name === "added-2-8");
  const sent = await post(office, `/api/evidence/${mine.caseId}/${last?.digest}`, new Uint8Array(10));
  assertRefused(sent, "too-much-evidence");
});

test("another note in its place is an alarm at the desk, and opens nothing", async () => {
  const mine = await fileCase(office);
  await addAll(mine, 1);
  const forged = await sealAddition(office, mine, 1, [note]);
  const { desk } = await findReader(office, mine.caseId, [mine.reader], { server: lying.url });
  lying.tell((asked: string, answer: Lied) => {
    if (!asked.endsWith("/parts") || !answer.parts["added-in-1"]) return undefined;
    answer.parts["added-in-1"] = Buffer.from(forged.note).toString("base64");
    return answer;
  });
  const seen = await view(desk, mine.caseId);
  const read = await desk.readEvidence(mine.caseId, "added-1-1");
  lying.tell();
  assert.deepEqual([seen.alarms, seen.evidence], [[{ code: "part-differs", part: "added-in-1" }], []]);
  assert.equal(read.ok, false);
});

test("the command adds files, waits with what has not arrived, and the office exports all of it sealed", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const place = join(files, "foto.jpg");
  await writeFile(place, picture.bytes);
  const ask = (...more: readonly string[]) =>
    runCommand(
      ["reply", "--server", office.url, "--roots", folder.roots, "--receipt", "-", "--unsent", files, ...more],
      mine.receipt,
    );
  const added = await ask("--attach", place, "--json");
  assert.equal(added.code, 0, added.stderr);
  assert.deepEqual(await readdir(files), ["foto.jpg"]);
  assert.match((await ask("--lang", "ht")).stdout, /Ou voye prèv: 1\.\n/);
  const [piece] = (await view(mine.desk, mine.caseId)).evidence;
  assert.deepEqual([piece?.part, piece?.name, piece?.mediaType], ["added-1-1", "foto.jpg", "image/jpeg"]);

  const out = join(files, "raw");
  const before = (await office.record.readStream(mine.caseId)).length;
  const exported = await runCommand([
    ...["office", "export", ...folder.as(mine.reader)],
    ...["--case", mine.caseId, "--raw", out],
  ]);
  assert.equal(exported.code, 0, exported.stderr);
  assert.match(exported.stderr, /leaves the record's custody: nobody is told of this copy/);
  assert.equal((await office.record.readStream(mine.caseId)).length, before, "and that is true: no event tells of it");
  const names = await readdir(out);
  assert.ok(names.includes("added-in-1.age") && names.includes("added-1-1.age"), names.join(" "));
  const [announced] = await office.record.readAnnounced(mine.caseId);
  assert.equal(digestOf(new Uint8Array(await readFile(join(out, "added-1-1.age")))), announced?.digest);
});

test("of two commands that add at once, what the one announced arrives, and the other is told that nothing of it was taken", async () => {
  const mine = await fileCase(office);
  const unsent = await mkdtemp(join(files, "both-"));
  const terminal: Terminal = {
    json: true,
    result: () => undefined,
    entry: () => undefined,
    progress: () => undefined,
    readStdin: async () => new Uint8Array(),
  };
  const prepare = () =>
    prepareAddition({ courier: office.courier(), office: believedOf(office), keys: mine.keys }, [picture]);
  // Both ask which turn it is before either announces.
  const [one, other] = [await prepare(), await prepare()];
  assert.ok(one.ok && other.ok);
  const where = { server: office.url, unsent, caseId: mine.caseId };
  const added = await Promise.all(
    [one.value, other.value].map((announced) => addEvidence(announced, where, office.courier(), terminal)),
  );
  assert.deepEqual(added.map(({ done }) => done).sort(), [false, true]);
  assert.deepEqual(
    added.find(({ done }) => done),
    { done: true, unsent: [] },
  );
  assert.deepEqual(await readdir(unsent), []);
  const read = await mine.desk.readEvidence(mine.caseId, "added-1-1");
  assert.ok(read.ok, "what was announced has arrived");
});
