import assert from "node:assert/strict";
import { test } from "node:test";
import { sentenceFor } from "../terminal.ts";
import { parsePeople } from "./pack-files.ts";

const person = { label: "Moun 1", role: "intake", bench: "first", ties: [] };
const read = (...people: readonly unknown[]) => parsePeople(JSON.stringify({ people }));
const whyNot = (...people: readonly unknown[]): string => {
  const parsed = read(...people);
  return parsed.ok ? "read" : sentenceFor(parsed.refusal);
};

test("a list of people is read, with a notice or without", () => {
  assert.ok(read(person).ok);
  assert.ok(parsePeople(JSON.stringify({ notice: "Egzanp.", people: [person] })).ok);
});

test("whoever writes a list of people wrongly is told which of them, and what of them", () => {
  assert.match(whyNot(person, { ...person, role: "officer" }), /person 2, role;/);
  assert.match(whyNot({ ...person, bench: "second" }), /person 1, bench;/);
  assert.match(whyNot({ label: "Moun 1", role: "intake", bench: "first" }), /person 1, ties;/);
  assert.match(whyNot({ ...person, institution: "org-a" }), /person 1, institution;/);
  assert.match(whyNot({ ...person, holder: { institution: "org-a" } }), /person 1, holder;/);
  assert.match(whyNot(person, "Moun 2"), /person 2;/);
});

test("what is no list of people is told what one looks like", () => {
  for (const text of ["", "[]", '{"people": {}}', '{"persons": []}']) {
    const parsed = parsePeople(text);
    assert.ok(!parsed.ok);
    assert.match(sentenceFor(parsed.refusal), /a list `people` is wanted/, text);
  }
});
