import assert from "node:assert/strict";
import { test } from "node:test";
import { readUnit, withUnit } from "./named-unit.ts";

test("a unit is written behind the words and read back, and the words stay as they were", () => {
  const text = withUnit("Yo te bat li.\n\nDe fwa.\n", "  GSF-2 \n Delmas ");
  assert.equal(text, "Yo te bat li.\n\nDe fwa.\n\n§ unit\nGSF-2 Delmas");
  assert.deepEqual(readUnit(text), { words: "Yo te bat li.\n\nDe fwa.", unit: "GSF-2 Delmas" });
});

test("words without a unit are all of the text, as they were recorded before anybody could name one", () => {
  assert.equal(withUnit("Yo te bat li.\n", "  "), "Yo te bat li.\n");
  assert.deepEqual(readUnit("Yo te bat li.\n"), { words: "Yo te bat li.\n" });
  assert.deepEqual(readUnit(""), { words: "" });
});

test("a line that only looks like the mark names nobody", () => {
  for (const text of ["§ unit", "§ unit\n", "Li di:\n§ unit\nGSF-2\nepi li ale.", "§ unit GSF-2", "§ units\nGSF-2"])
    assert.deepEqual(readUnit(text), { words: text });
  const twice = withUnit("§ unit\nGSF-1", "GSF-2");
  assert.deepEqual(readUnit(twice), { words: "§ unit\nGSF-1", unit: "GSF-2" });
});
