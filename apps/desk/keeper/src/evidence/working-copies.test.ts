import assert from "node:assert/strict";
import { test } from "node:test";
import { originalsOf } from "./working-copies.ts";

const named = (...pieces: readonly (readonly [string, string])[]) => [
  ...originalsOf(pieces.map(([part, name]) => ({ part, name }))),
];

test("a working copy is told from its original by place and name together", () => {
  assert.deepEqual(named(["evidence-1", "kay.jpg"], ["evidence-2", "copy-of-evidence-1.jpg"]), [
    ["evidence-2", "evidence-1"],
  ]);
  assert.deepEqual(named(["added-3-1", "kay.jpg"], ["added-3-2", "copy-of-added-3-1.mp4"]), [
    ["added-3-2", "added-3-1"],
  ]);
});

test("a file that only calls itself a copy is an original", () => {
  assert.deepEqual(named(["evidence-1", "copy-of-evidence-1.jpg"]), []);
  assert.deepEqual(
    named(["evidence-1", "a.jpg"], ["evidence-2", "b.jpg"], ["evidence-3", "copy-of-evidence-1.jpg"]),
    [],
  );
  assert.deepEqual(named(["evidence-1", "a.jpg"], ["evidence-2", "copy-of-evidence-1.jpg/../x"]), []);
  assert.deepEqual(named(["evidence-1", "a.jpg"], ["evidence-2", "copy-of-evidence-10.jpg"]), []);
});

test("a copy that a desk made later is told from its original wherever that lies before it", () => {
  const made = (name: string) => ({ part: "taken-1-1", name, isMadeLater: true });
  const pieces = [
    { part: "evidence-1", name: "a.heic" },
    { part: "evidence-2", name: "b.jpg" },
    { part: "evidence-3", name: "copy-of-evidence-2.jpg" },
  ];
  const originalOf = (name: string) => originalsOf([...pieces, made(name)]).get("taken-1-1");
  assert.equal(originalOf("copy-of-evidence-1.heic"), "evidence-1");
  for (const name of ["copy-of-evidence-3.jpg", "copy-of-evidence-9.jpg", "foto.heic", "copy-of-taken-1-1.heic"])
    assert.equal(originalOf(name), undefined, name);
});

test("nothing is the copy of a copy", () => {
  assert.deepEqual(
    named(["evidence-1", "a.jpg"], ["evidence-2", "copy-of-evidence-1.jpg"], ["evidence-3", "copy-of-evidence-2.jpg"]),
    [["evidence-2", "evidence-1"]],
  );
});
