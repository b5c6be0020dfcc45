// An office of one's own: keys made by hand, a server, the whole walk, and people who come, change keys and go.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findCluster } from "../support/find-cluster.ts";
import type { Lied } from "../support/lying-server.ts";
import { mainFile, type Ran, runCommand } from "../support/office.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-init-"));
const data = join(home, "data");
const roots = join(data, "keys/roots.json");
const peopleFile = fileURLToPath(new URL("../../packs/haiti/demo/people.json", import.meta.url));
let url = "";
let server: ChildProcess;

type Key = {
  readonly id?: string;
  readonly role?: string;
  readonly root?: string;
  readonly keyFile: string;
  readonly passphrase: string;
};
let keys: readonly Key[] = [];
/** What the server said when it started. */
let said = "";

const only = ({ stdout, stderr }: Ran): Lied => {
  assert.match(stdout, /^\{.*\}\n$/, stderr);
  return JSON.parse(stdout);
};

/** A passphrase stands in a file of its own, never on a command line. */
async function passphraseOf({ keyFile, passphrase }: Key): Promise<string> {
  const place = join(home, "passphrases", `${keyFile.replaceAll("/", "_")}.txt`);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, `${passphrase}\n`, { mode: 0o600 });
  return place;
}

const as = async (key: Key): Promise<readonly string[]> => [
  ...["--server", url, "--roots", roots, "--json"],
  ...["--key", key.keyFile, "--passphrase-file", await passphraseOf(key)],
];
const rootKeys = async (count: number): Promise<readonly string[]> => {
  const flags: string[] = [];
  for (const key of keys.filter(({ root }) => root !== undefined).slice(0, count)) {
    flags.push("--root-key", key.keyFile, "--root-passphrase-file", await passphraseOf(key));
  }
  return flags;
};
const staff = (role: string): readonly Key[] => keys.filter((key) => key.role === role);
const directory = (...words: readonly string[]): Promise<Ran> =>
  runCommand(["directory", ...words, "--server", url, "--roots", roots, "--json"]);

before(async () => {
  const made = await runCommand(["init", "--people", peopleFile, "--data", data, "--json"]);
  assert.equal(made.code, 0, made.stderr);
  keys = made.stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Key);
  server = spawn(process.execPath, [mainFile, "serve", "--data", data, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  server.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  url = await new Promise<string>((resolve, reject) => {
    server.stdout?.on("data", (chunk: Buffer) => resolve(JSON.parse(chunk.toString()).url));
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
});
after(async () => {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  assert.equal(await ended, 0);
  const cluster = await findCluster(data);
  if (!cluster.startsWith(data)) await rm(dirname(cluster), { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
});

test("passphrases are told once and written nowhere, and a second office is not made over the first", async () => {
  assert.equal(keys.filter(({ root }) => root).length, 5);
  const everything = await readAll(data);
  for (const { passphrase } of keys) assert.ok(!everything.includes(passphrase));
  const again = await runCommand(["init", "--people", peopleFile, "--data", data, "--json"]);
  assert.deepEqual([again.code, only(again).refused], [1, "office-exists"]);
  const few = join(home, "few.json");
  await writeFile(
    few,
    JSON.stringify({ notice: "x", people: [{ label: "a", role: "intake", bench: "first", ties: [] }] }),
  );
  const refused = await runCommand(["init", "--people", few, "--data", join(home, "few"), "--json"]);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /^temwen: this directory must not be signed: .*too-few-intake-officers.*\n$/m);
});

test("whoever starts it is warned while the keys of its people and roots still lie there", () => {
  assert.match(said, /^WARNING: .*keys\/staff and .*keys\/roots: hand these keys over/m);
});

test("a complaint to it is read, answered and opened with the receipt", async () => {
  const text = join(home, "text");
  await writeFile(text, "Yon egzanp.");
  const filed = only(await runCommand(["complain", "--server", url, "--roots", roots, "--text", text, "--json"]));
  let answered = false;
  for (const officer of staff("intake")) {
    const words = ["office", "act", "acknowledge", "--case", filed.case, "--text", text, ...(await as(officer))];
    const { code } = await runCommand(words);
    if (code === 0) answered = true;
    if (answered) break;
  }
  assert.ok(answered);
  const receipt = join(home, "receipt");
  await writeFile(receipt, filed.receipt);
  const opened = only(await runCommand(["reply", "--server", url, "--roots", roots, "--receipt", receipt, "--json"]));
  assert.deepEqual(
    opened.messages.map((message: Lied) => message.text),
    ["Yon egzanp."],
  );
});

test("the directory is shown as the roots signed it", async () => {
  const shown = only(await directory("show"));
  assert.equal(shown.epoch, 1);
  assert.equal(shown.staff.length, keys.filter(({ id }) => id).length);
  assert.deepEqual(shown.suspended, []);
});

test("two roots enrol nobody; three do, and the new key works", async () => {
  const out = join(home, "new");
  const enrol = async (count: number): Promise<Ran> =>
    directory("enrol", "--role", "investigator", "--out", out, ...(await rootKeys(count)));
  const refused = await enrol(2);
  assert.deepEqual([refused.code, only(refused).refused], [1, "directory-not-trusted"]);
  const enrolled = only(await enrol(3));
  assert.equal(enrolled.epoch, 2);
  const queue = await runCommand(["office", "queue", ...(await as(enrolled))]);
  assert.equal(queue.code, 0, queue.stderr);
});

test("with new keys the old key no longer signs in", async () => {
  const [before] = staff("registrar");
  assert.ok(before?.id);
  const rotated = only(
    await directory("rotate", "--staff", before.id, "--out", join(home, "new"), ...(await rootKeys(3))),
  );
  assert.deepEqual([rotated.epoch, rotated.id], [3, before.id]);
  const old = await runCommand(["office", "queue", ...(await as(before))]);
  assert.deepEqual([old.code, only(old).refused], [1, "not-in-directory"]);
  assert.equal((await runCommand(["office", "queue", ...(await as(rotated))])).code, 0);
});

test("one root suspends at once, and two colleagues can; the person is told", async () => {
  const [auditor, support] = [staff("auditor")[0], staff("support")[0]];
  assert.ok(auditor?.id && support?.id);
  const byRoot = only(await directory("suspend", "--staff", auditor.id, ...(await rootKeys(1))));
  assert.deepEqual([byRoot.epoch, byRoot.id], [3, auditor.id]);
  const told = await runCommand(["office", "queue", ...(await as(auditor))]);
  assert.deepEqual([told.code, only(told).refused], [1, "suspended"]);
  const [one, two] = staff("panel");
  assert.ok(one && two);
  const colleagues = [one, two];
  const flags: string[] = [];
  for (const key of colleagues) flags.push("--key", key.keyFile, "--passphrase-file", await passphraseOf(key));
  assert.equal((await directory("suspend", "--staff", support.id, ...flags.slice(0, 4))).code, 1);
  assert.equal((await directory("suspend", "--staff", support.id, ...flags)).code, 0);
  assert.deepEqual(new Set(only(await directory("show")).suspended), new Set([auditor.id, support.id]));
});

test("who is offboarded is out, and nobody is who could not be spared", async () => {
  const offboard = async (key: Key): Promise<Ran> =>
    directory("offboard", "--staff", String(key.id), ...(await rootKeys(3)));
  const [investigator] = staff("investigator");
  assert.ok(investigator);
  assert.equal(only(await offboard(investigator)).epoch, 4);
  const gone = await runCommand(["office", "queue", ...(await as(investigator))]);
  assert.deepEqual([gone.code, only(gone).refused], [1, "not-in-directory"]);
  const [first, second] = staff("intake");
  assert.ok(first && second);
  assert.equal((await offboard(first)).code, 0);
  const spared = await offboard(second);
  assert.deepEqual([spared.code, only(spared).refused], [1, "too-few-intake-officers"]);
  const unknown = await offboard(first);
  assert.deepEqual([unknown.code, only(unknown).refused], [1, "unknown-staff"]);
});

test("who signs, reads or starts an office whose panel is smaller than the law asks for is warned", async () => {
  const lacks =
    /^WARNING: the first bench of the panel has 4, 2 of civil society: the law asks for 5, 2 of civil society/m;
  assert.doesNotMatch(said, lacks);
  assert.doesNotMatch((await directory("show")).stderr, lacks);
  const [member] = staff("panel");
  const gone = await directory("offboard", "--staff", String(member?.id), ...(await rootKeys(3)));
  assert.equal(gone.code, 0, gone.stderr);
  assert.match(gone.stderr, lacks);
  assert.match((await directory("show")).stderr, lacks);
});

test("no secret of the office stands on any command line of this machine", async () => {
  const password = (await readFile(join(data, "postgres/password"), "utf8")).trim();
  const seed = (await readFile(join(data, "keys/clock.key"), "utf8")).trim();
  const lines: string[] = [];
  for (const pid of (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    lines.push(await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""));
  }
  const all = lines.join("\n");
  for (const secret of [password, seed, ...keys.map(({ passphrase }) => passphrase)]) assert.ok(!all.includes(secret));
});

async function readAll(folder: string): Promise<string> {
  const texts: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name);
    // A lock's own files come and go while they are listed.
    if (entry.isFile() && !place.includes("/postgres/")) texts.push(await readFile(place, "latin1").catch(() => ""));
  }
  return texts.join("\n");
}
