import assert from "node:assert/strict";
import { test } from "node:test";
import { parseId } from "./ids.ts";
import { fieldsOf, listOf, oneOf, parsed, tableOf, textLike, textUpTo, truth, wholeUpTo } from "./shape.ts";

const person = fieldsOf({ name: textUpTo(5), age: wholeUpTo(150) }, { isChild: truth });

test("an object is read with its required fields and any of the optional ones", () => {
  assert.deepEqual(person({ name: "Ana", age: 7 }), { name: "Ana", age: 7 });
  assert.deepEqual(person({ name: "Ana", age: 7, isChild: true }), { name: "Ana", age: 7, isChild: true });
});

test("an object with a field too many or too few is refused", () => {
  assert.equal(person({ name: "Ana" }), undefined);
  assert.equal(person({ name: "Ana", age: 7, more: 1 }), undefined);
  assert.equal(person({ name: "Ana", age: 7, isChild: undefined }), undefined);
});

test("a field that every object inherits is a field too many", () => {
  for (const name of ["toString", "constructor", "__proto__", "hasOwnProperty"]) {
    const value: unknown = JSON.parse(`{"name":"Ana","age":7,${JSON.stringify(name)}:1}`);
    assert.equal(person(value), undefined, name);
  }
});

test("what is no object at all is refused", () => {
  for (const value of [null, undefined, "a", 1, [], [["name", "Ana"]]]) assert.equal(person(value), undefined);
});

test("text, numbers, words and truth are read exactly", () => {
  assert.equal(textUpTo(2)("abc"), undefined);
  assert.equal(textUpTo(2)(""), "");
  assert.equal(textLike(/^a+$/)("aab"), undefined);
  for (const value of [-1, 1.5, 11, Number.NaN, Infinity, "1", 1n]) assert.equal(wholeUpTo(10)(value), undefined);
  assert.equal(wholeUpTo(10)(10), 10);
  assert.equal(oneOf("yes", "no")("maybe"), undefined);
  assert.equal(oneOf(4, 8)("4"), undefined);
  assert.equal(truth(0), undefined);
  assert.equal(truth(false), false);
});

test("a list with one thing wrong, or one too many, is refused", () => {
  const list = listOf(wholeUpTo(9), 2);
  assert.deepEqual(list([1, 2]), [1, 2]);
  assert.equal(list([1, "2"]), undefined);
  assert.equal(list([1, 2, 3]), undefined);
  assert.equal(list({ length: 1, 0: 1 }), undefined);
});

test("a table with a wrong name, a wrong value or a row too many is refused", () => {
  const table = tableOf(/^[a-z]+$/, wholeUpTo(9), 2);
  assert.deepEqual(table({ a: 1, b: 2 }), { a: 1, b: 2 });
  assert.equal(table({ A: 1 }), undefined);
  assert.equal(table({ a: "1" }), undefined);
  assert.equal(table({ a: 1, b: 2, c: 3 }), undefined);
  assert.equal(table([1]), undefined);
});

test("what another parser of the house refuses, a shape refuses", () => {
  const caseId = parsed((value) => parseId("case", value));
  assert.equal(caseId("cas_00000000000000000000000000"), "cas_00000000000000000000000000");
  assert.equal(caseId("stf_00000000000000000000000000"), undefined);
});
