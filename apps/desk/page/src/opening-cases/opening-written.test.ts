import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyOpening, type Opening, saysOf, whatIsMissing } from "./opening-written.ts";

const press: Opening = { ...emptyOpening, because: "press", forces: ["ken"], text: "Sa ki pase." };
const missingIn = (written: Opening) => Object.keys(whatIsMissing(written));

test("a case is not opened before it says how the office knows, about whom, and what happened", () => {
  assert.deepEqual(missingIn(emptyOpening), ["because", "forces", "text"]);
  assert.deepEqual(missingIn(press), []);
  assert.deepEqual(missingIn({ ...press, text: "  " }), ["text"]);
});

test("what another body hands over names the body and the consent, and a visit its number", () => {
  assert.deepEqual(missingIn({ ...press, because: "handed-over" }), ["from", "basis"]);
  assert.deepEqual(missingIn({ ...press, because: "visit", matter: "vis_1" }), ["matter"]);
  const visit = `vis_0${"0".repeat(25)}`;
  assert.deepEqual(saysOf({ ...press, because: "visit", matter: ` ${visit} ` }).matter, [visit]);
});

test("what was chosen for another source before is not said", () => {
  const changed = { ...press, from: "hti-opc", basis: "person-agreed", matter: `rec_0${"0".repeat(25)}` };
  assert.deepEqual(saysOf(changed), { because: "press", forces: ["ken"], matter: [], from: "none", basis: "none" });
});
