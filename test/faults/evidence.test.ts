// What follows a complaint as evidence: only what it announced, sealed, whole, and once.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir, rm, stat } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Digest } from "@temwen/vocabulary";
import { ask, type FiledCase, fileCase, headersOf, view } from "../support/casework.ts";
import { type Answer, post } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const original = crypto.getRandomValues(new Uint8Array(60_000));
let mine: FiledCase;
let sealed: Uint8Array;
let digest: Digest;
before(async () => {
  mine = await fileCase(office, { evidence: [{ name: "foto.jpg", mediaType: "image/jpeg", bytes: original }] });
  sealed = mine.parcel.evidence.get("evidence-1") ?? new Uint8Array();
  digest = mine.parcel.manifest.event.parts["evidence-1"]!.digest;
});

const pathTo = (caseId: string, of: string): string => `/api/evidence/${caseId}/${of}`;
const send = (body: BodyInit, path = pathTo(mine.caseId, digest)): Promise<Answer> => post(office, path, body);

/** No blob and no piece of one lies in the folder. */
async function assertNoBlob(): Promise<void> {
  const found = await readdir(office.blobFolder, { recursive: true, withFileTypes: true });
  assert.deepEqual(
    found.filter((entry) => entry.isFile()).map(({ name }) => name),
    [],
  );
}

test("what no complaint announced is refused", async () => {
  const other = await fileCase(office);
  for (const path of [
    pathTo(mine.caseId, "0".repeat(64)),
    pathTo(other.caseId, digest),
    pathTo(mine.caseId, mine.parcel.manifest.event.parts.story!.digest),
    pathTo("cas_0", digest),
  ]) {
    assertRefused(await send(new Uint8Array(sealed), path), "not-announced", 404);
  }
  await assertNoBlob();
});

test("evidence in clear, cut short, too long or changed is refused, and no piece of it stays", async () => {
  const changed = sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte));
  for (const [body, code] of [
    [new Uint8Array(sealed.length).fill(0x61), "not-sealed"],
    [original, "not-sealed"],
    ["", "wrong-size"],
    [sealed.subarray(0, -1), "wrong-size"],
    [new Uint8Array([...sealed, 0]), "wrong-size"],
    [changed, "wrong-digest"],
  ] as const) {
    assertRefused(await send(typeof body === "string" ? body : new Uint8Array(body)), code);
  }
  await assertNoBlob();
});

test("evidence whose line breaks half way leaves nothing behind", async () => {
  for (const headers of [{ "content-length": sealed.length }, { "transfer-encoding": "chunked" }]) {
    await new Promise<void>((resolve) => {
      const begun = request(office.url + pathTo(mine.caseId, digest), { method: "POST", headers });
      begun.once("close", resolve);
      begun.once("error", () => undefined);
      begun.write(sealed.subarray(0, 100_000), () => setTimeout(() => begun.destroy(), 20));
    });
  }
  await pause(200); // the server hears of the break a little later than we do
  await assertNoBlob();
  assert.equal(office.logged(), "");
  assert.deepEqual(
    (await view(mine.desk, mine.caseId)).evidence.map(({ arrived }) => arrived),
    [false],
  );
});

test("evidence sent several times at once is there once, and opens as it was", async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => send(new Uint8Array(sealed))));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200],
  );
  const files = (await readdir(office.blobFolder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  assert.deepEqual(
    files.map(({ name }) => name),
    [digest],
  );
  const read = await mine.desk.readEvidence(mine.caseId, "evidence-1");
  assert.ok(read.ok);
  assert.deepEqual([read.value.name, read.value.mediaType], ["foto.jpg", "image/jpeg"]);
  assert.deepEqual(Buffer.from(read.value.bytes), Buffer.from(original));
});

test("while evidence is being sent, whoever sends the same waits: there is one piece of it, and then one blob", async () => {
  const other = await fileCase(office, { evidence: [{ name: "a.txt", mediaType: "text/plain", bytes: original }] });
  const bytes = other.parcel.evidence.get("evidence-1") ?? new Uint8Array();
  const path = pathTo(other.caseId, other.parcel.manifest.event.parts["evidence-1"]!.digest);
  const first = request(office.url + path, { method: "POST", headers: { "content-length": bytes.length } });
  const answered = once(first, "response");
  first.write(bytes.subarray(0, 100_000));
  const pieces = async (): Promise<readonly string[]> =>
    (await readdir(office.blobFolder, { recursive: true })).filter((name) => name.endsWith(".part"));
  while ((await pieces()).length === 0) await pause(5);
  const others = [send(new Uint8Array(bytes), path), send(new Uint8Array(bytes), path)];
  await pause(100); // time enough to begin, for who would not wait
  assert.equal((await pieces()).length, 1);
  first.end(bytes.subarray(100_000));
  const [answer] = (await answered) as [IncomingMessage];
  answer.resume();
  assert.equal(answer.statusCode, 200);
  for (const { status } of await Promise.all(others)) assert.equal(status, 200);
  assert.deepEqual(await pieces(), []);
});

test("evidence that a restored folder lacks, though it had arrived, is stored when it is sent again", async () => {
  const place = join(office.blobFolder, digest.slice(0, 2), digest);
  await rm(place);
  assert.equal((await mine.desk.readEvidence(mine.caseId, "evidence-1")).ok, false);
  assert.equal((await send(new Uint8Array(sealed))).status, 200);
  const read = await mine.desk.readEvidence(mine.caseId, "evidence-1");
  assert.ok(read.ok);
  assert.deepEqual(Buffer.from(read.value.bytes), Buffer.from(original));
  // What stands is not read again, and sending once more changes nothing.
  const before = await stat(place);
  assert.equal((await send(new Uint8Array(sealed))).status, 200);
  assert.equal((await stat(place)).ino, before.ino);
});

test("other bytes in the place of evidence are told, not shown", async () => {
  const lying = await office.desk(mine.reader, {
    fetch: async (input, init) => {
      if (!String(input).includes("/evidence/")) return fetch(input, init);
      return new Response(sealed.map((byte, at) => (at === 5000 ? byte ^ 1 : byte)));
    },
  });
  const read = await lying.readEvidence(mine.caseId, "evidence-1");
  assert.deepEqual(read, { ok: false, refusal: { code: "part-differs", part: "evidence-1" } });
});

test("evidence is for those who may see the case", async () => {
  const path = `/api/desk/cases/${mine.caseId}/evidence/${digest}`;
  for (const name of ["petra", "omar", "gerda"]) {
    assert.equal((await ask(office, path, await headersOf(office, name))).body.code, "unknown-case");
  }
  assert.equal((await ask(office, path)).body.code, "not-signed-in");
});
