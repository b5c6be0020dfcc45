import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Digest, Instant } from "@temwen/vocabulary";
import { findDataFolder } from "../running/data-folder.ts";
import { readOrphanNotes, writeOrphanNotes } from "./orphan-notes.ts";
import { findOrphans, takeOrphans } from "./orphans.ts";

const home = await mkdtemp(join(tmpdir(), "temwen-orphans-"));
after(() => rm(home, { recursive: true, force: true }));
const digestOfLetter = (letter: string) => letter.repeat(64) as Digest;
const [named, orphan, other] = ["a", "b", "c"].map(digestOfLetter) as [Digest, Digest, Digest];

/** A shelf and a record that say what they are told to. */
function place(announced: readonly Digest[]) {
  const there = new Set([named, orphan, other]);
  const shelf = {
    list: async function* () {
      yield* there;
    },
    remove: async (digest: Digest) => {
      there.delete(digest);
    },
  };
  const record = {
    findUnannounced: async (digests: readonly Digest[]) => digests.filter((digest) => !announced.includes(digest)),
  };
  return { shelf, record, there };
}

const day = (number: number): Instant => `2026-01-${String(number).padStart(2, "0")}T02:00:00.000Z` as Instant;

test("evidence that no case names goes seven days after it was first seen so, and what a case names stays", async () => {
  const folder = await findDataFolder(home);
  const { shelf, record, there } = place([named, other]);
  const first = await findOrphans(shelf, record, await readOrphanNotes(folder), day(1));
  assert.deepEqual([first.due, [...first.waiting.keys()]], [[], [orphan]]);
  await writeOrphanNotes(folder, first.waiting);
  const early = await findOrphans(shelf, record, await readOrphanNotes(folder), day(7));
  assert.deepEqual(early.due, []);
  await writeOrphanNotes(folder, early.waiting);
  const late = await findOrphans(shelf, record, await readOrphanNotes(folder), day(8));
  assert.deepEqual([late.due, late.waiting.size], [[orphan], 0]);
  assert.equal(await takeOrphans(shelf, record, late.due), 1);
  assert.deepEqual([...there], [named, other]);
});

test("a piece that a case names again before it goes stays, and waits anew if it is forgotten again", async () => {
  const folder = await findDataFolder(home);
  await writeOrphanNotes(folder, new Map([[orphan, day(1)]]));
  const again = place([named, orphan, other]);
  assert.equal(await takeOrphans(again.shelf, again.record, [orphan]), 0);
  const found = await findOrphans(again.shelf, again.record, await readOrphanNotes(folder), day(20));
  await writeOrphanNotes(folder, found.waiting);
  const forgotten = place([named, other]);
  const anew = await findOrphans(forgotten.shelf, forgotten.record, await readOrphanNotes(folder), day(21));
  assert.deepEqual([anew.due, [...anew.waiting]], [[], [[orphan, day(21)]]]);
});
