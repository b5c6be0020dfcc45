import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { canonicalBytes, canonicalText, type Json, parseCanonical } from "./canonical.ts";

type Vectors = {
  readonly values: readonly { readonly json: string; readonly canonical: string; readonly sha256: string }[];
  readonly numbers: readonly { readonly bits: string; readonly text: string | null }[];
  readonly refused: readonly { readonly bytes: string; readonly why: string }[];
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../vectors/canonical.json", import.meta.url), "utf8"),
) as Vectors;

const anyText = fc.string({ unit: "binary" });
const anyJson = fc.jsonValue({ stringUnit: "binary" }) as fc.Arbitrary<Json>;

test("a value has the canonical bytes that the vectors say", () => {
  for (const { json, canonical, sha256 } of vectors.values) {
    const bytes = canonicalBytes(JSON.parse(json) as Json);
    assert.equal(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), canonical);
    assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256);
  }
});

test("numbers are spelled as RFC 8785 spells them", () => {
  for (const { bits, text } of vectors.numbers) {
    const number = Buffer.from(bits, "hex").readDoubleBE();
    if (text === null) assert.throws(() => canonicalText(number));
    else assert.equal(canonicalText(number), text);
  }
});

test("bytes that say the same in another spelling are refused", () => {
  for (const { bytes, why } of vectors.refused) {
    assert.equal(parseCanonical(Buffer.from(bytes, "hex")).ok, false, why);
  }
});

test("what is written canonically reads back as the same value", () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const read = parseCanonical(canonicalBytes(value));
      assert.ok(read.ok);
      // JSON has one zero: minus zero is written as it.
      assert.deepEqual(read.value, JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("another library writes every value in the same spelling", () => {
  fc.assert(fc.property(anyJson, (value) => assert.equal(canonicalText(value), canonicalize(value))));
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) =>
      assert.equal(canonicalText(number), canonicalize(number)),
    ),
  );
});

test("no second spelling of a value is ever read", () => {
  const waysOfWriting = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(anyJson, waysOfWriting, (value, ways) => {
      const respelled = respell(value, ways);
      assert.deepEqual(JSON.parse(respelled), JSON.parse(canonicalText(value)));
      assert.equal(parseCanonical(Buffer.from(respelled)).ok, respelled === canonicalText(value));
    }),
    { numRuns: 500 },
  );
});

test("a key given twice is refused, whichever value it has", () => {
  fc.assert(
    fc.property(anyText, anyJson, anyJson, (key, first, second) => {
      const member = (value: Json) => `${canonicalText(key)}:${canonicalText(value)}`;
      assert.equal(parseCanonical(Buffer.from(`{${member(first)},${member(second)}}`)).ok, false);
    }),
  );
});

test("two values with the same canonical bytes are the same value", () => {
  assert.notDeepEqual(canonicalBytes("\u00e9"), canonicalBytes("e\u0301"));
  assert.notDeepEqual(canonicalBytes([]), canonicalBytes({}));
  assert.notDeepEqual(canonicalBytes("1"), canonicalBytes(1));
});

test("what JSON cannot say is a fault, not a guess", () => {
  const impossible: readonly unknown[] = [Number.NaN, Infinity, -Infinity, "\ud800", { "\udc00": 1 }, undefined];
  for (const value of [...impossible, { a: undefined }, [() => 1], 1n, Symbol("a")]) {
    assert.throws(() => canonicalBytes(value as Json));
  }
});

test("a value nested deeper than the machine can follow is refused", () => {
  assert.equal(parseCanonical(Buffer.from("[".repeat(200_000) + "]".repeat(200_000))).ok, false);
});

/** Writes a value with blanks, long escapes and other number forms, as the ways of writing say, in turn. */
function respell(value: Json, ways: readonly number[]): string {
  let turn = 0;
  const way = () => ways[turn++ % ways.length] ?? 0;
  const blank = () => ["", " ", "\n", "", "\t", ""][way()] ?? "";
  const spell = (part: Json): string => {
    if (typeof part === "string") return spellText(part);
    if (typeof part === "number")
      return way() === 1 && Number.isInteger(part) && Math.abs(part) < 1e9 ? `${part}.0` : JSON.stringify(part);
    if (part === null || typeof part === "boolean") return String(part);
    if (Array.isArray(part)) return `[${part.map((one: Json) => blank() + spell(one) + blank()).join(",")}]`;
    const members = Object.entries(part as { readonly [key: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
    const ordered = way() === 2 ? members.reverse() : members;
    return `{${ordered.map(([key, one]) => `${spellText(key)}${blank()}:${spell(one)}`).join(",")}}`;
  };
  const spellText = (text: string): string => {
    if (way() !== 3) return JSON.stringify(text);
    return `"${[...text].map(escapeLong).join("")}"`;
  };
  return blank() + spell(value) + blank();
}

function escapeLong(sign: string): string {
  const units = Array.from({ length: sign.length }, (_, i) => sign.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
