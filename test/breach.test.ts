// An office's silence, proved to somebody who sees only its own published log, and believes no hour but the witness's.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { after, beforeEach, test } from "node:test";
import { sendWithdrawal } from "@temwen/complain/person-acts";
import { recordBytes } from "@temwen/office";
import { layOut, stopLeaf } from "@temwen/sealing/leaf";
import { bytesToBase64, parseBase64 } from "@temwen/vocabulary";
import { formatCertificate, formatOpening, parseCertificate } from "../apps/temwen/src/log/breach/certificate.ts";
import { readOwnCase } from "../apps/temwen/src/proof/own-case.ts";
import { runCommand } from "./support/office.ts";
import { clock, showing, startSilentOffice, type Told, told, words } from "./support/silent-office.ts";
import { believedOf } from "./support/small-office.ts";

const silent = await startSilentOffice();
const { given, place, pass, file, answer, prove, verify, mirror, heads, insert, openingOf } = silent;
beforeEach(silent.begin);
after(silent.dispose);

test("a complaint that nobody answered gives a certificate that a third party accepts", async () => {
  const filed = await file();
  assert.equal(told(await prove(filed)).refused, "not-due");
  await pass(8);
  const ran = await prove(filed);
  assert.equal(ran.code, 0, ran.stderr);
  const verified = await verify(place("breach"));
  assert.equal(verified.code, 0, verified.stderr);
  const { breach, clock: said, unopened, later, case: caseId } = told(verified);
  assert.deepEqual([breach, said, unopened, later, caseId], [true, clock, [], [], filed.caseId]);
});

test("who asks for the proofs again keeps the earlier proof of the filing: its clock does not run anew", async () => {
  const filed = await file();
  const earlier = await readFile(filed.proof);
  await pass(8);
  const words = [
    "proof",
    "--server",
    given.office.url,
    "--receipt",
    "-",
    "--out",
    given.folder,
    "--policy",
    given.policy,
  ];
  const asked = await runCommand(words, filed.receipt);
  assert.equal(asked.code, 0, asked.stderr);
  assert.deepEqual(await readFile(filed.proof), earlier);
  assert.equal((await prove(filed)).code, 0);
  // What is no proof of the leaf is replaced by one.
  await writeFile(filed.proof, "c2sp.org/tlog-proof@v1\n");
  assert.equal((await runCommand(words, filed.receipt)).code, 0);
  assert.equal(told(await prove(filed)).refused, "not-due", "a later proof, a later clock");
});

test("closed unread with a flood is no answer: the silence before and behind it is proved all the same", async () => {
  const filed = await file();
  for (const name of ["asha", "gerda"]) {
    const closed = await (await given.office.desk(name)).closeFlood([filed.caseId]);
    assert.ok(closed.ok && closed.value.left.length === 0);
  }
  await given.settle();
  await pass(8);
  const ran = await prove(filed);
  assert.equal(ran.code, 0, ran.stderr);
  const verified = await verify(place("breach"), ...showing(await openingOf(filed)));
  assert.equal(verified.code, 0, verified.stderr);
  assert.deepEqual([told(verified).breach, told(verified).unopened], [true, []]);
});

test("a certificate holds no word of the complaint, and neither label key, receipt nor mailbox", async () => {
  const filed = await file();
  await pass(8);
  assert.equal((await prove(filed)).code, 0);
  const bytes = await readFile(place("breach"), "utf8");
  const open = [
    bytes,
    ...[...bytes.matchAll(/"([A-Za-z0-9+/=]{24,})"/g)].map(([, one]) => Buffer.from(one ?? "", "base64")),
  ];
  const text = open.map(String).join("\n");
  const { labelKey, mailbox, replyIdentity } = filed.keys;
  for (const secret of [words, filed.receipt, bytesToBase64(labelKey), mailbox, replyIdentity]) {
    assert.ok(!text.includes(secret));
  }
  for (const secret of [Buffer.from(labelKey), Buffer.from(mailbox, "base64")]) {
    assert.ok(!open.some((one) => Buffer.from(one).includes(secret)));
  }
});

test("an answer in time is no silence: no certificate is made", async () => {
  const filed = await file();
  await pass(1);
  await answer(filed);
  await pass(8);
  const ran = await prove(filed);
  assert.equal(ran.code, 1);
  assert.equal(told(ran).refused, "answered");
});

test("a late answer does not undo the certificate, and is told; it stays late by past checkpoints of office or mirror", async () => {
  const filed = await file();
  await pass(8);
  const kept = place("kept");
  await writeFile(kept, Buffer.from(await (await fetch(`${given.office.url}/log/checkpoint`)).arrayBuffer()));
  const mirrored = place("mirror");
  assert.equal((await mirror(mirrored)).code, 0);
  assert.equal((await prove(filed)).code, 0);
  await copyFile(place("breach"), place("first"));
  await answer(filed);
  await pass(1);
  assert.equal((await mirror(mirrored)).code, 0);
  const verified = await verify(place("first"), ...showing(await openingOf(filed)));
  assert.equal(verified.code, 0, verified.stderr);
  assert.equal((told(verified).later as readonly unknown[]).length, 1);
  const late = async (...more: readonly string[]) => {
    const ran = await prove(filed, ...more);
    assert.equal(ran.code, 0, ran.stderr);
    const { code, stdout } = await verify(place("breach"), ...showing(await openingOf(filed)));
    assert.deepEqual([code, (JSON.parse(stdout) as Told).later], [0, told(verified).later]);
  };
  await late();
  await late("--checkpoint", kept);
  // An office that shows no past checkpoint any more: whoever mirrored it has them.
  await rename(heads(), place("heads"));
  assert.equal(told(await prove(filed)).refused, "answered");
  await late("--mirror", mirrored);
  await late("--mirror", given.folder, "--mirror", mirrored);
  await rm(heads(), { recursive: true, force: true });
  await rename(place("heads"), heads());
});

test("a junk leaf with the stop label does not defeat the certificate", async () => {
  const filed = await file();
  const own = await readOwnCase(given.office.courier(), filed.keys);
  assert.ok(own.ok);
  const stop = parseBase64(own.value.filed.stops[clock]);
  assert.ok(stop.ok);
  await insert(layOut(82, stop.value, new Uint8Array(randomBytes(32))));
  // One that opens, to what the person said themselves.
  assert.ok((await sendWithdrawal(given.office.courier(), believedOf(given.office), filed.keys)).ok);
  const said = (await given.office.record.readStream(filed.caseId))[1];
  assert.ok(said);
  const record = recordBytes(said);
  const salt = new Uint8Array(randomBytes(32));
  await insert(stopLeaf({ period: 82, labelKey: filed.keys.labelKey, clock, salt, record }));
  const index = (await given.office.record.log.readHead()).size - 1n;
  await pass(8);
  assert.equal((await prove(filed)).code, 0);
  const directory = await given.office.courier().fetchDirectory();
  assert.ok(directory.ok);
  await writeFile(place("junk"), formatOpening({ index, salt, record, directory: directory.value.directory }));
  const verified = await verify(place("breach"), "--opening", place("junk"));
  assert.equal(verified.code, 0, verified.stderr);
  assert.equal((told(verified).unopened as readonly unknown[]).length, 2);
});

test("a certificate with anything in it changed is refused", async () => {
  const filed = await file();
  await pass(8);
  assert.equal((await prove(filed)).code, 0);
  const whole = parseCertificate(await readFile(place("breach")));
  assert.ok(whole.ok);
  const bend = (bytes: Uint8Array): Uint8Array => bytes.map((byte, i) => (i === bytes.length - 40 ? byte ^ 1 : byte));
  const { record, salt, leaf, proof, policy, after: checkpoint } = whole.value;
  const changes = {
    record: bend(record),
    salt: salt.map((byte) => byte ^ 1),
    leaf: leaf.map((byte, i) => (i === 50 ? byte ^ 1 : byte)),
    proof: bend(proof),
    policy: bend(policy),
    after: bend(checkpoint),
    clock: "feedback",
  };
  for (const [name, value] of Object.entries(changes)) {
    await writeFile(place("bent"), formatCertificate({ ...whole.value, [name]: value }));
    assert.equal((await verify(place("bent"))).code, 1, name);
  }
  await writeFile(place("bent"), formatCertificate({ ...whole.value, after: checkpointOf(proof) }));
  assert.equal(told(await verify(place("bent"))).refused, "not-due", "two checkpoints from before the due hour");
});

/** The checkpoint of a proof file, which stands behind its first empty line. */
function checkpointOf(proof: Uint8Array): Uint8Array {
  const text = Buffer.from(proof).toString("latin1");
  return proof.slice(text.indexOf("\n\n") + 2);
}
