import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalBytes, canonicalText, type Instant } from "@temwen/vocabulary";
import { clockDue } from "./clocks.ts";
import { deadlinePolicy, publishableClocks } from "./deadlines.ts";
import { type Pack, parsePack } from "./pack.ts";

const readJson = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
const haiti = parsePack(readJson("packs/haiti/pack.json"));
const vectors = readJson("vectors/deadlines.json") as {
  readonly policy: string;
  readonly digest: string;
  readonly stops: readonly string[];
};

// The zone's name has hyphens, and the first reader of packs knew none.
test("the pack of the first mission is read", () => {
  assert.ok(haiti.ok);
  assert.equal(haiti.value.zone, "America/Port-au-Prince");
  assert.ok(haiti.value.forces.length > 0 && haiti.value.departments.length === 10);
});

test("every fact of the pack has a source, and every clock can be counted", () => {
  assert.ok(haiti.ok);
  for (const { source } of [...haiti.value.forces, ...haiti.value.clocks]) assert.ok(source.length > 5);
  const start = "2026-11-21T18:00:00.000Z" as Instant;
  for (const clock of haiti.value.clocks) assert.ok(clockDue(clock, start, haiti.value) > start);
});

test("an id given twice is refused, because acts refer to it for decades", () => {
  assert.ok(haiti.ok);
  const { forces, departments, clocks } = haiti.value;
  const twice: readonly Partial<Pack>[] = [
    { forces: [...forces, ...forces] },
    { departments: [...departments, ...departments] },
    { clocks: [...clocks, ...clocks] },
    // The rules have it already, for the day that an act in a matter names.
    { clocks: clocks.map((clock) => ({ ...clock, id: "answer-day" })).slice(0, 1) },
  ];
  for (const change of twice) {
    const read = parsePack({ ...haiti.value, ...change });
    assert.ok(!read.ok && read.refusal.code === "id-twice");
  }
});

test("no force and no department is called unknown", () => {
  assert.ok(haiti.ok);
  const { forces, departments } = haiti.value;
  for (const change of [
    { forces: [{ ...forces[0], id: "unknown" }] },
    { departments: [{ ...departments[0], id: "unknown" }] },
  ]) {
    assert.deepEqual(parsePack({ ...haiti.value, ...change }), { ok: false, refusal: { code: "malformed-pack" } });
  }
});

test("a pack with a field too many or a zone that is none is refused", () => {
  assert.ok(haiti.ok);
  for (const change of [{ more: 1 }, { zone: "Port-au-Prince" }, { zone: "America/" }, { clocks: {} }]) {
    assert.deepEqual(parsePack({ ...haiti.value, ...change }), { ok: false, refusal: { code: "malformed-pack" } });
  }
});

test("a deadline policy has the digest of the vectors, and stop labels for what may be published", () => {
  const {
    pack: id,
    zone,
    clocks,
  } = JSON.parse(vectors.policy) as { pack: string; zone: string; clocks: Pack["clocks"] };
  const erasure = { waitDays: 14, backupDays: 90, source: "example", basis: "platform-default" } as const;
  const log = { everyMinutes: 15, batch: 64, promiseHours: 24, source: "example", basis: "platform-default" } as const;
  const pack: Pack = { id, zone, forces: [], departments: [], clocks, services: [], care: [], erasure, log };
  assert.equal(canonicalText(deadlinePolicy(pack)), vectors.policy);
  const digest = createHash("sha256")
    .update(canonicalBytes(deadlinePolicy(pack)))
    .digest("hex");
  assert.equal(digest, vectors.digest);
  assert.deepEqual(publishableClocks(pack), vectors.stops);
});
