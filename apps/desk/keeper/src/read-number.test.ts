import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumber } from "./read-number.ts";

test("a case's number is read as a screen shows it, as a whole id, and as somebody hears it", () => {
  for (const written of ["3kd7 q01p", "3KD7Q01P", "cas_3kd7q01p", " 3kd7-qoip ", "3kd7 qOlp"]) {
    assert.equal(readNumber(written), "3kd7q01p", written);
  }
});

test("too little of a number, and what is no number, is none", () => {
  for (const written of ["", "3kd", "9kd7q01p", "3kd7u01p", "kaz", `3${"0".repeat(26)}`]) {
    assert.equal(readNumber(written), undefined, written);
  }
});
