// `temwen witness`: what it answers over HTTP, what it remembers, and what a crash, a twin or a lost file cannot make it do.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { formatCheckpoint } from "@temwen/public-log/checkpoint";
import { formatNote, formatVkey, parseNote, parseVkey, signText, verifyNote } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { formatAddCheckpoint, monitoringPath } from "@temwen/public-log/witness";
import { serveFolder } from "./support/log-server.ts";
import { sayVerb } from "./support/log-verbs.ts";
import { mainFile } from "./support/office.ts";
import { testLogSigner, testOrigin, writeLogFolder } from "./support/written-log.ts";

const { hasher } = primitivesOnNode;
const base = await mkdtemp(join(tmpdir(), "temwen-witness-"));
after(() => rm(base, { recursive: true, force: true }));
const logKey = formatVkey(testLogSigner().vkey);
let made = 0;
const newFolder = () => join(base, `witness-${made++}`);

type Witness = AsyncDisposable & { readonly url: string; readonly vkey: string; readonly kill: () => Promise<void> };

/** Starts the command as an organisation does. */
async function startWitness(state: string, ...more: readonly string[]): Promise<Witness> {
  const log = more.includes("--log") ? [] : ["--log", logKey];
  const args = ["witness", "--state", state, "--listen", "127.0.0.1:0", "--json", ...log, ...more];
  const child = spawn(process.execPath, [mainFile, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = await new Promise<{ url: string; vkey: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line)));
    child.once("exit", (code) => reject(new Error(`the witness ended with ${code}`)));
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { ...ready, kill: () => end("SIGKILL"), [Symbol.asyncDispose]: () => end("SIGTERM") };
}

async function ask({ url }: Witness, body: Uint8Array) {
  const answer = await fetch(`${url}/add-checkpoint`, { method: "POST", body: Buffer.from(body) });
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
}

/** A signed checkpoint of a tree that is only a name: from size 0 no proof is asked. */
function firstCheckpoint(size: bigint, name: string): Uint8Array {
  const root = hasher.sha256(new TextEncoder().encode(name));
  const text = formatCheckpoint({ origin: testOrigin, size, root, extensions: [] });
  return formatNote({ text, signatures: [signText(testLogSigner(), text)] });
}

const firstRequest = (size: bigint, name: string) =>
  formatAddCheckpoint({ oldSize: 0n, proof: [], checkpoint: firstCheckpoint(size, name) });

type Step = { readonly Name: string; readonly BodyBase64: string; readonly Expect: number };

for (const file of ["add-checkpoint.json", "add-checkpoint-fresh.json"]) {
  test(`every request of ${file} gets the status that the standard says`, async () => {
    const place = fileURLToPath(new URL(`../vectors/log/${file}`, import.meta.url));
    const { log_vkey, steps }: { log_vkey: string; steps: readonly Step[] } = JSON.parse(await readFile(place, "utf8"));
    await using witness = await startWitness(newFolder(), "--name", "ngo.example/w", "--log", log_vkey);
    for (const { Name, BodyBase64, Expect } of steps) {
      const { status, type, body } = await ask(witness, Buffer.from(BodyBase64, "base64"));
      assert.equal(status, Expect, Name);
      if (status === 409) assert.match(`${type} ${body}`, /^text\/x\.tlog\.size [0-9]+\n$/, Name);
    }
  });
}

test("what was cosigned is shown with the witness's line, and its key fits it after a restart", async () => {
  const folder = newFolder();
  const path = monitoringPath(hasher.sha256, testOrigin);
  let vkey = "";
  {
    await using witness = await startWitness(folder, "--name", "ngo.example/w");
    assert.equal((await fetch(`${witness.url}/${path}`)).status, 404);
    assert.equal((await ask(witness, firstRequest(5n, "a"))).status, 200);
    vkey = witness.vkey;
  }
  await using again = await startWitness(folder);
  assert.equal(again.vkey, vkey);
  const shown = await fetch(`${again.url}/${path}`);
  const note = parseNote(new Uint8Array(await shown.arrayBuffer()));
  const key = parseVkey(hasher.sha256, vkey);
  assert.ok(note.ok && key.ok);
  const verified = verifyNote(note.value, [testLogSigner().vkey, key.value], primitivesOnNode);
  assert.ok(verified.ok);
  assert.deepEqual(
    verified.value.verified.map(({ vkey: { name } }) => name),
    [testOrigin, "ngo.example/w"],
  );
  assert.equal((await stat(join(folder, "key"))).mode & 0o777, 0o600);
});

test("of two heads of one size that come at once, one is cosigned", async () => {
  await using witness = await startWitness(newFolder(), "--name", "ngo.example/w");
  const names = ["a", "b", "c", "d", "e", "f"];
  const answers = await Promise.all(names.map((name) => ask(witness, firstRequest(5n, name))));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409]);
});

test("killed at any moment, a witness never forgets what it answered for", async () => {
  const folder = newFolder();
  const log = await makeGrowth([10, 300, 700, 1100, 1500, 1900, 2300]);
  let answered = 0n;
  for (const [round, { size }] of log.entries()) {
    const witness = await startWitness(folder, ...(round === 0 ? ["--name", "ngo.example/w"] : []));
    // The kill comes earlier each time: before, while and after the answer is written.
    const asking = grow(witness, log.slice(0, round + 1)).catch(() => 0n);
    if (round % 2 === 0) answered = await asking;
    else await Promise.race([asking.then((reached) => (answered = reached || answered)), pauseTurns(round)]);
    await witness.kill();
    assert.ok(size >= answered);
  }
  await using witness = await startWitness(folder);
  const conflict = await ask(witness, firstRequest(2400n, "another log"));
  assert.equal(conflict.status, 409);
  assert.ok(BigInt(conflict.body.trim()) >= answered, "what was answered is remembered");
});

test("a witness that lost its state, or its key, does not start and says what to do", async () => {
  const folder = newFolder();
  {
    await using witness = await startWitness(folder, "--name", "ngo.example/w");
    await ask(witness, firstRequest(5n, "a"));
  }
  const args = ["--state", folder, "--log", logKey, "--listen", "127.0.0.1:0"];
  const named = await sayVerb("witness", [...args, "--name", "ngo.example/other"]);
  assert.deepEqual([named.exit, named.result.refused], [1, "witness-name-differs"]);
  await rm(join(folder, "key"));
  assert.equal((await sayVerb("witness", args)).result.refused, "witness-key-lost");
  const other = newFolder();
  await (await startWitness(other, "--name", "ngo.example/w"))[Symbol.asyncDispose]();
  await rm(join(other, "state.json"));
  const lost = await sayVerb("witness", ["--state", other, "--log", logKey, "--listen", "127.0.0.1:0"]);
  assert.deepEqual([lost.exit, lost.result.refused], [1, "witness-state-lost"]);
  assert.match(lost.progress.join(), /another name/);
});

test("two witnesses never run on one folder", async () => {
  const folder = newFolder();
  const args = ["--state", folder, "--log", logKey, "--listen", "127.0.0.1:0"];
  {
    await using _ = await startWitness(folder, "--name", "ngo.example/w");
    const twin = await sayVerb("witness", args);
    assert.deepEqual([twin.exit, twin.result.refused], [1, "witness-running"]);
  }
  await using again = await startWitness(folder);
  await again.kill();
  await using afterKill = await startWitness(folder);
  assert.equal((await ask(afterKill, firstRequest(5n, "a"))).status, 200, "whoever was killed holds nothing");
});

/** Processes of its own, as in a container: none of ours is seen there. */
const apart = ["--user", "--map-root-user", "--pid", "--fork", "--kill-child", "--mount-proc"];
const isApart = spawnSync("unshare", [...apart, "true"]).status === 0;

test("nor does a twin in a container that sees no process of the first", { skip: !isApart }, async () => {
  const folder = newFolder();
  await using _ = await startWitness(folder, "--name", "ngo.example/w");
  const args = ["witness", "--state", folder, "--log", logKey, "--listen", "127.0.0.1:0", "--json"];
  const twin = spawnSync("unshare", [...apart, process.execPath, mainFile, ...args], { timeout: 20_000 });
  assert.deepEqual([twin.status, JSON.parse(String(twin.stdout)).refused], [1, "witness-running"]);
});

test("a request that is too long, and a path that nobody knows, are refused", async () => {
  await using witness = await startWitness(newFolder(), "--name", "ngo.example/w");
  assert.equal((await ask(witness, new Uint8Array(400_000))).status, 400);
  assert.equal((await fetch(`${witness.url}/../key`)).status, 404);
  assert.equal((await fetch(`${witness.url}/add-checkpoint`)).status, 405);
});

test("a witness that asks the log itself follows it as it grows", async () => {
  const folder = join(base, "pulled-log");
  await writeLogFolder(folder, 300);
  await using server = await serveFolder(folder);
  await using witness = await startWitness(
    newFolder(),
    "--name",
    "ngo.example/w",
    "--pull",
    server.url,
    "--every",
    "1s",
  );
  await until(async () => (await shownSize(witness)) === 300);
  await writeLogFolder(folder, 900);
  await until(async () => (await shownSize(witness)) === 900);
});

async function shownSize({ url }: Witness): Promise<number> {
  const shown = await fetch(`${url}/${monitoringPath(hasher.sha256, testOrigin)}`);
  return Number((await shown.text()).split("\n")[1]);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pauseTurns(20);
}

const pauseTurns = async (turns: number): Promise<void> => {
  for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setTimeout(resolve, 1));
};

type Grown = { readonly size: bigint; readonly request: Uint8Array; readonly from: bigint };

/** One log at several sizes, with the request that brings a witness from each to the next. */
async function makeGrowth(sizes: readonly number[]): Promise<readonly Grown[]> {
  const { openTileTree, proveConsistency } = await import("@temwen/public-log/tiles");
  const { parseHash } = await import("@temwen/public-log/tree");
  const grown: Grown[] = [];
  for (const [i, size] of sizes.entries()) {
    const folder = join(base, `growth-${size}`);
    const root = parseHash(await writeLogFolder(folder, size));
    assert.ok(root.ok);
    const readTile = (path: string) =>
      readFile(join(folder, path)).then(
        (it) => new Uint8Array(it),
        () => null,
      );
    const tree = await openTileTree({ hasher, readTile, size: BigInt(size), root: root.value });
    assert.ok(tree.ok);
    const from = BigInt(sizes[i - 1] ?? 0);
    const proof = await proveConsistency(tree.value, from);
    assert.ok(proof.ok);
    const checkpoint = new Uint8Array(await readFile(join(folder, "checkpoint")));
    grown.push({
      size: BigInt(size),
      from,
      request: formatAddCheckpoint({ oldSize: from, proof: proof.value, checkpoint }),
    });
  }
  return grown;
}

/** Brings a witness forward, from wherever it stands, and says how far it answered. */
async function grow(witness: Witness, log: readonly Grown[]): Promise<bigint> {
  let reached = 0n;
  for (const { request, size } of log) {
    const { status } = await ask(witness, request);
    if (status === 200) reached = size;
  }
  return reached;
}
