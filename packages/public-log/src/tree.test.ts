import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasher, openLog, testEntries, writeLog } from "./log.testing.ts";
import { primitivesOnNode } from "./primitives-node.ts";
import { primitivesInBrowser } from "./primitives-web.ts";
import { proveConsistency, proveInclusion } from "./tiles.ts";
import {
  emptyRange,
  formatHash,
  growRange,
  type Hash,
  parseHash,
  rangeRoot,
  rootOfHashes,
  verifyConsistency,
  verifyInclusion,
} from "./tree.ts";

const anySize = fc.integer({ min: 1, max: 600 });
const entries = testEntries(600);
const leafHashes = entries.map((entry) => Uint8Array.from(hasher.leaf(entry)));
const hex = (hash: Hash) => Buffer.from(hash).toString("hex");

/** RFC 6962 §2.1 word for word, and nothing like our way. */
function rootByTheBook(hashes: readonly Hash[]): Hash {
  const [first] = hashes;
  if (first === undefined) return hasher.sha256(new Uint8Array(0));
  if (hashes.length === 1) return first;
  let k = 1;
  while (2 * k < hashes.length) k *= 2;
  const both = [rootByTheBook(hashes.slice(0, k)), rootByTheBook(hashes.slice(k))];
  return hasher.sha256(Buffer.concat([Uint8Array.of(1), ...both]));
}

function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

test("a tree without leaves, and an empty leaf, have the hashes that RFC 6962 gives them", () => {
  for (const { hasher: some } of [primitivesOnNode, primitivesInBrowser]) {
    assert.equal(hex(some.emptyRoot), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert.equal(hex(some.leaf(new Uint8Array(0))), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }
});

test("phone and server hash a leaf of any length alike", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9000 }), (entry) => {
      assert.equal(hex(primitivesInBrowser.hasher.leaf(entry)), hex(primitivesOnNode.hasher.leaf(entry)));
    }),
  );
});

test("a tree of any size up to 600 has the root of the book, however it grew", () => {
  for (let size = 0; size <= 600; size += 1) {
    const hashes = leafHashes.slice(0, size);
    const middle = (size * 7) % (size + 1);
    const grown = growRange(hasher, growRange(hasher, emptyRange, hashes.slice(0, middle)), hashes.slice(middle));
    const expected = hex(rootByTheBook(hashes));
    assert.equal(hex(rangeRoot(hasher, grown)), expected, `size ${size}`);
    assert.equal(hex(rootOfHashes(hasher, hashes)), expected, `size ${size}`);
    assert.equal(grown.size, BigInt(size));
  }
});

test("every leaf of a tree is proved, and no proof holds once a bit of anything is changed", async () => {
  await fc.assert(
    fc.asyncProperty(anySize, fc.nat(), fc.nat(), async (size, where, bit) => {
      const log = writeLog(entries.slice(0, size));
      const index = BigInt(where % size);
      const proved = await proveInclusion(await openLog(log), index);
      assert.ok(proved.ok);
      const proof = proved.value;
      const leafHash = leafHashes[Number(index)]!;
      const claim = { index, size: log.size, leafHash, proof, root: log.root };
      assert.ok(verifyInclusion(hasher, claim).ok);
      const flip = (hash: Hash) => flipBit(hash, bit % 256);
      const wrong = [
        { ...claim, root: flip(log.root) },
        { ...claim, leafHash: flip(leafHash) },
        { ...claim, proof: [...proof, log.root] },
        { ...claim, proof: [log.root, ...proof] },
        { ...claim, index: index + log.size },
        ...(proof.length > 0
          ? [
              { ...claim, proof: proof.slice(1) },
              { ...claim, proof: proof.slice(0, -1) },
            ]
          : []),
        ...proof.map((_, i) => ({ ...claim, proof: proof.map((hash, at) => (at === i ? flip(hash) : hash)) })),
        ...(size > 1 ? [{ ...claim, index: (index + 1n) % log.size }] : []),
      ];
      for (const one of wrong) assert.equal(verifyInclusion(hasher, one).ok, false);
    }),
  );
});

test("every growth of a tree is proved, and no proof holds once a bit of anything is changed", async () => {
  await fc.assert(
    fc.asyncProperty(anySize, fc.nat(), fc.nat(), async (size, older, bit) => {
      const oldSize = 1 + (older % size);
      const log = writeLog(entries.slice(0, size));
      const proved = await proveConsistency(await openLog(log), BigInt(oldSize));
      assert.ok(proved.ok);
      const proof = proved.value;
      const oldRoot = rootByTheBook(leafHashes.slice(0, oldSize));
      const claim = { oldSize: BigInt(oldSize), oldRoot, size: log.size, root: log.root, proof };
      assert.ok(verifyConsistency(hasher, claim).ok);
      const flip = (hash: Hash) => flipBit(hash, bit % 256);
      const wrong = [
        { ...claim, root: flip(log.root) },
        { ...claim, oldRoot: flip(oldRoot) },
        { ...claim, proof: [...proof, log.root] },
        { ...claim, oldSize: 0n },
        { ...claim, oldSize: log.size + 1n },
        ...(proof.length > 0
          ? [
              { ...claim, proof: proof.slice(1) },
              { ...claim, proof: proof.slice(0, -1) },
            ]
          : []),
        ...proof.map((_, i) => ({ ...claim, proof: proof.map((hash, at) => (at === i ? flip(hash) : hash)) })),
      ];
      for (const one of wrong) assert.equal(verifyConsistency(hasher, one).ok, false);
    }),
  );
});

test("sizes beyond what a double can hold are exact", () => {
  const [left, right] = [leafHashes[0]!, leafHashes[1]!];
  const huge = 2n ** 63n + 1n;
  const claim = { index: huge - 1n, size: huge, leafHash: right, proof: [left], root: hasher.node(left, right) };
  assert.ok(verifyInclusion(hasher, claim).ok);
  assert.equal(verifyInclusion(hasher, { ...claim, index: huge - 2n }).ok, false);
});

test("hashes of another length, and base64 in a second spelling, are refused", () => {
  const [leafHash, short] = [leafHashes[0]!, new Uint8Array(31)];
  const claim = { index: 0n, size: 1n, leafHash, proof: [], root: leafHash };
  assert.ok(verifyInclusion(hasher, claim).ok);
  assert.equal(verifyInclusion(hasher, { ...claim, root: short }).ok, false);
  assert.equal(verifyInclusion(hasher, { ...claim, leafHash: short, root: short }).ok, false);
  const text = formatHash(leafHash);
  assert.ok(parseHash(text).ok);
  for (const wrong of ["", text.slice(4), `${text}\n`, text.replace(/.=$/, "/="), text.replaceAll("=", "")]) {
    assert.equal(parseHash(wrong).ok, false, wrong);
  }
});
