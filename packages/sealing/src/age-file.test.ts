import assert from "node:assert/strict";
import { test } from "node:test";
import { digestAside, digestOf, openWith, sealInSteps } from "./age-file.ts";
import { drawKeyPair } from "./seal.ts";
import { sealedSize } from "./sizes.ts";

test("a large file is sealed with a pause every 128 KiB, as the same kind of file, and opens as it was", async () => {
  const { identity, recipient } = await drawKeyPair();
  const plain = new Uint8Array(1_048_576).map((_, i) => i % 251);
  let pauses = 0;
  const sealed = await sealInSteps(recipient, plain, async () => {
    pauses++;
  });
  assert.ok(pauses >= 8, `${pauses} pauses`);
  assert.equal(sealed.length, sealedSize(plain.length));
  assert.deepEqual(await openWith(identity, sealed), plain);
});

test("a digest reckoned aside is the same digest", async () => {
  const bytes = new Uint8Array(70_000).fill(7);
  assert.equal(await digestAside(bytes), digestOf(bytes));
});
