import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { vouchFor } from "@temwen/office";
import { createNodeSigner, verifyOnNode } from "@temwen/office/signing-node";
import { bytesToBase64, canonicalBytes, type Instant, type OfficeId } from "@temwen/vocabulary";
import { readPromise } from "./promise.ts";

const signerOf = (name: string) => createNodeSigner(hash("sha256", `the key of ${name}`, "buffer"));
const clock = signerOf("the clock");
const office = "ofc_0000000000000000000000000g" as OfficeId;
const directory = { office, clockKey: clock.key };
const leaf = bytesToBase64(new Uint8Array(32).fill(7));
const body = { type: "temwen.promise/1", office, leaf, by: "2026-11-23T05:00:00.000Z" as Instant };
const promised = (change: Partial<typeof body> = {}, signer = clock) => {
  const said = { ...body, ...change };
  return { body: said, vouching: vouchFor(canonicalBytes(said), signer) };
};
const read = (promise: Parameters<typeof readPromise>[0]) => readPromise(promise, directory, [leaf], verifyOnNode);

test("an office's word for what was filed is believed when its clock key signed it", () => {
  assert.deepEqual(read(promised()), { ok: true, value: { leaf, by: body.by } });
});

test("a word by another key, for another office, of another kind or for another leaf is none", () => {
  const codeOf = (promise: Parameters<typeof readPromise>[0]) => {
    const result = read(promise);
    return result.ok ? "believed" : result.refusal.code;
  };
  assert.equal(codeOf(undefined), "no-promise");
  assert.equal(codeOf(promised({}, signerOf("somebody else"))), "promise-not-signed");
  assert.equal(
    codeOf({ ...promised(), body: { ...body, by: "2030-01-01T00:00:00.000Z" as Instant } }),
    "promise-not-signed",
  );
  assert.equal(codeOf(promised({ office: "ofc_0000000000000000000000001g" as OfficeId })), "promise-malformed");
  assert.equal(codeOf(promised({ type: "temwen.promise/2" })), "promise-malformed");
  assert.equal(codeOf(promised({ leaf: bytesToBase64(new Uint8Array(32)) })), "promise-of-another-leaf");
});
