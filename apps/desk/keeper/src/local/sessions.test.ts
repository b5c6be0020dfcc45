import assert from "node:assert/strict";
import { test } from "node:test";
import { createSessions } from "./sessions.ts";

const aMinute = 60_000;

function openSessions() {
  const world = { hour: 0, ended: [] as string[] };
  const sessions = createSessions<{ name: string; close: () => void }>(
    15 * aMinute,
    () => world.hour,
    ({ name }) => world.ended.push(name),
  );
  const signIn = (name: string) => sessions.open({ name, close: () => world.ended.push(`${name} forgets`) });
  return { world, sessions, signIn };
}

test("each tab has a person of its own, and signing out of one leaves the other", () => {
  const { world, sessions, signIn } = openSessions();
  const [asha, brid] = [signIn("asha"), signIn("brid")];
  sessions.close(asha);
  assert.equal(sessions.find(asha), undefined);
  assert.equal(sessions.find(brid)?.name, "brid");
  assert.deepEqual(world.ended, ["asha forgets", "asha"]);
});

test("after a quarter of an hour without a sign of life the keys are forgotten", () => {
  const { world, sessions, signIn } = openSessions();
  const session = signIn("asha");
  world.hour = 14 * aMinute;
  assert.equal(sessions.find(session)?.name, "asha");
  world.hour = 29 * aMinute;
  assert.equal(sessions.find(session), undefined);
  assert.deepEqual(world.ended, ["asha forgets", "asha"]);
});

test("keys are forgotten by the clock alone, without anybody asking", () => {
  const { world, sessions, signIn } = openSessions();
  signIn("asha");
  world.hour = 15 * aMinute;
  sessions.closeIdle();
  assert.deepEqual(world.ended, ["asha forgets", "asha"]);
});

test("a session cannot be guessed from another", () => {
  const { sessions, signIn } = openSessions();
  const [one, other] = [signIn("asha"), signIn("asha")];
  assert.notEqual(one, other);
  assert.ok(one.length >= 43);
  assert.equal(sessions.find(""), undefined);
  sessions.closeAll();
  assert.equal(sessions.find(one), undefined);
});
