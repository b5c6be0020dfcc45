import assert from "node:assert/strict";
import { test } from "node:test";
import { language } from "../desk-state.ts";
import { tellWhyNot } from "./why-not.ts";

const refusedAt = (stage: string, ...allowed: readonly string[]): string => {
  language.value = "en";
  return tellWhyNot({ code: "wrong-stage", stage, allowed });
};

test("who may not act yet is told which acts come first, in their order, to the nearest stage", () => {
  assert.equal(refusedAt("received", "assessed"), "Only at the stage: Assessed. First: Acknowledge, Assess.");
  assert.equal(
    refusedAt("received", "acknowledged", "assessed"),
    "Only at the stage: Acknowledged, Assessed. First: Acknowledge.",
  );
  assert.equal(
    refusedAt("assessed", "non-admission-proposed"),
    "Only at the stage: Refusal proposed. First: Propose not to admit.",
  );
});

test("a case that was closed unread is taken up by the same acts as a new one", () => {
  assert.equal(refusedAt("closed-as-flood", "assessed"), "Only at the stage: Assessed. First: Acknowledge, Assess.");
});

// Findings, ruling and end are each a sitting: it stood there three times.
test("an act that brings about several stages is named once", () => {
  assert.equal(refusedAt("before-panel", "closed"), "Only at the stage: Closed. First: Close the sitting.");
  assert.equal(
    refusedAt("investigating", "ruled"),
    "Only at the stage: Ruled. First: Recommend findings, Close the sitting.",
  );
});

test("what is over for good names no act that would bring it back", () => {
  assert.equal(refusedAt("acknowledged", "received"), "Only at the stage: Received.");
  assert.equal(refusedAt("erased", "received", "assessed"), "Only at the stage: Received, Assessed.");
});
