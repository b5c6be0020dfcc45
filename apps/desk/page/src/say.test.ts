import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant, StaffId } from "@temwen/vocabulary";

import { deskWords } from "@temwen/words/desk";
import { panelWords } from "@temwen/words/panel";

import { knownPeople, language, type Person, person } from "./desk-state.ts";
import { caseName, monthName, staffName, tellRefusal, timeLeft, wordFor } from "./say.ts";

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

test("a clock that has just begun shows all of its days and hours, and days change at midnight", () => {
  language.value = "en";
  assert.deepEqual(timeLeft(at("2026-11-28T11:59:30.000Z"), now), { state: "left", text: "7 days left" });
  assert.deepEqual(timeLeft(at("2026-11-22T11:59:30.000Z"), now), { state: "soon", text: "24 hours left" });
  assert.deepEqual(timeLeft(at("2026-11-20T23:00:00.000Z"), now), { state: "late", text: "1 day late" });
  assert.deepEqual(timeLeft(at("2026-11-21T01:00:00.000Z"), now), { state: "late", text: "late since today" });
});

test("who acted is told with name and role, oneself and those who no longer serve among them", () => {
  language.value = "en";
  const [me, colleague, gone] = ["me00", "panl", "gone"].map((start) => `stf_${start.padEnd(26, "0")}` as StaffId);
  assert.ok(me && colleague && gone);
  const one = { ties: [], epoch: 1, expires: now };
  const choices = { colleagues: [{ id: colleague, role: "panel", ties: [] }] } as unknown as Person["choices"];
  person.value = { me: { id: me, role: "intake", ...one }, choices };
  assert.equal(staffName(me), "you (intake me00)");
  assert.equal(staffName(colleague), "panel panl");
  assert.equal(staffName(gone), "gone, no longer serving");
  knownPeople.value = [
    { id: colleague, label: "Demo Panel 1", role: "panel", ties: [] },
    { id: gone, label: "Demo Intake 9", role: "intake", ties: [] },
  ];
  assert.equal(staffName(colleague), "Demo Panel 1, panel");
  assert.equal(staffName(gone), "Demo Intake 9, intake, no longer serving");
  person.value = undefined;
  knownPeople.value = [];
});

test("an id without a word is shown as it stands, never hidden", () => {
  assert.equal(wordFor("stage", "received"), "Received");
  assert.equal(wordFor("stage", "invented-tomorrow"), "invented-tomorrow");
  assert.equal(wordFor("role", "constructor"), "constructor");
});

test("a refusal that nobody wrote a sentence for still shows its code", () => {
  assert.match(tellRefusal({ code: "desk-gone" }), /Start it again/);
  assert.match(tellRefusal({ code: "never-heard-of" }), /\(never-heard-of\)$/);
  assert.equal(tellRefusal({ code: "already-stated" }), "This allegation is there already.");
});

test("no key stands in both catalogues that a screen is spoken from: one would silence the other", () => {
  const twice = Object.keys(panelWords.ht).filter((key) => Object.hasOwn(deskWords.ht, key));
  assert.deepEqual(twice, []);
});

test("months are named in the desk's language", () => {
  language.value = "ht";
  assert.equal(monthName("2026-11"), "novanm 2026");
  assert.equal(monthName("unknown"), "Li pa konnen");
});

test("a case is called by the start of its number", () => {
  assert.equal(caseName("cas_0h3k9v2m0000000000000000zz"), "0h3k 9v2m");
});
