import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryRecord } from "@temwen/record/memory";
import { createId, millisToInstant } from "@temwen/vocabulary";
import { createChallenges } from "./challenge.ts";

const asha = createId("staff", new Uint8Array(16).fill(1));
const benoit = createId("staff", new Uint8Array(16).fill(2));
const minute = 60_000;

/** A server over this record, whose clock the test turns. */
function startServer(record = createMemoryRecord()) {
  const clock = { millis: Date.UTC(2026, 10, 21, 18) };
  return { record, clock, challenges: createChallenges({ record, now: () => millisToInstant(clock.millis) }) };
}

test("a challenge is good for a minute, for the person it was given to", async () => {
  const { clock, challenges } = startServer();
  const { nonce, expires } = await challenges.give(asha);
  assert.equal(expires, millisToInstant(clock.millis + minute));
  assert.equal(await challenges.isOpen(nonce, asha), true);
  assert.equal(await challenges.isOpen(nonce, benoit), false);
  clock.millis += minute - 1;
  assert.equal(await challenges.isOpen(nonce, asha), true);
  clock.millis += 1;
  assert.equal(await challenges.isOpen(nonce, asha), false);
});

test("no two challenges are the same, and both are good", async () => {
  const { challenges } = startServer();
  const given = await Promise.all([challenges.give(asha), challenges.give(asha)]);
  assert.notEqual(given[0].nonce, given[1].nonce);
  for (const { nonce } of given) assert.equal(await challenges.isOpen(nonce, asha), true);
});

test("a challenge with any bit changed is none, and so is one that never was", async () => {
  const { challenges } = startServer();
  const bytes = Buffer.from((await challenges.give(asha)).nonce, "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    assert.equal(await challenges.isOpen(changed.toString("base64url"), asha), false, `bit ${bit}`);
  }
  for (const never of ["", "a".repeat(43), "a".repeat(64), `${bytes.toString("base64url")}=`, "=".repeat(64)]) {
    assert.equal(await challenges.isOpen(never, asha), false);
  }
});

test("a challenge is spent once, by whichever server, also while the servers' clocks are apart", async () => {
  const one = startServer();
  const second = startServer(one.record);
  const { nonce } = await one.challenges.give(asha);
  assert.equal(await second.challenges.isOpen(nonce, asha), true);
  assert.equal(await second.challenges.spend(nonce, asha), true);
  assert.equal(await one.challenges.spend(nonce, asha), false);
  // A server four minutes ahead sweeps; for this one the challenge is still in its minute, and still spent.
  second.clock.millis += 4 * minute;
  assert.equal(await second.challenges.spend((await second.challenges.give(benoit)).nonce, benoit), true);
  assert.equal(await one.challenges.isOpen(nonce, asha), true);
  assert.equal(await one.challenges.spend(nonce, asha), false);
});

test("a server that could not reach the record at first agrees on the secret at the next question", async () => {
  const wishes = { unreachable: true };
  const { challenges } = startServer(createMemoryRecord(wishes));
  await assert.rejects(challenges.give(asha));
  wishes.unreachable = false;
  assert.equal(await challenges.isOpen((await challenges.give(asha)).nonce, asha), true);
});
