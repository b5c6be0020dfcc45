import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bytesToBase64, utf8 } from "@temwen/vocabulary";
import fc from "fast-check";
import { createNodeSigner, drawSeed, verifyOnNode } from "./signing-node.ts";
import { createWebSigner, verifyInBrowser } from "./signing-web.ts";
import { eventMessage, isVouchedFor, recordBytes, type Vouching, vouchFor } from "./statement.ts";

type Vectors = {
  readonly seed: string;
  readonly key: string;
  readonly events: readonly ({ readonly body: string; readonly message: string } & Vouching)[];
  readonly refused: readonly ({ readonly body: string; readonly why: string } & Vouching)[];
};
const readVectors = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../vectors/${name}.json`, import.meta.url), "utf8"));
const vectors = readVectors("events") as Vectors;
const signers = [createNodeSigner, createWebSigner].map((create) => create(Buffer.from(vectors.seed, "hex")));
const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("desk and phone sign an event with the very bytes of the vectors", () => {
  for (const signer of signers) {
    assert.equal(signer.key, vectors.key);
    for (const { body, message, key, signature } of vectors.events) {
      assert.equal(Buffer.from(eventMessage(utf8(body))).toString("hex"), message);
      assert.deepEqual(vouchFor(utf8(body), signer), { key, signature });
    }
  }
});

test("a signature over the body alone, or over another kind of message, vouches for nothing", () => {
  const signer = signers[0]!;
  const body = utf8("{}");
  for (const message of [body, utf8("temwen/event/1{}"), utf8("temwen/event/2\n{}")]) {
    const vouching = { key: signer.key, signature: signer.sign(message) };
    assert.equal(isVouchedFor(body, vouching, verifyOnNode), false);
    assert.equal(isVouchedFor(body, vouching, verifyInBrowser), false);
  }
});

test("a second spelling of a signature, and a key whose signature would fit every event, are refused", () => {
  for (const { body, why, ...vouching } of vectors.refused) {
    assert.equal(isVouchedFor(utf8(body), vouching, verifyOnNode), false, why);
    assert.equal(isVouchedFor(utf8(body), vouching, verifyInBrowser), false, why);
  }
});

test("what a phone signs a server believes, and what a desk signs a phone believes", () => {
  fc.assert(
    fc.property(anySeed, fc.uint8Array({ maxLength: 200 }), (seed, body) => {
      for (const signer of [createNodeSigner(seed), createWebSigner(seed)]) {
        const vouching = vouchFor(body, signer);
        assert.ok(isVouchedFor(body, vouching, verifyOnNode) && isVouchedFor(body, vouching, verifyInBrowser));
      }
    }),
    { numRuns: 20 },
  );
});

test("phone and server refuse alike when a byte of key, body or signature is changed", () => {
  const body = utf8('{"an":"example"}');
  const { key, signature } = vouchFor(body, signers[0]!);
  for (const [name, size] of [
    ["key", 32],
    ["body", body.length],
    ["signature", 64],
  ] as const) {
    for (let at = 0; at < size; at++) {
      const changed = {
        body: name === "body" ? flip(body, at) : body,
        key: name === "key" ? flipBase64(key, at) : key,
        signature: name === "signature" ? flipBase64(signature, at) : signature,
      };
      const vouching = { key: changed.key, signature: changed.signature };
      assert.equal(isVouchedFor(changed.body, vouching, verifyOnNode), false, `${name} ${at}`);
      assert.equal(isVouchedFor(changed.body, vouching, verifyInBrowser), false, `${name} ${at}`);
    }
  }
});

test("a key or signature that is none is refused without a fault", () => {
  const body = utf8("{}");
  const { key, signature } = vouchFor(body, signers[0]!);
  const wrong = [
    "",
    "A",
    "not base64",
    bytesToBase64(new Uint8Array(31)),
    bytesToBase64(new Uint8Array(65)),
    `${key}\n`,
  ];
  for (const verify of [verifyOnNode, verifyInBrowser]) {
    for (const text of wrong) {
      assert.equal(isVouchedFor(body, { key: text, signature }, verify), false);
      assert.equal(isVouchedFor(body, { key, signature: text }, verify), false);
    }
  }
});

test("a signing key is drawn anew each time", () => {
  const seeds = Array.from({ length: 8 }, () => Buffer.from(drawSeed()).toString("hex"));
  assert.equal(new Set(seeds).size, 8);
  assert.ok(seeds.every((seed) => seed.length === 64));
  assert.throws(() => createNodeSigner(new Uint8Array(31)));
});

test("the canonical record of an event has the bytes and the digest that the vectors say", () => {
  const { records } = readVectors("records") as {
    readonly records: readonly { readonly index: number; readonly record: string; readonly digest: string }[];
  };
  for (const [i, { index, record, digest }] of records.entries()) {
    assert.equal(index, i);
    const bytes = recordBytes(JSON.parse(record));
    assert.equal(Buffer.from(bytes).toString(), record);
    assert.equal(createHash("sha256").update(bytes).digest("hex"), digest);
  }
});

const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
const flipBase64 = (text: string, at: number) => bytesToBase64(flip(Buffer.from(text, "base64"), at));
