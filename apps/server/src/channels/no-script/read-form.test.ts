import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readForm } from "./read-form.ts";

const type = "application/x-www-form-urlencoded";
const read = (body: string | Uint8Array, contentType = type) =>
  readForm(typeof body === "string" ? Buffer.from(body) : body, contentType);
const codeOf = (result: ReturnType<typeof readForm>): string => (result.ok ? "granted" : result.refusal.code);

test("what a browser writes is read back sign by sign", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const said = text.toWellFormed();
      const read = readForm(Buffer.from(new URLSearchParams({ token: "x", text: said }).toString()), type);
      assert.ok(read.ok);
      assert.equal(read.value.get("text"), said);
    }),
  );
});

test("words in another charset are refused, not guessed at", () => {
  assert.equal(codeOf(read("text=k%E8k")), "wrong-charset");
  assert.equal(codeOf(read(Buffer.from("text=kèk", "latin1"))), "wrong-charset");
  assert.equal(codeOf(read("text=%ED%A0%80")), "wrong-charset");
  assert.equal(codeOf(read("text=x", `${type}; charset=windows-1252`)), "wrong-charset");
  assert.equal(codeOf(read("text=x", `${type}; charset="UTF-8"`)), "granted");
  assert.equal(codeOf(read(Buffer.from("text=kèk"))), "granted");
});

test("a form that two readers could read differently is not read at all", () => {
  for (const body of ["text=a&text=b", "text=%", "text=%4", "text=%zz", "a&b&c&d&e&f&g&h&i"]) {
    assert.equal(codeOf(read(body)), "malformed-form", body);
  }
  for (const other of ["", "text/plain", "multipart/form-data; boundary=b", "application/json"]) {
    assert.equal(codeOf(read("text=x", other)), "malformed-form", other);
  }
});
