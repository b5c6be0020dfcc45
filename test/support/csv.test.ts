import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCsv } from "./csv.ts";

test("fields may be quoted, empty, and hold commas, quotes and line breaks", () => {
  assert.deepEqual(parseCsv('a,b\r\n"1,""x""\n2",\r\n,"é"\n'), [
    { a: '1,"x"\n2', b: "" },
    { a: "", b: "é" },
  ]);
  assert.deepEqual(parseCsv("a,b\n1,"), [{ a: "1", b: "" }]);
  assert.deepEqual(parseCsv("a\n"), []);
});

test("what is ragged or half quoted is refused", () => {
  for (const text of ["", "a,a\n1,2\n", "a,b\n1\n", "a\n1,2\n", 'a\n"1\n', 'a\n"1"2\n', 'a\n1"2\n']) {
    assert.throws(() => parseCsv(text), JSON.stringify(text));
  }
});
