// An office's silence, proved to somebody who sees only its own published log, and believes no hour but the witness's.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { formatKeptFiling, type KeptFiling } from "@temwen/complain/kept-filing";
import { sendWithdrawal } from "@temwen/complain/person-acts";
import { parseKeptFiling } from "@temwen/complain/read-kept";
import { recordBytes } from "@temwen/office";
import { layOut, proofNumberOf, stopLeaf } from "@temwen/sealing/leaf";
import { deriveReceiptKeys, type Receipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import { bytesToBase64, type CaseId, type Instant, parseBase64, parseId } from "@temwen/vocabulary";
import { formatCertificate, formatOpening, parseCertificate } from "../apps/temwen/src/log/breach/certificate.ts";
import { readOpenings } from "../apps/temwen/src/log/breach/read-openings.ts";
import { findOwnAnswer, type WantedAnswer } from "../apps/temwen/src/own-log/find-answer.ts";
import { readOwnCase } from "../apps/temwen/src/proof/own-case.ts";
import { acknowledgement, doActs, findReader } from "./support/casework.ts";
import { type Ran, runCommand } from "./support/office.ts";
import { believedOf } from "./support/small-office.ts";
import { startWitnessedOffice, type WitnessedOffice } from "./support/witnessed-office.ts";

const clock = "acknowledgement";
const words = "Se yon egzanp: yo pran bèt mwen.";
let given: WitnessedOffice;
let hour = Math.floor(Date.now() / 1000);
let made = 0;
before(async () => {
  given = await startWitnessedOffice();
  given.setWitnessClock(hour);
});
after(() => given[Symbol.asyncDispose]());
beforeEach(() => {
  made += 1;
});

type Told = { readonly [name: string]: unknown };
const told = ({ stdout }: Ran): Told => JSON.parse(stdout) as Told;
const place = (name: string): string => join(given.folder, `${made}-${name}`);

/** Lets time pass at the witness, who then sees the log again. */
async function pass(days: number): Promise<void> {
  hour += days * 86_400;
  given.setWitnessClock(hour);
  await given.settle();
  await given.office.server.publicLog?.step();
}

type Filed = { readonly receipt: string; readonly caseId: CaseId; readonly keys: ReceiptKeys; readonly proof: string };

/** Files a complaint whose person waits for the proof. */
async function file(): Promise<Filed> {
  const { office, policy, folder } = given;
  const publishing = setInterval(() => void office.server.publicLog?.step(), 300);
  const ran = await runCommand(
    [
      ...["complain", "--server", office.url, "--text", "-", "--json"],
      ...["--wait-proof", "--proof-dir", folder, "--policy", policy],
    ],
    words,
  );
  clearInterval(publishing);
  // Steps that still wait in a row are done with this one: nobody publishes behind the test's back.
  await office.server.publicLog?.step();
  assert.equal(ran.code, 0, ran.stderr);
  const { receipt, case: caseId, proof } = told(ran);
  const keys = await deriveReceiptKeys(receipt as Receipt, office.directory().receiptSalt);
  return { receipt: String(receipt), caseId: caseId as CaseId, keys, proof: String(proof) };
}

async function answer({ caseId }: Filed): Promise<void> {
  const { desk } = await findReader(given.office, caseId);
  await doActs(desk, caseId, acknowledgement);
  await given.settle();
}

const prove = ({ receipt, proof }: Filed, ...more: readonly string[]): Promise<Ran> =>
  runCommand(
    [
      ...["prove-silence", "--server", given.office.url, "--receipt", "-", "--clock", clock, "--json"],
      ...["--proof", proof, "--policy", given.policy, "--out", place("breach"), ...more],
    ],
    receipt,
  );

const verify = (breach: string, ...more: readonly string[]): Promise<Ran> => {
  const log = `${given.office.url}/log/`;
  return runCommand(["verify", "--breach", breach, "--log", log, "--policy", given.policy, "--json", ...more]);
};

const mirror = (out: string): Promise<Ran> =>
  runCommand(["mirror", "--log", `${given.office.url}/log/`, "--out", out, "--policy", given.policy, "--once"]);

/** Where the office keeps what it showed before. */
const heads = (): string => join(given.folder, "../log/heads");

/** Writes a leaf into the log as whoever runs the server could. */
async function insert(leaf: Uint8Array): Promise<void> {
  const publisher = given.office.server.publicLog?.publisher;
  const head = await given.office.record.log.readHead();
  const rows = [{ leaf, proofNumber: proofNumberOf(leaf), key: undefined, salt: undefined }];
  assert.ok((await publisher?.publish(head, rows, head.followed))?.ok);
}

/** What whoever is accused shows: the opening of the leaf that stopped the clock. */
async function openingOf({ keys }: Filed): Promise<string> {
  const courier = given.office.courier();
  const own = await readOwnCase(courier, keys);
  assert.ok(own.ok);
  const openings = await readOpenings(own.value, courier);
  const files = openings.map((opening, i) => ({ name: place(`opening-${i}`), bytes: formatOpening(opening) }));
  for (const { name, bytes } of files) await writeFile(name, bytes);
  return files.map(({ name }) => name).join(" ");
}

/** The office as its operator's command sees it. */
const operator = () => ({ record: given.office.record, trust: given.office.trust, clocks: given.office.pack.clocks });

const showing = (files: string): readonly string[] => files.split(" ").flatMap((name) => ["--opening", name]);

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

test("who hides an answer that came in time is refuted by the office's opening", async () => {
  const filed = await file();
  await answer(filed);
  await pass(8);
  const other = await file();
  await pass(8);
  assert.equal((await prove(other)).code, 0);
  const honest = parseCertificate(await readFile(place("breach")));
  assert.ok(honest.ok);
  // The filing's own parts are in the proof's folder; the rest is as good for one case as for another.
  const own = await readOwnCase(given.office.courier(), filed.keys);
  const [first] = own.ok ? own.value.steps : [];
  assert.ok(first?.salt);
  const hidden = formatCertificate({
    ...honest.value,
    record: recordBytes(first.event),
    salt: first.salt,
    leaf: new Uint8Array(await readFile(filed.proof.replace(/tlog-proof$/, "leaf"))),
    proof: new Uint8Array(await readFile(filed.proof)),
  });
  await writeFile(place("hidden"), hidden);
  const alone = await verify(place("hidden"));
  assert.equal(alone.code, 0);
  assert.equal((told(alone).unopened as readonly unknown[]).length, 1, "the leaf that nobody opened is named");
  const shown = await verify(place("hidden"), ...showing(await openingOf(filed)));
  assert.equal(shown.code, 1);
  assert.equal(told(shown).refused, "answered");
  // The same with what the office's own command opens, found by the leaf that the verdict names or by case and clock.
  const [leaf] = told(alone).unopened as readonly number[];
  for (const wanted of [{ leaf: BigInt(leaf ?? -1) }, { case: filed.caseId, clock }]) {
    const found = await findOwnAnswer(operator(), wanted);
    assert.ok(found.ok);
    assert.equal(found.value.opening.index, BigInt(leaf ?? -1));
    const opened = place(`own-${Object.keys(wanted)[0]}`);
    await writeFile(opened, formatOpening(found.value.opening));
    const refuted = await verify(place("hidden"), "--opening", opened);
    assert.equal(refuted.code, 1);
    assert.equal(told(refuted).refused, "answered");
  }
  // Somebody else's answer does not help.
  const another = await file();
  await answer(another);
  const wrong = await verify(place("hidden"), ...showing(await openingOf(another)));
  assert.equal(wrong.code, 0);
});

test("the office's command opens answers of staff that stop a clock, and no other leaf", async () => {
  const filed = await file();
  const open = async (wanted: WantedAnswer): Promise<string> => {
    const found = await findOwnAnswer(operator(), wanted);
    return found.ok ? "opened" : found.refusal.code;
  };
  assert.equal(await open({ case: filed.caseId, clock }), "not-an-answer", "nobody answered yet");
  await answer(filed);
  assert.equal(await open({ case: filed.caseId, clock: "feedback" }), "not-an-answer", "another clock");
  const { log } = given.office.record;
  const { size } = await log.readHead();
  assert.equal(await open({ leaf: size }), "no-such-leaf");
  const stops = new Set((await log.readOf(filed.caseId)).flatMap(({ part, index }) => (part > 0 ? [index] : [])));
  assert.equal(stops.size, 1);
  for (let leaf = 0n; leaf < size; leaf += 1n) {
    const row = (await log.readOpenable(leaf, leaf + 1n))[0]?.of;
    const isStop = row !== undefined && row.part > 0 && parseId("case", row.event.stream).ok;
    assert.equal(await open({ leaf }), isStop ? "opened" : "not-an-answer", `leaf ${leaf}`);
  }
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
