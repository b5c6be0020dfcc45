import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@temwen/vocabulary";
import { saidAs, writtenAs } from "./written.ts";

test("what was written into a field of a matter's act comes back from the draft as the rules read it", () => {
  const said: { readonly [name: string]: Json } = {
    subject: "training",
    number: 3,
    forces: ["ken", "slv"],
    answerDue: "2027-03-15",
    text: { ht: "Fòs la dwe anseye.", en: "It must be taught." },
  };
  const written = Object.assign({}, ...Object.entries(said).map(([name, value]) => writtenAs(name, value)));
  for (const [name, value] of Object.entries(said)) assert.deepEqual(saidAs(name, written), value);
  // A draft on this machine holds texts and lists of texts, and nothing else.
  for (const value of Object.values(written)) assert.ok(typeof value === "string" || Array.isArray(value));
});

test("what nobody wrote yet says nothing, and a language that was emptied is none", () => {
  assert.deepEqual(
    ["subject", "number", "forces", "text"].map((name) => saidAs(name, {})),
    [undefined, undefined, undefined, {}],
  );
  assert.equal(saidAs("forces", { forces: [] }), undefined);
  assert.deepEqual(saidAs("text", { "told.ht": "Wi", "told.fr": "" }), { ht: "Wi" });
});
