import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryRecord } from "@temwen/record/memory";
import { millisToInstant } from "@temwen/vocabulary";
import { createFormTokens } from "./form-token.ts";

const hour = 3_600_000;

function startServer() {
  const clock = { millis: Date.UTC(2026, 10, 21, 18) };
  return {
    clock,
    tokens: createFormTokens({ record: createMemoryRecord(), now: () => millisToInstant(clock.millis) }),
  };
}

test("a form is good for twelve hours", async () => {
  const { clock, tokens } = startServer();
  const token = await tokens.give();
  assert.match(token, /^[A-Za-z0-9_-]{64}$/);
  clock.millis += 12 * hour - 1;
  assert.equal(await tokens.isOpen(token), true);
  clock.millis += 1;
  assert.equal(await tokens.isOpen(token), false);
});

test("a form that was given while a clock was wrong does not live on for ever", async () => {
  const { clock, tokens } = startServer();
  clock.millis += 365 * 24 * hour;
  const token = await tokens.give();
  clock.millis -= 365 * 24 * hour;
  assert.equal(await tokens.isOpen(token), false);
});

test("the same words in the same form have one receipt; other words, or another form, have another", async () => {
  const { tokens } = startServer();
  const [one, other] = [await tokens.give(), await tokens.give()];
  const receipt = await tokens.drawReceiptOf(one, { text: "a" });
  assert.equal(await tokens.drawReceiptOf(one, { text: "a" }), receipt);
  for (const [token, text] of [
    [one, "b"],
    [other, "a"],
  ] as const) {
    assert.notEqual(await tokens.drawReceiptOf(token, { text }), receipt);
  }
});
