import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { drawKeyPair } from "@temwen/sealing/seal";
import { createId, millisToInstant } from "@temwen/vocabulary";
import { draftDays, openDraftStore, sweepDrafts } from "./draft-store.ts";

const parent = await mkdtemp(join(tmpdir(), "temwen-drafts-"));
after(() => rm(parent, { recursive: true }));
const folder = join(parent, "drafts");
beforeEach(() => rm(folder, { recursive: true, force: true }));

const caseId = createId("case", new Uint8Array(16).fill(3));
const now = () => millisToInstant(Date.now());
const person = async (seed: number) => ({
  identity: (await drawKeyPair()).identity,
  signingSeed: new Uint8Array(32).fill(seed),
});
const asha = await person(1);
const brid = await person(2);
const words = "Bonjou Wozlò, vini Granrivyè.";
const draft = { about: caseId, act: "reply", value: { text: words } } as const;

test("unsent words come back to the one who wrote them, and to nobody else", async () => {
  await openDraftStore(folder, asha, now).keep(draft);
  const [kept, ...others] = await openDraftStore(folder, asha, now).list();
  assert.deepEqual([kept?.about, kept?.act, kept?.value, others.length], [caseId, "reply", { text: words }, 0]);
  assert.deepEqual(await openDraftStore(folder, brid, now).list(), []);
});

test("what lies on the disk is sealed: no word, no case, no act, and not how much was written", async () => {
  const store = openDraftStore(folder, asha, now);
  await store.keep(draft);
  await store.keep({ ...draft, act: "keep-open", value: { text: words.repeat(60) } });
  const sizes = new Set<number>();
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    const all = `${name}\n${bytes.toString("latin1")}`;
    for (const secret of ["Bonjou", "Granrivy", "reply", "keep-open", caseId, caseId.slice(4, 12)])
      assert.ok(!all.includes(secret), secret);
    assert.match(all, /age-encryption\.org/);
    sizes.add(bytes.length);
    assert.equal((await stat(join(folder, name))).mode & 0o077, 0);
  }
  assert.equal(sizes.size, 1);
});

test("what was sent is gone from the disk, also when a slower save was under way", async () => {
  const store = openDraftStore(folder, asha, now);
  await Promise.all([store.keep(draft), store.forget(draft)]);
  assert.deepEqual(await readdir(folder), []);
  await store.keep(draft);
  await store.keep({ ...draft, act: "keep-open" });
  await store.forget();
  assert.deepEqual(await readdir(folder), []);
});

test("words that nobody touched for the days of the rule go by themselves, whoever wrote them", async () => {
  await openDraftStore(folder, asha, now).keep(draft);
  await writeFile(join(folder, "something-else.txt"), "stays");
  const old = Date.now() / 1000 - draftDays * 86_400 - 60;
  for (const name of await readdir(folder)) await utimes(join(folder, name), old, old);
  await sweepDrafts(folder, Date.now());
  assert.deepEqual(await readdir(folder), ["something-else.txt"]);
});

test("a draft that was damaged on the disk is as if it were not, and the others are there", async () => {
  const store = openDraftStore(folder, asha, now);
  await store.keep(draft);
  const [name = ""] = await readdir(folder);
  await store.keep({ ...draft, act: "keep-open" });
  await writeFile(join(folder, name), "age-encryption.org/v1\nno");
  assert.deepEqual(
    (await store.list()).map(({ act }) => act),
    ["keep-open"],
  );
});
