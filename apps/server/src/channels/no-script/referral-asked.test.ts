import assert from "node:assert/strict";
import { test } from "node:test";
import { asksOf, mayAnswer } from "./referral-asked.ts";

test("a referral of the first number that asked for a waiver beside what it asks, asks for it here, and only such a one lets it be answered", () => {
  const asks = asksOf({ waiver: "asked", asks: ["investigate"] });
  assert.deepEqual(asks, ["investigate", "waive-immunity"]);
  assert.deepEqual(asksOf({ waiver: "asked", asks }), asks);
  const none = asksOf({ waiver: "none", asks: ["investigate"] });
  assert.deepEqual(none, ["investigate"]);
  assert.ok(mayAnswer({ asks }).includes("waiver-refused") && !mayAnswer({ asks: none }).includes("waiver-refused"));
});
