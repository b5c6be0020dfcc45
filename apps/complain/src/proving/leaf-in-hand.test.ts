import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToBase64, utf8 } from "@temwen/vocabulary";
import { formatKeptFiling, type KeptFiling } from "./kept-filing.ts";
import { parseLeafInHand } from "./leaf-in-hand.ts";
import { endPastedText } from "./pasted-text.ts";

const leaf = new Uint8Array(192).fill(7).fill(1, 0, 1).fill(0, 1, 2);
const hash = bytesToBase64(new Uint8Array(32).fill(9));
const promise = {
  body: { type: "temwen.promise/1", office: "ofc_0", leaf: hash, by: "2026-11-23T05:00:00.000Z" },
  vouching: { key: "a", signature: "b" },
};
const read = (text: string | Uint8Array) => parseLeafInHand(typeof text === "string" ? utf8(text) : text);

test("a leaf is taken as its file, or as text in base64, also with the line ends of a pasting", () => {
  assert.deepEqual(read(leaf), { ok: true, value: { kind: "leaf", leaf } });
  const spelled = bytesToBase64(leaf).replace(/(.{60})/g, "$1\n");
  assert.deepEqual(read(endPastedText(spelled)), { ok: true, value: { kind: "leaf", leaf } });
});

test("a public leaf is its own text, and a promise names a leaf by its hash", () => {
  const page = '{"type":"temwen.page/1"}';
  assert.deepEqual(read(`${page}\n`), { ok: true, value: { kind: "leaf", leaf: utf8(page) } });
  const promised = read(JSON.stringify(promise, undefined, 2));
  assert.ok(promised.ok && promised.value.kind === "promise");
  assert.deepEqual(promised.value.leafHash, new Uint8Array(32).fill(9));
});

test("a file that a person kept stands for the promise in it, or for its leaf", () => {
  const parts = { record: utf8("{}"), salt: new Uint8Array(32), leaf };
  const promised = read(formatKeptFiling({ ...parts, promise: promise as KeptFiling["promise"] & {} }));
  assert.ok(promised.ok && promised.value.kind === "promise");
  assert.deepEqual(promised.value.leafHash, new Uint8Array(32).fill(9));
  assert.deepEqual(read(formatKeptFiling(parts)), { ok: true, value: { kind: "leaf", leaf } });
});

test("what is neither leaf nor promise is refused, and never guessed at", () => {
  const short = { ...promise, body: { ...promise.body, leaf: "AAAA" } };
  for (const broken of ["", "\n", "pawòl", "{", JSON.stringify(short), new Uint8Array(70_000).fill(1)]) {
    assert.deepEqual(read(broken), { ok: false, refusal: { code: "malformed-leaf" } });
  }
});

test("text from a paste or a camera gets the line end that it lost, and no other change", () => {
  assert.deepEqual(endPastedText("  a\r\n\r\nb  "), utf8("a\n\nb\n"));
  assert.deepEqual(endPastedText("a\nb\n"), utf8("a\nb\n"));
});
