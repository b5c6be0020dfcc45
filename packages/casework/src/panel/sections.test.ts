import assert from "node:assert/strict";
import { test } from "node:test";
import { bearsReason, composeSections, publishedIn, readSections, sectionOf, withReasons } from "./sections.ts";

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

test("a message bears each reason once, word for word, whoever put it there", () => {
  const said = withReasons("Men rezime a.\n", ["Premye rezon an.", " Dezyèm lan.\n§ 1\n"]);
  assert.equal(said, "Men rezime a.\n\n§ published\nPremye rezon an.\n\n§ published\nDezyèm lan.\n § 1");
  assert.deepEqual(publishedIn(said), ["Premye rezon an.", "Dezyèm lan.\n § 1"]);
  assert.equal(withReasons(said, [" Premye rezon an.", "Dezyèm lan.\n§ 1"]), said);
  assert.equal(withReasons("Men rezime a.\n", []), "Men rezime a.\n");
});

test("a reason that is only a part of what somebody reads is not the reason", () => {
  const said = withReasons("Premye rezon an.", ["Premye rezon an, men pa tout."]);
  assert.equal(bearsReason(said, "Premye rezon an, men pa tout."), true);
  assert.equal(bearsReason(said, "Premye rezon an"), false);
  assert.equal(bearsReason(said, "Premye rezon an."), false, "outside of a section");
  assert.equal(bearsReason(said, ""), false);
});
