// A case leaves the office for a forum: over a real server and PostgreSQL, opened with somebody else's program, and checked as
// whoever gets it would.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { recordBytes } from "@temwen/office";
import { opensTo, readCommittedLeaf } from "@temwen/sealing/leaf";
import { parseBase64 } from "@temwen/vocabulary";
import { ask, headersOf, view } from "../support/casework.ts";
import { check, judge, openDossierRoom, picture, readJson, story, told } from "../support/dossier-room.ts";
import { runCommand } from "../support/office.ts";
import { wordsInPdf } from "../support/pdf-words.ts";

const room = await openDossierRoom();
const { given, folder, runAge, recipientOf, filed, make, unpack } = room;
after(() => room[Symbol.asyncDispose]());

const passphrase = "kat chwal blan sou mòn nan";

test("a forum opens a dossier with the standard tool, and both manifests answer for every file", async () => {
  const { reader, caseId, desk } = await filed();
  const out = join(folder, "out/first.age");
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  const place = await unpack(out, "x25519");
  for (const manifest of ["manifest", "tagmanifest"]) {
    const checked = await check(place, manifest);
    assert.equal(checked.code, 0, checked.output);
  }
  const tags = await readFile(join(place, "tagmanifest-sha256.txt"));
  assert.equal(told(ran).digest, createHash("sha256").update(tags).digest("hex"));
  const names = (await readdir(place, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  assert.equal((told(ran).files as readonly unknown[]).length, names.length);

  assert.deepEqual(new Uint8Array(await readFile(join(place, "data/evidence/evidence-1.jpg"))), picture);
  assert.equal(await readFile(join(place, "data/words/story.txt"), "utf8"), `${story}\n`);
  const { custody } = await readJson(place, "data/evidence/evidence-1.json");
  assert.equal(custody.at(-1).exportedFor, "hand-over");
  assert.equal(custody.at(-1).by, given.office.person(reader).id);
  assert.match(await wordsInPdf(join(place, "data/dossier.pdf")), /Yo te kraze pòt la \[U\+1F6AA\] anvan/);
  const { types, withheld, broken } = await judge(place, caseId, given.office.trust);
  assert.deepEqual(broken, []);
  assert.equal(types.at(-1), "case.evidence-exported/1");
  assert.equal(types.length + withheld.length, (await view(desk, caseId)).version);
});

test("the wrong key opens nothing, and one byte that changed is found", async () => {
  const { reader, caseId } = await filed();
  const out = join(folder, "out/second.age");
  const ran = await make(reader, caseId, "--to", await recipientOf("hybrid"), "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  assert.notEqual((await runAge("age", ["-d", "-i", join(folder, "other.key"), out])).code, 0);
  const place = await unpack(out, "hybrid");
  const photo = join(place, "data/evidence/evidence-1.jpg");
  const bytes = await readFile(photo);
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  await writeFile(photo, bytes);
  assert.notEqual((await check(place, "manifest")).code, 0);
  const sealed = await readFile(out);
  sealed[sealed.length - 20] = (sealed[sealed.length - 20] ?? 0) ^ 1;
  await writeFile(join(folder, "bent.age"), sealed);
  const bent = await runAge("age", [
    "-d",
    "-i",
    join(folder, "hybrid.key"),
    "-o",
    join(folder, "bent"),
    join(folder, "bent.age"),
  ]);
  assert.notEqual(bent.code, 0);
});

test("a passphrase opens a dossier as the standard tool does it, and a short one is refused", async () => {
  const { reader, caseId, desk } = await filed();
  const file = join(folder, "words.txt");
  await writeFile(file, "too short\n");
  const before = (await view(desk, caseId)).version;
  const out = join(folder, "out/third.age");
  const refusal = await make(reader, caseId, "--seal-passphrase-file", file, "--out", out);
  assert.equal(told(refusal).refused, "passphrase-too-short");
  assert.equal((await view(desk, caseId)).version, before);
  await writeFile(file, `${passphrase}\n`);
  const ran = await make(reader, caseId, "--seal-passphrase-file", file, "--out", out);
  assert.equal(ran.code, 0, ran.stderr);
  const opened = await runAge("age", ["-d", "-j", "batchpass", "-o", join(folder, "third.tar"), out], {
    AGE_PASSPHRASE: passphrase,
  });
  assert.equal(opened.code, 0, opened.output);
});

test("every step has a proof that anybody can check, and that opens to the record in the bag", async () => {
  const { reader, caseId } = await filed();
  const out = join(folder, "out/fifth.age");
  const publishing = setInterval(() => void given.office.server.publicLog?.step(), 500);
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out, "--wait-proofs");
  clearInterval(publishing);
  assert.equal(ran.code, 0, ran.stderr);
  assert.equal(told(ran).proved, told(ran).steps);
  const place = await unpack(out, "x25519");
  const { events } = await judge(place, caseId, given.office.trust);
  const proofs = join(place, "data/proofs");
  const openings: readonly { event: number; part: number; salt: string }[] = await readJson(proofs, "openings.json");
  assert.deepEqual(new Set(openings.map(({ event }) => event)), new Set(events.keys()));
  for (const [i, { event, part, salt }] of openings.entries()) {
    const name = join(proofs, `${String(event).padStart(4, "0")}-${part}`);
    const leaf = new Uint8Array(await readFile(`${name}.leaf`));
    const bytes = parseBase64(salt);
    const seen = readCommittedLeaf(leaf);
    assert.ok(bytes.ok && seen && opensTo(seen, { salt: bytes.value, record: recordBytes(events.get(event)!) }), name);
    // Each start of the command is a second on a slow machine: the first and the last stand for all of one form.
    if (i > 0 && i < openings.length - 1) continue;
    const words = ["--proof", `${name}.tlog-proof`, "--leaf", `${name}.leaf`, "--policy", given.policy];
    const verified = await runCommand(["verify", ...words, "--json"]);
    assert.equal(verified.code, 0, verified.stderr);
  }
});

test("where its leaves stand is told to nobody who may not read the case", async () => {
  const { caseId } = await filed();
  const path = `/api/desk/cases/${caseId}/leaves`;
  const tied = await ask(given.office, path, await headersOf(given.office, "farid"));
  assert.deepEqual([tied.status, tied.body.code], [404, "unknown-case"]);
  assert.equal((await ask(given.office, path)).status, 401);
});

test("a file that stands there is never written over, and nothing but sealed files is left", async () => {
  const { reader, caseId, desk } = await filed();
  const out = join(folder, "out/ninth.age");
  await writeFile(out, "mine");
  const before = (await view(desk, caseId)).version;
  const ran = await make(reader, caseId, "--to", await recipientOf("x25519"), "--out", out);
  assert.equal(told(ran).refused, "file-exists");
  assert.equal(await readFile(out, "utf8"), "mine");
  assert.equal((await view(desk, caseId)).version, before);
  const names = await readdir(join(folder, "out"));
  assert.deepEqual(await readdir(join(folder, "tmp")), []);
  for (const name of names) {
    assert.ok(!(await readFile(join(folder, "out", name))).includes("anvan jou leve"), name);
  }
  assert.ok(
    names.every((name) => name.endsWith(".age")),
    names.join(", "),
  );
});
