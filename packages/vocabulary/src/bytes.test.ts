import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bytesToBase64, hasLoneSurrogate, joinBytes, parseBase64, sameBytes, utf8, utf8ToText } from "./bytes.ts";
import { bytesToDigest, digestToBytes, parseDigest } from "./digests.ts";

const anyBytes = fc.uint8Array({ maxLength: 300 });

test("any text without half a surrogate pair survives UTF-8, a byte order mark and NUL included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = utf8ToText(utf8(`\ufeff${text}\u0000`));
      assert.ok(read.ok && read.value === `\ufeff${text}\u0000`);
    }),
  );
});

test("half a surrogate pair is found wherever it stands, and never written", () => {
  const anyUnits = fc.array(fc.constantFrom("a", "\ud83d", "\ude00", "\u0000"), { maxLength: 8 });
  fc.assert(
    fc.property(anyUnits, (units) => {
      const text = units.join("");
      assert.equal(hasLoneSurrogate(text), !text.isWellFormed());
      if (!text.isWellFormed()) assert.throws(() => utf8(text));
    }),
  );
});

test("bytes that are not UTF-8 are refused, not repaired", () => {
  for (const bytes of [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
    assert.equal(utf8ToText(Uint8Array.from(bytes)).ok, false);
  }
});

test("base64 is what Node writes, and reads back", () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const text = bytesToBase64(bytes);
      assert.equal(text, Buffer.from(bytes).toString("base64"));
      const read = parseBase64(text);
      assert.ok(read.ok && sameBytes(read.value, bytes));
    }),
  );
  const large = new Uint8Array(100_000).fill(0xa5);
  assert.equal(bytesToBase64(large), Buffer.from(large).toString("base64"));
});

test("base64 in a second spelling is refused", () => {
  const spellings = ["A", "AA", "AAA", "AB==", "AAB=", "AA=A", "A===", "====", "AAAA\n", "AA AA", "AA-_", "AA=="];
  const accepted = spellings.filter((text) => parseBase64(text).ok);
  assert.deepEqual(accepted, ["AA=="]);
  for (const value of [undefined, null, 4, new Uint8Array(4)]) assert.equal(parseBase64(value).ok, false);
});

test("a digest reads back as its 32 bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const digest = bytesToDigest(bytes);
      assert.equal(digest, Buffer.from(bytes).toString("hex"));
      assert.ok(parseDigest(digest).ok && sameBytes(digestToBytes(digest), bytes));
    }),
  );
});

test("a digest in upper case, or of another length, is refused", () => {
  for (const text of ["", "a".repeat(63), "a".repeat(65), "A".repeat(64), `${"a".repeat(64)}\n`, 7, null]) {
    assert.equal(parseDigest(text).ok, false);
  }
  assert.throws(() => bytesToDigest(new Uint8Array(31)));
});

test("joined bytes hold every part in order", () => {
  fc.assert(
    fc.property(fc.array(anyBytes, { maxLength: 5 }), (parts) => {
      assert.ok(sameBytes(joinBytes(...parts), Buffer.concat(parts)));
    }),
  );
});
