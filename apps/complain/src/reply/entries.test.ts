import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseFact } from "@temwen/casework";
import type { Instant } from "@temwen/vocabulary";
import { asRead, doorsOf, type Entry, mayAskReview, type Shown, type ShownStage, type Step } from "./entries.ts";

const shown = (stage: ShownStage, ...steps: readonly Step[]): Shown => ({
  stage,
  entries: steps.map((step, index): Entry => {
    return { kind: "step", step, index, at: "2026-11-22T12:00:00.000Z" as Instant, fact: {} as CaseFact };
  }),
});

const ends = [
  ["not-admitted", "stepNotAdmitted"],
  ["closed", "stepClosed"],
  ["withdrawn", "stepEnded"],
  ["transferred", "stepTransferred"],
] as const;

test("after every end, also where the case went on elsewhere, the person may say how they were treated and ask others to look again", () => {
  for (const [stage, ended] of ends) {
    const mine = shown(stage, "stepReceived", ended);
    assert.deepEqual([doorsOf(mine).treated, mayAskReview(mine)], [true, true], stage);
  }
});

test("each is done once for each end", () => {
  for (const [stage, ended] of ends) {
    const told = shown(stage, "stepReceived", ended, "treatmentTold", "reviewAsked");
    assert.deepEqual([doorsOf(told).treated, mayAskReview(told)], [false, false], stage);
    const again = shown(stage, "stepReceived", ended, "treatmentTold", "reviewAsked", "stepReviewed", ended);
    assert.deepEqual([doorsOf(again).treated, mayAskReview(again)], [true, true], stage);
  }
});

test("before a case has ended neither is offered", () => {
  const open = shown("investigating", "stepReceived", "stepAdmitted", "stepTaken");
  assert.deepEqual([doorsOf(open).treated, mayAskReview(open)], [false, false]);
});

test("a published reason is read without the mark that programs find it by", () => {
  assert.equal(
    asRead("Men sa nou deside.\n\n§ published\nPa gen ase prèv.\n§ 1"),
    "Men sa nou deside.\n\nPa gen ase prèv.\n§ 1",
  );
  assert.equal(asRead("§ published pa yon mak"), "§ published pa yon mak");
});
