import assert from "node:assert/strict";
import { test } from "node:test";
import { toNotAdmitted } from "../testing/beginnings.testing.ts";
import { add, given, part, type Step, write } from "../testing/given.testing.ts";
import { mostAdded } from "./added.ts";
import { partsOf } from "./parts.ts";

test("a person adds evidence at every stage, also after the outcome", () => {
  for (let stage = 0; stage <= toNotAdmitted.length; stage++) {
    const after = given(...toNotAdmitted.slice(0, stage))
      .whenThePerson(add(1, 8))
      .gives("case.evidence-added/1");
    assert.deepEqual([after.added, after.sequence, after.unanswered], [8, 1, true]);
  }
});

test("evidence is taken in turn, each once", () => {
  given(add(1)).whenThePerson(add(1)).refuses("out-of-turn", { expected: 2 });
  assert.equal(given(write(1), add(2)).whenThePerson(add(3, 2)).gives("case.evidence-added/1").added, 3);
});

test("no more evidence is announced in one case than the office keeps room for", () => {
  const full: readonly Step[] = [1, 2, 3, 4].map((n) => add(n, mostAdded / 4));
  given(...full)
    .whenThePerson(add(5))
    .refuses("too-much-evidence", { most: mostAdded });
  given(...full)
    .whenThePerson(write(5))
    .gives("case.message-received/1");
});

test("evidence goes by the names that belong to its turn, so that no name is given twice", () => {
  const [first] = add(1).evidence;
  assert.ok(first);
  for (const wrong of [
    { note: part("added-in-2") },
    { note: part("message-in-1") },
    { evidence: [] },
    { evidence: [{ ...first, part: "added-2-1" }] },
    { evidence: [{ ...first, part: "evidence-1" }] },
    { evidence: [first, first] },
  ]) {
    given()
      .whenThePerson({ ...add(1), ...wrong })
      .refuses("evidence-misnamed");
  }
});

test("the note is a sealed part of the case; the pieces are not, they follow", () => {
  assert.deepEqual(
    partsOf(add(1, 2)).map(({ part: name, kind }) => [name, kind]),
    [["added-in-1", "message"]],
  );
});
