import assert from "node:assert/strict";
import { test } from "node:test";
import { showHiddenMarks } from "./said.tsx";

test("a file's name that turns its own writing round is shown as it is", () => {
  assert.equal(showHiddenMarks("foto\u202Egnp.exe"), "foto⟨202E⟩gnp.exe");
  assert.equal(showHiddenMarks("lis\u0000\u200B\n.pdf"), "lis⟨0000⟩⟨200B⟩⟨000A⟩.pdf");
  assert.equal(showHiddenMarks("tag\u{E0041}"), "tag⟨E0041⟩");
});

test("a plain name in any alphabet stays as it is", () => {
  for (const name of ["kouri épòk è ò.jpg", "صورة.png", "日本.pdf"]) assert.equal(showHiddenMarks(name), name);
});
