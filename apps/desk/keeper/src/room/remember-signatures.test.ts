import assert from "node:assert/strict";
import { test } from "node:test";
import { createNodeSigner, verifyOnNode } from "@temwen/office/signing-node";
import { utf8 } from "@temwen/vocabulary";
import { rememberSignatures } from "./remember-signatures.ts";

const signer = createNodeSigner(new Uint8Array(32).fill(7));
const words = utf8("Nou resevwa pawòl ou.");
const signature = signer.sign(words);

/** A desk's verdicts, and how often each signature was really reckoned. */
function counting() {
  let reckoned = 0;
  const verify = rememberSignatures((...asked) => {
    reckoned++;
    return verifyOnNode(...asked);
  });
  return { verify, reckoned: () => reckoned };
}

test("a signature that held is reckoned once, however often its case is read", () => {
  const { verify, reckoned } = counting();
  for (let n = 0; n < 5; n++) assert.ok(verify(signer.key, words, signature));
  assert.equal(reckoned(), 1);
});

test("a signature that held vouches for no other words, no other key and no other signature", () => {
  const { verify } = counting();
  assert.ok(verify(signer.key, words, signature));
  const stranger = createNodeSigner(new Uint8Array(32).fill(8));
  assert.ok(!verify(signer.key, utf8("Nou pa resevwa anyen."), signature));
  assert.ok(!verify(stranger.key, words, signature));
  assert.ok(!verify(signer.key, words, stranger.sign(words)));
});

test("a signature that did not hold is reckoned again each time", () => {
  const { verify, reckoned } = counting();
  for (let n = 0; n < 3; n++) assert.ok(!verify(signer.key, utf8("lòt pawòl"), signature));
  assert.equal(reckoned(), 3);
});
