import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createWebSigner } from "@temwen/office/signing-web";
import { dealEscrow, joinShares, openShare } from "@temwen/sealing/escrow";
import { openWith } from "@temwen/sealing/open";
import { deriveReceiptKeys, parseReceipt } from "@temwen/sealing/receipt";
import { drawKeyPair, sealTo } from "@temwen/sealing/seal";
import { createId } from "@temwen/vocabulary";
import { cutBody } from "./leave-out.ts";
import { loadCarried } from "./load-carried.testing.ts";

const library =
  "class A {\n    kept(a) {\n        return { a };\n    }\n    cut(b) {\n        return { b };\n    }\n}\n";

test("of a library only the body that is named is left out, and calling it is a fault", () => {
  const left = cutBody(library, "    cut(b) {", "a.js");
  const made = new (new Function(`${left}; return A;`)())();
  assert.deepEqual(made.kept(1), { a: 1 });
  assert.throws(() => made.cut(1), /left out of this page/);
});

test("a library in which such a body is missing, or stands twice, makes no page", () => {
  assert.throws(() => cutBody(library, "    gone(b) {", "a.js"));
  assert.throws(() => cutBody(library + library, "    cut(b) {", "a.js"));
});

test("with less of the libraries in it a page seals, opens and derives the same keys as before", async () => {
  const carried = await loadCarried();
  const plain = new TextEncoder().encode("Yon patwouy.");
  const [mine, theirs] = [await drawKeyPair(), await carried.drawKeyPair()];
  assert.deepEqual(await openWith(mine.identity, await carried.sealTo(mine.recipient, plain)), plain);
  assert.deepEqual(await carried.openWith(theirs.identity, await sealTo(theirs.recipient, plain)), plain);
  assert.equal(await carried.openWith(mine.identity, await sealTo(theirs.recipient, plain)), undefined);
  const receipt = parseReceipt("000000000000000000000098");
  assert.ok(receipt.ok);
  const [own, other] = await Promise.all(
    [deriveReceiptKeys, carried.deriveReceiptKeys].map((derive) => derive(receipt.value, "WgulG/z3HU5ksZNUHlMJrw==")),
  );
  assert.ok(own && other);
  assert.deepEqual({ ...other, signer: other.signer.key }, { ...own, signer: own.signer.key });
});

test("with less of the libraries in it a page signs as before, and believes nothing else", async () => {
  const carried = await loadCarried();
  const seed = Uint8Array.from({ length: 32 }, (_, i) => i);
  const message = new TextEncoder().encode("said");
  const { key, sign } = carried.createWebSigner(seed);
  const signature = sign(message);
  assert.deepEqual([key, signature], [createWebSigner(seed).key, createWebSigner(seed).sign(message)]);
  assert.equal(carried.verifyInBrowser(key, message, signature), true);
  assert.equal(carried.verifyInBrowser(key, new TextEncoder().encode("say"), signature), false);
  const another = createWebSigner(new Uint8Array(32));
  assert.equal(carried.verifyInBrowser(another.key, message, signature), false);
  // The neutral point as key and as R, with S = 0: good for every message wherever small orders are let in.
  const neutral = Buffer.concat([Uint8Array.of(1), Buffer.alloc(31)]);
  const anything = Buffer.concat([neutral, Buffer.alloc(32)]).toString("base64");
  assert.equal(carried.verifyInBrowser(neutral.toString("base64"), message, anything), false);
});

test("with tables that it works out itself a page names bytes as every other SHA-256 does", async () => {
  const { digestOfBytes } = await loadCarried();
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => i * length);
    assert.equal(digestOfBytes(bytes), createHash("sha256").update(bytes).digest("hex"));
  }
});

test("a key that a page deals is joined by the office, and one that the office deals by a page", async () => {
  const carried = await loadCarried();
  const caseId = createId("case", new Uint8Array(16));
  const [one, other] = [
    { deal: dealEscrow, join: joinShares },
    { deal: carried.dealEscrow, join: carried.joinShares },
  ];
  const holders = await Promise.all(Array.from({ length: 5 }, () => drawKeyPair()));
  for (let round = 0; round < 4; round++) {
    const { identity } = await drawKeyPair();
    for (const [dealer, joiner] of [
      [one, other],
      [other, one],
    ] as const) {
      const dealt = await dealer.deal(
        caseId,
        identity,
        holders.map(({ recipient }) => recipient),
      );
      const opened = await Promise.all(
        dealt.map(({ sealed }, i) => openShare(holders[i]?.identity ?? "", sealed, caseId)),
      );
      const shares = opened.flatMap((share) => share ?? []);
      assert.equal(await joiner.join(shares.slice(round % 3, (round % 3) + 3)), identity);
    }
  }
});
