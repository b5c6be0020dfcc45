import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { createLeakSearch, piecesOf } from "./leak-search.ts";

const secret = "Mwen te wè yo bò larivyè a, twa moun ak yon machin vèt 🚙.";
const search = createLeakSearch(piecesOf([secret]));
const plain = Buffer.from(secret);
const noise = (size: number) => randomBytes(size);
const around = (bytes: Uint8Array) => Buffer.concat([noise(1000), bytes, noise(1000)]);
const how = (bytes: Uint8Array): readonly string[] => [...new Set(search.look("here", bytes).map((find) => find.how))];

test("every piece of a text is found where it stands, whatever stands around it", () => {
  assert.equal(search.look("here", around(plain)).length, search.pieces);
  assert.equal(search.pieces, [...secret].length - 11);
});

test("nothing is found where nothing is", () => {
  assert.deepEqual(how(noise(2_000_000)), []);
  assert.deepEqual(how(Buffer.from(noise(500_000).toString("base64"))), []);
  assert.deepEqual(how(gzipSync(noise(100_000))), []);
  assert.deepEqual(how(Buffer.alloc(0)), []);
});

test("one piece alone is found, at the very start and at the very end", () => {
  const piece = Buffer.from([...secret].slice(20, 32).join(""));
  assert.equal(search.look("here", piece).length, 1);
  assert.equal(search.look("here", Buffer.concat([noise(50), piece])).length, 1);
  assert.deepEqual(search.look("here", piece.subarray(1)), []);
});

/** A header with an extra field and a file's name, as the tool writes it. */
const namedGzip = Buffer.from("1f8b080c00000000000302000000612e74787400", "hex");

for (const [name, encoded, found] of [
  [
    "UTF-16, either way round",
    Buffer.concat([Buffer.from(secret, "utf16le"), swapped(secret)]),
    ["utf-16le", "utf-16be"],
  ],
  ["hex", Buffer.from(plain.toString("hex")), ["hex > utf-8"]],
  ["hex in capitals", Buffer.from(plain.toString("hex").toUpperCase()), ["hex > utf-8"]],
  ["hex from an odd digit on", Buffer.from(`a${plain.toString("hex")}`), ["hex > utf-8"]],
  ["base64 for addresses", Buffer.from(plain.toString("base64url")), ["base64 > utf-8"]],
  ["gzip", gzipSync(plain), ["gzip > utf-8"]],
  ["a named gzip file", Buffer.concat([namedGzip, gzipSync(plain).subarray(10)]), ["gzip > utf-8"]],
  ["deflate", deflateSync(plain), ["deflate > utf-8"]],
  ["zstd", zstdCompressSync(plain), ["zstd > utf-8"]],
  ["gzip cut short", gzipSync(Buffer.concat([plain, noise(5000)])).subarray(0, 3000), ["gzip > utf-8"]],
  [
    "base64 of gzip in hex",
    Buffer.from(Buffer.from(gzipSync(plain).toString("base64")).toString("hex")),
    ["hex > base64 > gzip > utf-8"],
  ],
] as const) {
  test(`a text is found in ${name}`, () => {
    const ways = how(around(encoded));
    assert.deepEqual(
      found.filter((way) => !ways.includes(way)),
      [],
    );
  });
}

test("a text is found in base64 at each of the three alignments, behind any letters", () => {
  for (const before of [0, 1, 2, 3, 4]) {
    for (const letters of ["", "x", "xy", "xyz"]) {
      const encoded = Buffer.concat([Buffer.alloc(before, 7), plain]).toString("base64");
      assert.deepEqual(how(around(Buffer.from(` ${letters}${encoded} `))), ["base64 > utf-8"]);
    }
  }
});

function swapped(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}
