import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bytesToDigest, canonicalBytes, type Digest } from "@temwen/vocabulary";
import { deadlinePolicy, deadlinesUnder, refuseDeadlines } from "./deadlines.ts";
import { type Pack, parsePack } from "./pack.ts";

const haiti = parsePack(JSON.parse(readFileSync(new URL("../../../packs/haiti/pack.json", import.meta.url), "utf8")));
assert.ok(haiti.ok);
const pack = haiti.value;

const digestOf = (policy: Parameters<typeof deadlinePolicy>[0]): Digest =>
  bytesToDigest(
    createHash("sha256")
      .update(canonicalBytes(deadlinePolicy(policy)))
      .digest(),
  );

test("a case goes by the deadlines that its filing names, and by those of now where nobody knows them", () => {
  const [former] = pack.formerDeadlines ?? [];
  assert.ok(former);
  assert.equal(deadlinesUnder(pack, former.digest), former);
  assert.equal(deadlinesUnder(pack, digestOf(pack)), pack);
  assert.equal(deadlinesUnder(pack, undefined), pack);
});

// An office of the first release goes on under this one, and its complaints name these bytes.
test("the deadlines of the first release are kept byte for byte", () => {
  const first = "301588bc50b7fe038fd4bec5907c9b68d4aac2408a1dfa524c77d31b34ff00ef" as Digest;
  const former = pack.formerDeadlines?.find(({ digest }) => digest === first);
  assert.ok(former);
  assert.equal(digestOf({ ...former, id: pack.id }), first);
});

test("former deadlines that are not what their digest names are refused", () => {
  const [former] = pack.formerDeadlines ?? [];
  assert.ok(former);
  const bent = { ...former, clocks: former.clocks.map((clock) => ({ ...clock, due: "P70D" })) };
  const read = parsePack({ ...pack, formerDeadlines: [bent] });
  assert.deepEqual(read, { ok: false, refusal: { code: "former-differs", id: former.digest } });
});

test("a clock that was released and published is never dropped, nor published otherwise", () => {
  const changed = (change: (clocks: Pack["clocks"]) => Pack["clocks"]) =>
    refuseDeadlines({ ...pack, clocks: change(pack.clocks) });
  const without = changed((clocks) => clocks.filter(({ id }) => id !== "feedback"));
  assert.deepEqual(without, { code: "clock-not-kept", id: "feedback" });
  for (const [id, publish] of [
    ["feedback", false],
    ["confirmation", true],
  ] as const) {
    const other = changed((clocks) => clocks.map((clock) => (clock.id === id ? { ...clock, publish } : clock)));
    assert.deepEqual(other, { code: "clock-not-kept", id });
  }
});

test("a clock by a calendar that is not there is refused", () => {
  const [first, ...others] = pack.clocks;
  assert.ok(first);
  const clocks = [{ ...first, days: "working", calendar: "moon" } as const, ...others];
  assert.deepEqual(refuseDeadlines({ ...pack, clocks }), { code: "unknown-calendar", id: first.id });
});
