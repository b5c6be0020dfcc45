import assert from "node:assert/strict";
import { test } from "node:test";
import { unitKey, unitOf } from "./units.ts";

test("one unit that is written in several ways is one unit", () => {
  for (const name of ["GSF-2 Delmas", "gsf-2  delmas ", "Gsf 2 Délmas", "GSF–2, DELMAS."])
    assert.equal(unitKey(name), "gsf 2 delmas", name);
  assert.notEqual(unitKey("GSF-2"), unitKey("GSF-20"));
  assert.equal(unitKey("Вторая рота"), "вторая рота");
});

test("units of one name in two forces are two, and several forces count in whichever order they were written", () => {
  const of = (...forces: readonly string[]) => unitOf({ right: "life", kind: "unit", forces, unit: "Unit 2" });
  assert.notEqual(of("ken"), of("jam"));
  assert.equal(of("ken", "jam"), of("jam", "ken"));
});

test("an allegation without a unit is unknown, and one whose words do not open is sealed", () => {
  const allegation = { right: "life", kind: "unit", forces: ["ken"] };
  assert.equal(unitOf(allegation), "unknown");
  assert.equal(unitOf({ ...allegation, unit: " - " }), "unknown");
  assert.equal(unitOf({ ...allegation, isSealed: true }), "sealed");
});
