import assert from "node:assert/strict";
import { test } from "node:test";
import { composeSections, readSections, sectionOf } from "./sections.ts";

test("the words of each allegation come back as they were written, and those that are published apart from them", () => {
  const text = composeSections([
    { name: 1, text: "Two people saw it.\n\nThe log of the patrol agrees." },
    { name: 2, text: "  " },
    { name: 3, text: "Nobody could say who." },
    { name: "published", text: "We find otherwise." },
  ]);
  assert.equal(sectionOf(text, 1), "Two people saw it.\n\nThe log of the patrol agrees.");
  assert.equal(sectionOf(text, 2), undefined);
  assert.equal(sectionOf(text, 3), "Nobody could say who.");
  assert.equal(sectionOf(text, "published"), "We find otherwise.");
});

test("a line that looks like a mark does not become one", () => {
  const text = composeSections([{ name: 1, text: "They said:\n§ published\nand left." }]);
  assert.equal(readSections(text).sections.length, 1);
  assert.equal(sectionOf(text, "published"), undefined);
});

test("words without any mark are read whole", () => {
  assert.deepEqual(readSections("Men sa nou pwopoze."), { before: "Men sa nou pwopoze.", sections: [] });
});
