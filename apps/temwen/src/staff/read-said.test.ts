import assert from "node:assert/strict";
import { test } from "node:test";
import { readSaid } from "./read-said.ts";

test("words, numbers and lists of an act are read as the act asks for them", () => {
  const words = new Map(
    Object.entries({ number: "1", right: "life", class: "unclassified", respondent: "1", kind: "unit", forces: "ken" }),
  );
  assert.deepEqual(readSaid("state-allegation", words), {
    ...{ number: 1, right: "life", class: "unclassified", respondent: 1, kind: "unit", forces: ["ken"] },
  });
});

test("findings are spelled one behind another, their words between slashes", () => {
  const spelled = "1/established/established/none/balance-of-probabilities";
  assert.deepEqual(readSaid("recommend-findings", new Map([["findings", spelled]])), {
    findings: [
      {
        ...{ allegation: 1, happened: "established", answers: "established", why: "none" },
        standard: "balance-of-probabilities",
      },
    ],
  });
});

test("what an act lacks, or does not understand, is said by name", () => {
  assert.throws(() => readSaid("admit-case", new Map()), /admit-case needs --set track=/);
  assert.throws(() => readSaid("record-answer", new Map([["request", "one"]])), /--set request=one is not request/);
  assert.throws(() => readSaid("recommend-findings", new Map([["findings", "1/so"]])), /allegation\/happened/);
});
