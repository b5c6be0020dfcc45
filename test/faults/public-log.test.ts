// The public log when processes die, or two of them write at once, over a real PostgreSQL.
import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openCheckpoint } from "@temwen/public-log/checkpoint";
import { checkLog } from "@temwen/public-log/fsck";
import { parseVkey, type Vkey } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { openTileTree, readEntries } from "@temwen/public-log/tiles";
import { type Embedded, startEmbedded } from "@temwen/record/embedded";
import pg from "pg";

const { hasher } = primitivesOnNode;
let folder: string;
let database: Embedded;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-log-"));
  database = await startEmbedded({ folder: join(folder, "postgres") });
});
after(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

type Writer = { readonly child: ChildProcess; readonly vkey: Vkey; readonly acknowledged: string[] };

/** A process that publishes batch after batch, and says of each when it is shown. */
async function startWriter(place: string, name: string): Promise<Writer> {
  const args = [join(folder, place), database.url, name];
  const child = fork(fileURLToPath(new URL("../support/log-writer.ts", import.meta.url)), args);
  const acknowledged: string[] = [];
  const vkey = await new Promise<Vkey>((resolve, reject) => {
    child.once("exit", () => reject(new Error("the writer ended early")));
    child.on("message", (said: { readonly vkey?: string; readonly shown?: readonly string[] }) => {
      acknowledged.push(...(said.shown ?? []));
      if (said.vkey === undefined) return;
      const parsed = parseVkey(hasher.sha256, said.vkey);
      if (parsed.ok) resolve(parsed.value);
    });
  });
  return { child, vkey, acknowledged };
}

async function kill({ child }: Writer): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

const until = async (isSo: () => boolean): Promise<void> => {
  for (let n = 0; n < 3000 && !isSo(); n++) await pause(10);
  assert.ok(isSo(), "it did not happen in time");
};

/** All that anybody can read of the log, every tile checked; the entries in hexadecimal. */
async function readAll(
  place: string,
  vkey: Vkey,
): Promise<{ readonly size: bigint; readonly root: string; readonly entries: ReadonlySet<string> }> {
  const root = join(folder, place, "log");
  const readTile = (path: string): Promise<Uint8Array | null> => readFile(join(root, path)).catch(() => null);
  const opened = openCheckpoint((await readTile("checkpoint")) ?? new Uint8Array(), [vkey], primitivesOnNode);
  assert.ok(opened.ok && opened.value.note.verified.length === 1);
  const { checkpoint } = opened.value;
  const source = { hasher, readTile, size: checkpoint.size, root: checkpoint.root };
  const walk = checkLog(source);
  for (let step = await walk.next(); ; step = await walk.next()) {
    if (!step.done) continue;
    assert.deepEqual(step.value.ok ? "whole" : step.value.refusal, "whole");
    break;
  }
  const tree = await openTileTree(source);
  assert.ok(tree.ok);
  const entries = new Set<string>();
  for await (const read of readEntries(tree.value, { from: 0n, to: checkpoint.size })) {
    assert.ok(read.ok);
    entries.add(Buffer.from(read.value.entry).toString("hex"));
  }
  return { size: checkpoint.size, root: Buffer.from(checkpoint.root).toString("hex"), entries };
}

test("killed at whatever step, again and again: what was acknowledged stands in a log that is whole", async () => {
  const acknowledged: string[] = [];
  let vkey: Vkey | undefined;
  for (let round = 0; round < 8; round++) {
    const writer = await startWriter("killed", `round-${round}`);
    vkey = writer.vkey;
    await until(() => writer.acknowledged.length >= 20);
    // Somewhere between two steps; each round at another place.
    await pause(round * 3);
    await kill(writer);
    acknowledged.push(...writer.acknowledged);
    const { entries } = await readAll("killed", writer.vkey);
    assert.deepEqual(
      acknowledged.filter((leaf) => !entries.has(leaf)),
      [],
    );
  }
  assert.ok(vkey && acknowledged.length >= 160);
});

test("two processes that sequence at once make one log: nothing is lost, nothing stands twice, and it never shrinks", async () => {
  await forgetRecord();
  const writers = [await startWriter("two", "one"), await startWriter("two", "another")];
  const [first] = writers;
  assert.ok(first);
  const seen = new Map<bigint, string>();
  let largest = 0n;
  for (const end = performance.now() + 6000; performance.now() < end; await pause(50)) {
    const opened = openCheckpoint(
      await readFile(join(folder, "two/log/checkpoint")).catch(() => new Uint8Array()),
      [first.vkey],
      primitivesOnNode,
    );
    if (!opened.ok) continue;
    const { size, root } = opened.value.checkpoint;
    const hex = Buffer.from(root).toString("hex");
    assert.equal(seen.get(size) ?? hex, hex, "two heads of one size");
    assert.ok(size >= largest, "a smaller head was shown after a larger one");
    seen.set(size, hex);
    largest = size;
  }
  for (const writer of writers) await kill(writer);
  assert.ok(
    writers.every(({ acknowledged }) => acknowledged.length > 0),
    "both had their turn",
  );
  const finisher = await startWriter("two", "finisher");
  await until(() => finisher.acknowledged.length > 0);
  await kill(finisher);
  const { size, entries } = await readAll("two", first.vkey);
  assert.equal(BigInt(entries.size), size);
  const all = writers.flatMap(({ acknowledged }) => acknowledged);
  assert.deepEqual(
    all.filter((leaf) => !entries.has(leaf)),
    [],
  );
});

/** Each test has a log of its own; the server is shared. */
async function forgetRecord(): Promise<void> {
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query("drop schema public cascade; create schema public");
  await client.end();
}
