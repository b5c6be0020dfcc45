import assert from "node:assert/strict";
import { test } from "node:test";
import { consentChoices } from "@temwen/vocabulary";
import { goesBeyond } from "./consent-uses.ts";

test("whoever asked for help only has helpers let in, and nobody who examines", () => {
  for (const role of ["support", "intake", "child-protection"])
    assert.equal(goesBeyond("help-only", { use: "let-in", role }), false, role);
  for (const role of ["investigator", "panel"]) {
    assert.equal(goesBeyond("help-only", { use: "let-in", role }), true, role);
    assert.equal(goesBeyond("keep-words", { use: "let-in", role }), true, role);
    assert.equal(goesBeyond("investigate-without-me", { use: "let-in", role }), false, role);
  }
});

test("a name is opened for help or in danger whatever was chosen, and for a hearing or a court only with leave", () => {
  for (const given of consentChoices) {
    assert.equal(goesBeyond(given, { use: "name", reason: "danger" }), false);
    assert.equal(goesBeyond(given, { use: "name", reason: "help" }), false);
  }
  assert.equal(goesBeyond("investigate-without-me", { use: "name", reason: "hearing" }), true);
  assert.equal(goesBeyond("investigate-with-me", { use: "name", reason: "hearing" }), false);
  assert.equal(goesBeyond("investigate-with-me", { use: "name", reason: "referral" }), true);
  assert.equal(goesBeyond("court", { use: "name", reason: "referral" }), false);
});

test("evidence goes to an expert or to others only as far as the person allows", () => {
  assert.equal(goesBeyond("help-only", { use: "file", reason: "offline-machine" }), false);
  assert.equal(goesBeyond("keep-words", { use: "file", reason: "expert-examination" }), true);
  assert.equal(goesBeyond("investigate-with-me", { use: "file", reason: "hand-over" }), true);
  assert.equal(goesBeyond("court", { use: "file", reason: "hand-over" }), false);
});
