import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { createId, type IdKind, parseId } from "./ids.ts";

type Vectors = {
  readonly valid: readonly { readonly kind: IdKind; readonly bytes: string; readonly id: string }[];
  readonly refused: readonly { readonly kind: IdKind; readonly text: string; readonly why: string }[];
};
const vectors = JSON.parse(readFileSync(new URL("../../../vectors/ids.json", import.meta.url), "utf8")) as Vectors;
const kinds = ["case", "message", "office", "staff"] as const;

test("ids are written as the vectors say", () => {
  for (const { kind, bytes, id } of vectors.valid) assert.equal(createId(kind, Buffer.from(bytes, "hex")), id);
});

test("an id in any other spelling is refused", () => {
  for (const { kind, text, why } of vectors.refused) assert.equal(parseId(kind, text).ok, false, why);
  for (const value of [undefined, null, 7, {}, ["cas_00000000000000000000000000"]]) {
    assert.equal(parseId("case", value).ok, false);
  }
});

test("every 16 bytes make an id that reads back as the same bytes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.uint8Array({ minLength: 16, maxLength: 16 }), (kind, bytes) => {
      const id = createId(kind, bytes);
      const read = parseId(kind, id);
      assert.ok(read.ok && read.value === id);
      assert.deepEqual(bytesOf(id), [...bytes]);
    }),
  );
});

test("an id of one kind is never read as another", () => {
  const random = new Uint8Array(16);
  for (const kind of kinds) {
    for (const other of kinds) assert.equal(parseId(other, createId(kind, random)).ok, kind === other);
  }
});

test("an id is made from 16 bytes and no other number", () => {
  for (const length of [0, 15, 17, 32]) assert.throws(() => createId("case", new Uint8Array(length)));
});

/** Crockford's base 32 read back, written apart from the code under test. */
function bytesOf(id: string): readonly number[] {
  const bits = [...id.slice(4)]
    .map((sign) => "0123456789abcdefghjkmnpqrstvwxyz".indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  assert.equal(bits.slice(0, 2), "00");
  return Array.from({ length: 16 }, (_, i) => Number.parseInt(bits.slice(2 + 8 * i, 10 + 8 * i), 2));
}
