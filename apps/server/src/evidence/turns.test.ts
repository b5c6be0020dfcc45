import assert from "node:assert/strict";
import { test } from "node:test";
import { createTurns } from "./turns.ts";

const long = 60_000;

/** An act that ends when it is told to. */
function openAct() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { act: () => promise, end: resolve };
}

test("acts on one thing follow each other, and on two things go on side by side", async () => {
  const inTurn = createTurns();
  const said: string[] = [];
  const first = openAct();
  const acts = [
    inTurn("a", long, async () => {
      said.push("first begins");
      await first.act();
      said.push("first ends");
    }),
    inTurn("a", long, async () => said.push("second")),
    inTurn("b", long, async () => said.push("other")),
  ];
  await acts[2];
  first.end();
  await Promise.all(acts);
  assert.deepEqual(said, ["first begins", "other", "first ends", "second"]);
});

test("who gives up waiting does nothing, and whoever comes later still waits for the first", async () => {
  const inTurn = createTurns();
  const first = openAct();
  const running = inTurn("a", long, first.act);
  assert.equal(await inTurn("a", 1, async () => "done"), undefined);
  assert.equal(await inTurn("a", 1, async () => "done"), undefined);
  first.end();
  await running;
  assert.equal(await inTurn("a", long, async () => "done"), "done");
});

test("an act that fails lets the next one come", async () => {
  const inTurn = createTurns();
  await assert.rejects(
    inTurn("a", long, async () => {
      throw new Error("the line broke");
    }),
  );
  assert.equal(await inTurn("a", long, async () => "done"), "done");
});
