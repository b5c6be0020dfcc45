import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readlinkSync } from "node:fs";
import { type FileHandle, mkdir, mkdtemp, open, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Digest } from "@temwen/vocabulary";
import { openBlobFolder } from "./blob-folder.ts";
import { sweepUnfinished } from "./unfinished.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-blob-folder-"));
after(() => rm(home, { recursive: true, force: true }));

/** Something to store, and the name it will have. */
function drawPiece(size = 10_000) {
  const bytes = new Uint8Array(randomBytes(size));
  const digest = createHash("sha256").update(bytes).digest("hex") as Digest;
  return { bytes, digest, size };
}

async function* inPieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 3000) yield bytes.subarray(at, at + 3000);
}

const openFolder = (folder: string) => openBlobFolder(folder, () => true, { keptForWords: 0 });
const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

test("what killed processes left is cleared away at the start; blobs, young pieces and what is not ours stay", async () => {
  const folder = await mkdtemp(join(home, "stale-"));
  const { bytes, digest, size } = drawPiece();
  assert.equal(await (await openFolder(folder)).store(digest, size, inPieces(bytes)), "stored");
  const place = join(folder, digest.slice(0, 2));
  const [stale, young, strange] = [`${digest}.0123456789ab.part`, `${digest}.ba9876543210.part`, "note.part"];
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const name of [stale, young, strange]) await writeFile(join(place, name), "x");
  for (const name of [stale, strange, digest]) await utimes(join(place, name), longAgo, longAgo);
  await openFolder(folder);
  assert.deepEqual(await filesIn(folder), [digest, young, strange].sort());
});

test("what was too young at the start is cleared away before a later upload", async () => {
  const folder = await mkdtemp(join(home, "later-"));
  const { bytes, digest, size } = drawPiece();
  const left = join(folder, digest.slice(0, 2), `${digest}.0123456789ab.part`);
  await mkdir(join(folder, digest.slice(0, 2)));
  await writeFile(left, "x");
  // Half a second ahead, so that it is young at the start on however busy a machine.
  await utimes(left, new Date(), new Date(Date.now() + 500));
  const pace = { bytes: 1, millis: 5 };
  const blobs = await openBlobFolder(folder, () => true, { keptForWords: 0, pace });
  assert.deepEqual(await filesIn(folder), [`${digest}.0123456789ab.part`]);
  await pause(700);
  assert.equal(await blobs.store(digest, size, inPieces(bytes)), "stored");
  assert.deepEqual(await filesIn(folder), [digest]);
});

test("a piece that this process writes is spared, however long ago something came", async () => {
  const folder = await mkdtemp(join(home, "ours-"));
  const [ours, theirs] = ["0123456789ab", "ba9876543210"].map((lot) => `${"0".repeat(64)}.${lot}.part`);
  for (const name of [ours, theirs]) await writeFile(join(folder, name!), "x");
  const now = Number.POSITIVE_INFINITY;
  await sweepUnfinished(folder, new Set([join(folder, ours!)]), { parts: now, growing: now });
  assert.deepEqual(await filesIn(folder), [ours]);
});

test("a blob is on the disk with every name that leads to it before anybody is told", async (context) => {
  if (process.platform !== "linux") return context.skip("names of open files are read from /proc");
  const folder = await mkdtemp(join(home, "sync-"));
  const blobs = await openFolder(folder);
  const synced: string[] = [];
  const probe = await open(folder, "r");
  const handles = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  const { sync } = handles;
  handles.sync = function (this: FileHandle) {
    synced.push(readlinkSync(`/proc/self/fd/${this.fd}`));
    return sync.call(this);
  };
  try {
    const { bytes, digest, size } = drawPiece();
    assert.equal(await blobs.store(digest, size, inPieces(bytes)), "stored");
    const inner = join(folder, digest.slice(0, 2));
    assert.deepEqual(
      synced.map((place) => place.replace(/\.[0-9a-f]{12}\.part$/, ".part")),
      [folder, join(inner, `${digest}.part`), inner],
    );
  } finally {
    handles.sync = sync;
  }
});

test("a blob that lost some of its bytes is not taken for whole, and is stored anew", async () => {
  const folder = await mkdtemp(join(home, "short-"));
  const blobs = await openFolder(folder);
  const { bytes, digest, size } = drawPiece();
  const place = join(folder, digest.slice(0, 2), digest);
  assert.equal(await blobs.has(digest, size), false);
  await mkdir(join(folder, digest.slice(0, 2)));
  await writeFile(place, bytes.subarray(1));
  assert.equal(await blobs.has(digest, size), false);
  assert.equal(await blobs.store(digest, size, inPieces(bytes)), "stored");
  assert.equal(await blobs.has(digest, size), true);
  assert.equal((await stat(place)).size, size);
});

test("a piece of which the sender does not come back for a week is cleared away; before that it waits", async () => {
  const folder = await mkdtemp(join(home, "away-"));
  const { bytes, digest, size } = drawPiece();
  const day = 24 * 3_600_000;
  const blobs = await openFolder(folder);
  assert.deepEqual(await blobs.grow(digest, size, 0, inPieces(bytes.subarray(0, 6000))), {
    offset: 6000,
    isStored: false,
  });
  const growing = join(folder, digest.slice(0, 2), `${digest}.growing`);
  for (const [days, offset] of [
    [6, 6000],
    [8, 0],
  ] as const) {
    const then = new Date(Date.now() - days * day);
    await utimes(growing, then, then);
    // Opened anew, as after a restart.
    assert.equal(await (await openFolder(folder)).readOffset(digest, size, false), offset, `${days} days`);
  }
});
