import assert from "node:assert/strict";
import { test } from "node:test";
import { createId, type Digest } from "@temwen/vocabulary";
import { type Announced, findAwaited, mostOfCase } from "./quota.ts";

const caseId = createId("case", new Uint8Array(16));
const digestOf = (name: string): Digest => Buffer.from(name).toString("hex").padEnd(64, "0") as Digest;
const piece = (name: string, size: number, arrived = false): Announced => ({
  name,
  digest: digestOf(name),
  size,
  arrived,
});
const ask = (pieces: readonly Announced[], name: string) =>
  findAwaited({ readAnnounced: async () => pieces }, caseId, digestOf(name));

const half = mostOfCase / 2;

test("a case has room for all it announced, up to the last byte of its share", async () => {
  const pieces = [piece("evidence-1", half), piece("added-1-1", half)];
  for (const { name } of pieces) assert.equal((await ask(pieces, name)).ok, true);
});

test("what comes behind the share of its case is refused, and what was announced before it is still taken", async () => {
  // In the order in which a database sorts names.
  const pieces = [piece("added-2-10", 1), piece("added-2-9", half), piece("evidence-1", half)];
  assert.deepEqual(await ask(pieces, "added-2-10"), { ok: false, refusal: { code: "too-much-evidence" } });
  assert.equal((await ask(pieces, "added-2-9")).ok, true);
  assert.equal((await ask(pieces, "evidence-1")).ok, true);
});

test("what arrived before there was a share is still there to be asked for", async () => {
  assert.equal((await ask([piece("evidence-1", mostOfCase), piece("added-1-1", 5, true)], "added-1-1")).ok, true);
});

test("what nobody announced is not awaited", async () => {
  assert.deepEqual(await ask([piece("evidence-1", 5)], "added-1-1"), { ok: false, refusal: { code: "not-announced" } });
});

test("what the office took in and what the person sends do not crowd each other out", async () => {
  const pieces = [piece("evidence-1", mostOfCase), piece("taken-1-1", mostOfCase), piece("taken-2-1", 1)];
  for (const name of ["evidence-1", "taken-1-1"]) assert.equal((await ask(pieces, name)).ok, true);
  assert.deepEqual(await ask(pieces, "taken-2-1"), { ok: false, refusal: { code: "too-much-evidence" } });
});
