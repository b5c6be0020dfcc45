// Backup and restore: the drill of an empty machine, and everything a backup can be besides whole.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { access, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import type { Directory } from "@temwen/office";
import { startEmbedded } from "@temwen/record/embedded";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { openSealed, sealStream } from "../../apps/temwen/src/backup/age-streams.ts";
import { runCommand as runProgram } from "../../tools/run-command.ts";
import { withDatabase } from "../support/everything-stored.ts";
import { findCluster } from "../support/find-cluster.ts";
import { mainFile, type Ran, runCommand, startOffice, type TestOffice } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { copyParcel, file, readAnswer, sealParcel } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { askAs, findReader, listCases, openDesks, peopleOf, readAmong } from "../support/staff.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-backup-"));
after(() => rm(home, { recursive: true, force: true }));
const place = (name: string): string => join(home, name);

let office: TestOffice;
let recipient = "";
const key = place("key.txt");
const whole = place("whole.age");
const photo = crypto.getRandomValues(new Uint8Array(30_000));
const words = "Sa a se yon egzanp pou kopi a.";
const answer = "Nou resevwa l. (egzanp)";
let receipt = "";
let caseId = "";
const filed: string[] = [];

const backup = (out: string, ...more: readonly string[]): Promise<Ran> =>
  runCommand(["backup", "--data", office.data, "--recipient", recipient, "--out", out, "--json", ...more]);
const restore = (data: string, from = whole, ...more: readonly string[]): Promise<Ran> =>
  runCommand(["restore", "--data", data, "--in", from, "--identity", key, "--json", ...more]);

before(async () => {
  office = await startOffice();
  await writeFile(place("plent.txt"), words);
  await writeFile(place("foto.bin"), photo);
  const sent = await runCommand([
    ...["complain", "--server", office.url, "--roots", office.roots, "--text", place("plent.txt"), "--unsent", home],
    ...["--attach", place("foto.bin"), "--json"],
  ]);
  assert.equal(sent.code, 0, sent.stderr);
  ({ receipt, case: caseId } = JSON.parse(sent.stdout));
  await writeFile(place("receipt"), receipt);
  filed.push(caseId);
  const { reader } = await findReader(office, caseId);
  const acted = await askAs(office, reader, ["act", "acknowledge", "--case", caseId, "--text", "-"], answer);
  assert.equal(acted.exit, 0);
  ({ recipient } = JSON.parse((await runCommand(["backup", "--make-identity", key, "--json"])).stdout));
  await fileWhile(async () => {
    const made = await backup(whole, "--with-keys");
    assert.equal(made.code, 0, made.stderr);
  });
});
after(() => office[Symbol.asyncDispose]());

/** Files complaints, one after the other, while something else is done; those filed before it began are remembered. */
async function fileWhile(step: () => Promise<void>): Promise<void> {
  const served = await readAnswer(await fetch(`${office.url}/api/directory`));
  const directory = (served.body.directory as { body: Directory }).body;
  const sealed = await sealParcel(directory);
  const early: string[] = [];
  const fileOne = async (): Promise<string> => {
    const parcel = copyParcel(sealed, directory);
    assert.equal((await file(office, parcel)).status, 200);
    return parcel.manifest.event.case;
  };
  for (let i = 0; i < 3; i++) early.push(await fileOne());
  filed.push(...early);
  let isOver = false;
  const done = step().finally(() => {
    isOver = true;
  });
  while (!isOver) await fileOne();
  await done;
}

/** It ended with 1 after one line of complaint and one refusal, and the folder is not there. */
async function refuses({ code, stdout, stderr }: Ran, refused: string, absent?: string): Promise<void> {
  const lines = stderr.split("\n").filter((line) => line.startsWith("temwen:"));
  assert.deepEqual([code, JSON.parse(stdout)], [1, { refused }], stderr);
  assert.equal(lines.length, 1, stderr);
  assert.doesNotMatch(stderr, /^\s+at /m);
  if (absent) await assert.rejects(access(absent));
}

async function readReply(of: TestOffice): Promise<{ readonly case: string; readonly messages: { text: string }[] }> {
  const ran = await runCommand([
    ...["reply", "--server", of.url, "--receipt", place("receipt"), "--roots", of.roots, "--json"],
  ]);
  assert.equal(ran.code, 0, ran.stderr);
  return JSON.parse(ran.stdout);
}

test("on an empty machine every receipt and every key works as before, also of a backup made while people filed", async () => {
  const data = place("another-machine");
  const ran = await restore(data, whole, "--roots", office.roots);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stderr, /as it was at 20/);
  await using again = await startOffice({ data });
  const read = await readReply(again);
  assert.deepEqual([read.case, read.messages.map(({ text }) => text)], [caseId, [answer]]);
  const listed = new Set((await listCases(again)).map((row) => row.case));
  assert.deepEqual(
    filed.filter((one) => !listed.has(one)),
    [],
  );
  const desks = await openDesks(again, peopleOf(again, "intake"));
  try {
    const { desk, view } = await readAmong(desks, caseId);
    assert.deepEqual([view.story.text, view.alarms], [words, []]);
    const opened = await desk.readEvidence(view.caseId, "evidence-1");
    assert.ok(opened.ok);
    const digests = [opened.value.bytes, photo].map((bytes) => createHash("sha256").update(bytes).digest("hex"));
    assert.equal(digests[0], digests[1]);
  } finally {
    for (const desk of desks) desk.close();
  }
  const { reader } = await findReader(again, caseId);
  const acted = await askAs(
    again,
    reader,
    ["act", "reply", "--case", caseId, "--text", "-"],
    "N ap kontinye. (egzanp)",
  );
  assert.equal(acted.exit, 0);
  assert.equal((await readReply(again)).messages.length, 2);
  // A second restore would put one office over another.
  await refuses(await restore(data), "folder-not-empty");
  assert.equal((await readReply(again)).messages.length, 2);
});

test("without --with-keys no key and no passphrase of anybody is in a backup, and it stays a demonstration", async () => {
  const [out, data] = [place("no-keys.age"), place("no-keys")];
  assert.equal((await backup(out)).code, 0);
  assert.equal((await restore(data, out)).code, 0);
  const names = await readdir(join(data, "keys"));
  assert.deepEqual(names.sort(), ["clock.key", "directory-1.json", "log", "log.key", "roots.json"]);
  assert.equal(await readFile(join(data, "demo/people.json"), "utf8"), "[]\n");
  await removeDatabase(data);
});

test("a backup opens with the age format's other kind of key, and not with both kinds at once", async () => {
  const [out, old, oldKey] = [place("x25519.age"), await generateX25519Identity(), place("old.txt")];
  const oldRecipient = await identityToRecipient(old);
  await writeFile(oldKey, `# made elsewhere\n${old}\n`);
  await refuses(await backup(out, "--recipient", oldRecipient), "mixed-recipients", out);
  await writeFile(place("recipients.txt"), `# the safe\n${oldRecipient}\n`);
  const flags = ["--data", office.data, "--recipient-file", place("recipients.txt"), "--out", out, "--json"];
  assert.equal((await runCommand(["backup", ...flags])).code, 0);
  const checked = await runCommand(["backup", "--check", out, "--identity", oldKey, "--json"]);
  assert.deepEqual([checked.code, JSON.parse(checked.stdout).whole], [0, true]);
  await refuses(await backup(out), "file-exists");
});

test("half a backup, a changed one, another's and no backup at all are each refused, and nothing is made", async () => {
  const bytes = new Uint8Array(await readFile(whole));
  const data = place("never");
  const written = async (changed: Uint8Array): Promise<string> => {
    await writeFile(place("changed.age"), changed);
    return place("changed.age");
  };
  const flip = (at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
  const chunk = 64 * 1024 + 16;
  for (const half of [bytes.length - 1, bytes.length - chunk, Math.floor(bytes.length / 2)]) {
    await refuses(await restore(data, await written(bytes.subarray(0, half))), "damaged", data);
  }
  for (const at of [bytes.length - 1, Math.floor(bytes.length / 2), 5000]) {
    await refuses(await restore(data, await written(flip(at))), "damaged", data);
  }
  for (const nothing of [new Uint8Array(), bytes.subarray(0, 100), new Uint8Array(5000), photo]) {
    await refuses(await restore(data, await written(nothing)), "not-a-backup", data);
  }
  const another = place("another.txt");
  await runCommand(["backup", "--make-identity", another]);
  const wrong = ["restore", "--data", data, "--in", whole, "--identity", another, "--json"];
  await refuses(await runCommand(wrong), "wrong-identity", data);
  await refuses(await runCommand([...wrong.slice(0, 6), place("plent.txt"), "--json"]), "malformed-identity", data);
  const letter = new Encrypter();
  letter.addRecipient(recipient);
  await refuses(
    await restore(data, await written(await letter.encrypt("a letter, not a backup"))),
    "not-a-backup",
    data,
  );
});

/** With a letter less in its name and a digit more in its number the last migration is one that nobody knows, and as long as before. */
const lastMigration = /"name":"(\d+_\w+)\w\.sql","number":(\d+)(?!.*"number":)/s;

test("a backup of a newer release is named so", async () => {
  const identity = /AGE-SECRET-KEY-\S+/.exec(await readFile(key, "utf8"))?.[0] ?? "";
  const changed = async (from: string | RegExp, to: string): Promise<string> => {
    async function* plain(): AsyncIterable<Uint8Array> {
      let isFirst = true;
      for await (const chunk of openSealed(whole, [identity])) {
        const text = Buffer.from(chunk).toString("latin1");
        yield isFirst ? Buffer.from(text.replace(from, to), "latin1") : chunk;
        isFirst = false;
      }
    }
    const { bytes } = await sealStream(plain(), [recipient]);
    await rm(place("newer.age"), { force: true });
    await writeFile(place("newer.age"), bytes);
    return place("newer.age");
  };
  const data = place("never");
  await refuses(await restore(data, await changed('"form":1', '"form":2')), "newer-release", data);
  await refuses(await restore(data, await changed('"number":1', '"number":8')), "migration-changed", data);
  await refuses(
    await restore(data, await changed(lastMigration, '"name":"$1.sql","number":$29')),
    "newer-release",
    data,
  );
});

test("a restore that was killed is recognised, by whoever starts the office and whoever restores again", async () => {
  const data = place("killed");
  const child = spawn(process.execPath, [mainFile, "restore", "--data", data, "--in", whole, "--identity", key], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  for await (const chunk of child.stderr) {
    said += chunk;
    if (said.includes("table filing")) break;
  }
  child.kill("SIGKILL");
  await once(child, "exit");
  await refuses(await restore(data), "half-restored");
  const up = await runCommand(["up", "--data", data, "--port", "0", "--desk-port", "0"]);
  assert.equal(up.code, 1);
  assert.match(up.stderr, /^temwen: a restore into .* was stopped before it was done/m);
  const out = ["--recipient", recipient, "--out", place("never.age"), "--json"];
  await refuses(await runCommand(["backup", "--data", data, ...out]), "half-restored");
  await removeDatabase(data);
});

test("evidence that is gone from the folder, or spoilt there, is counted; the rest is kept", async () => {
  const out = place("gone.age");
  const blobs = join(office.data, "blobs");
  const [name = ""] = (await readdir(blobs, { recursive: true })).filter((one) => one.length > 60);
  const [there, aside] = [join(blobs, name), place("aside")];
  await copyFile(there, aside);
  const size = (await readFile(there)).length;
  for (const change of [() => rm(there), () => writeFile(there, new Uint8Array(size))]) {
    await change();
    await rm(out, { force: true });
    const ran = await backup(out);
    const { missing, blobs: kept } = JSON.parse(ran.stdout);
    assert.deepEqual([ran.code, missing, kept], [0, 1, 0], ran.stderr);
    await rm(there, { force: true });
  }
  await copyFile(aside, there);
});

test("a record in which something was changed is not restored", async () => {
  const [out, data] = [place("forged.age"), place("forged")];
  const change = async (statement: string): Promise<void> =>
    // As a replica a session fires no triggers: an operator can do this, and no reader takes it for good.
    withDatabase(office.data, async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query(statement);
    });
  const later = "update event set at = at + interval '1 second' where type = 'case.received/1'";
  await change(later);
  try {
    assert.equal((await backup(out)).code, 0);
    const ran = await restore(data, out);
    assert.match(ran.stderr, /does not hold together/);
    await refuses(ran, "record-contradicts-itself", data);
  } finally {
    await change(later.replace("+", "-"));
  }
});

test("a backup of another office is refused by whoever knows the roots", async () => {
  await using other = await startSmallOffice();
  await using files = await writeOfficeFolder(other, []);
  const data = place("never");
  await refuses(await restore(data, whole, "--roots", files.roots), "another-office", data);
});

test("with a database of one's own an empty one takes the office in, and one that holds a record is left as it is", async () => {
  await using embedded = await startEmbedded({ folder: join(office.data, "postgres") });
  await withDatabase(office.data, (client) => client.query("create database carried"));
  const [data, out] = [place("own-database"), place("own-database.age")];
  const withUrl = (...args: readonly string[]): Promise<Ran> =>
    runCommand([...args, "--json"], "", { DATABASE_URL: embedded.url.replace("@/postgres?", "@/carried?") });
  const back = (to: string): Promise<Ran> => withUrl("restore", "--data", to, "--in", whole, "--identity", key);
  assert.equal((await back(data)).code, 0);
  assert.ok(!(await readdir(data)).includes("postgres"));
  await refuses(await back(place("never")), "database-not-empty", place("never"));
  const again = await withUrl("backup", "--data", data, "--recipient", recipient, "--out", out);
  const checked = await runCommand(["backup", "--check", whole, "--identity", key, "--json"]);
  assert.equal(JSON.parse(again.stdout).cases, JSON.parse(checked.stdout).cases);
  // Without its address nothing is found, and no database is made in the folder.
  const lost = ["backup", "--data", data, "--recipient", recipient, "--out", place("lost.age"), "--json"];
  await refuses(await runCommand(lost), "no-record", place("lost.age"));
  assert.ok(!(await readdir(data)).includes("postgres"));
});

test("on a full disk neither a backup nor a restore leaves anything behind", async (context) => {
  const small = place("small");
  await mkdir(small);
  const { code } = await runProgram("mount", ["-t", "tmpfs", "-o", "size=200k,mode=0755", "tmpfs", small], {
    cwd: "/",
  });
  if (code !== 0) return context.skip("a small disk cannot be mounted here: run as root on Linux");
  try {
    await refuses(await backup(join(small, "out.age")), "no-space");
    assert.deepEqual(await readdir(small), []);
    const ran = await restore(join(small, "data"));
    assert.equal(ran.code, 1, ran.stderr);
    assert.ok(["no-space", "disk-full"].includes(JSON.parse(ran.stdout).refused), ran.stdout);
    assert.deepEqual(await readdir(small), []);
  } finally {
    await runProgram("umount", ["--lazy", small], { cwd: "/" });
  }
});

async function removeDatabase(data: string): Promise<void> {
  const cluster = await findCluster(data);
  if (!cluster.startsWith(data)) await rm(dirname(cluster), { recursive: true, force: true });
}
