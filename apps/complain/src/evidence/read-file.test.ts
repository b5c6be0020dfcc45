import assert from "node:assert/strict";
import { test } from "node:test";
import { readChosen, shorten } from "./read-file.ts";

test("what is no picture is taken as it is, without a copy", async () => {
  const read = await readChosen(new File(["Yon lis."], "lis.txt", { type: "text/plain" }));
  assert.ok(read.ok);
  assert.equal(read.value.copy, undefined);
  assert.equal(new TextDecoder().decode(read.value.bytes), "Yon lis.");
});

test("a picture that is not whole is taken as it is all the same: it may be evidence", async () => {
  const read = await readChosen(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 9])], "kase.jpg"));
  assert.ok(read.ok);
  assert.deepEqual([read.value.copy, read.value.mediaType], [undefined, "application/octet-stream"]);
});

test("an empty file and one that cannot be read are named as what they are", async () => {
  assert.deepEqual(await readChosen(new File([], "vid.txt")), { ok: false, refusal: { code: "emptyFile" } });
  const gone = new File(["a"], "ale.txt");
  gone.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
  assert.deepEqual(await readChosen(gone), { ok: false, refusal: { code: "unreadable" } });
});

test("a long name keeps its ending, and half a character does not stop a complaint", () => {
  assert.equal(shorten(`${"n".repeat(60)}.jpeg`), `${"n".repeat(31)}…nnn.jpeg`);
  assert.equal(shorten("a\ud83d.jpg"), "a�.jpg");
  assert.equal(shorten("💔.jpg"), "💔.jpg");
});
