import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { language } from "./desk-state.ts";
import { caseName, monthName, tellRefusal, timeLeft, wordFor } from "./say.ts";

const now = "2026-11-21T12:00:00.000Z" as Instant;
const at = (text: string) => text as Instant;

test("a deadline is told in days, near its end in hours, and after it as late", () => {
  language.value = "en";
  assert.deepEqual(timeLeft(at("2026-11-27T13:00:00.000Z"), now), { state: "left", text: "6 days left" });
  assert.deepEqual(timeLeft(at("2026-11-22T14:00:00.000Z"), now), { state: "soon", text: "26 hours left" });
  assert.deepEqual(timeLeft(at("2026-11-21T12:00:01.000Z"), now), { state: "soon", text: "1 hour left" });
  assert.deepEqual(timeLeft(now, now), { state: "late", text: "late since today" });
  assert.deepEqual(timeLeft(at("2026-11-12T11:00:00.000Z"), now), { state: "late", text: "9 days late" });
});

test("an id without a word is shown as it stands, never hidden", () => {
  assert.equal(wordFor("stage", "received"), "Received");
  assert.equal(wordFor("stage", "invented-tomorrow"), "invented-tomorrow");
  assert.equal(wordFor("role", "constructor"), "constructor");
});

test("a refusal that nobody wrote a sentence for still shows its code", () => {
  assert.match(tellRefusal({ code: "desk-gone" }), /Start it again/);
  assert.match(tellRefusal({ code: "never-heard-of" }), /\(never-heard-of\)$/);
});

test("months are named in the desk's language", () => {
  language.value = "ht";
  assert.equal(monthName("2026-11"), "novanm 2026");
  assert.equal(monthName("unknown"), "Li pa konnen");
});

test("a case is called by the start of its number", () => {
  assert.equal(caseName("cas_0h3k9v2m0000000000000000zz"), "0h3k 9v2m");
});
