import assert from "node:assert/strict";
import { test } from "node:test";
import { type CaseId, createId } from "@temwen/vocabulary";
import fc from "fast-check";
import { sealTo } from "./age-file.ts";
import { type Grant, grantToBytes, parseGrant, parseShare, shareToBytes } from "./grant.ts";
import { openGrant } from "./open.ts";
import { bytesToIdentity } from "./receipt.ts";
import { drawKeyPair } from "./sealing.testing.ts";
import { grantSize, longestGrantSize, longGrantSize, shareSize } from "./sizes.ts";

const key = (n: number) => bytesToIdentity(new Uint8Array(32).fill(n));
const caseId = (n: number): CaseId => createId("case", new Uint8Array(16).fill(n));
const half = new Uint8Array(33).fill(9);
const evidenceKeys = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`evidence-${i + 1}`, key(i + 10)]));

const short: Grant = { case: caseId(1), keys: { story: key(1), support: key(2) }, identityHalf: half };
const wordsKeys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`words-${i}`, key(i)]));
const long: Grant = { ...short, keys: { ...short.keys, ...evidenceKeys } };

test("a grant has one of three sizes, by the count of its keys alone", () => {
  assert.equal(grantToBytes(short).length, grantSize);
  assert.equal(grantToBytes({ case: caseId(1), keys: {} }).length, grantSize);
  assert.equal(grantToBytes(long).length, longGrantSize);
  for (const [count, size] of [
    [2, grantSize],
    [3, longGrantSize],
    [14, longGrantSize],
    [15, longestGrantSize],
    [60, longestGrantSize],
  ] as const)
    assert.equal(grantToBytes({ ...short, keys: wordsKeys(count) }).length, size);
});

test("a grant reads back as it was written", () => {
  for (const grant of [short, long, { case: caseId(2), keys: { story: key(3) } }]) {
    assert.deepEqual(parseGrant(grantToBytes(grant)), grant);
  }
});

test("a grant is an age identity file: keys, comments and empty lines, and nothing else", () => {
  for (const grant of [short, long]) {
    const lines = Buffer.from(grantToBytes(grant)).toString().split("\n");
    for (const line of lines) assert.match(line, /^$|^#|^AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}$/);
    assert.equal(lines.filter((line) => line.startsWith("AGE-")).length, Object.keys(grant.keys).length);
  }
});

test("more keys than a grant can hold are a fault, not a longer grant", () => {
  assert.throws(() => grantToBytes({ case: caseId(1), keys: wordsKeys(70) }));
});

test("a grant of another case is not accepted", async () => {
  const { identity, recipient } = await drawKeyPair();
  const sealed = await sealTo(recipient, grantToBytes(short));
  assert.deepEqual(await openGrant(identity, sealed, caseId(1)), short);
  assert.equal(await openGrant(identity, sealed, caseId(2)), undefined);
});

test("a grant for somebody else does not open", async () => {
  const sealed = await sealTo((await drawKeyPair()).recipient, grantToBytes(short));
  assert.equal(await openGrant((await drawKeyPair()).identity, sealed, caseId(1)), undefined);
});

test("a share reads back as it was written, at one size", () => {
  const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(bytes32, fc.uint8Array({ minLength: 33, maxLength: 33 }), (salt, share) => {
      const bytes = shareToBytes({ case: caseId(1), share, salt });
      assert.equal(bytes.length, shareSize);
      assert.deepEqual(parseShare(bytes), { case: caseId(1), share, salt });
    }),
  );
});

test("a share is not read as a grant, nor a grant as a share, nor anything else as either", () => {
  const share = shareToBytes({ case: caseId(1), share: half, salt: half });
  assert.equal(parseGrant(share), undefined);
  assert.equal(parseShare(grantToBytes(short)), undefined);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      assert.equal(parseGrant(bytes), undefined);
      assert.equal(parseShare(bytes), undefined);
    }),
  );
});

test("a grant whose case is misspelled is not read", () => {
  const text = Buffer.from(grantToBytes(short)).toString();
  for (const wrong of [text.replace("# case cas_", "# case CAS_"), text.replace(/# case .*/, "# case"), ` ${text}`]) {
    assert.equal(parseGrant(Buffer.from(wrong)), undefined);
  }
});
