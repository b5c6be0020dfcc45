import assert from "node:assert/strict";
import { test } from "node:test";
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { openWith, sealTo } from "./age-file.ts";
import { evidenceSize, inspectSealed, sealedSize } from "./inspect.ts";
import { drawKeyPair, granted, readVectors } from "./sealing.testing.ts";
import { evidenceChunk, findBucket } from "./sizes.ts";

const codeOf = (bytes: Uint8Array, expected?: number) => {
  const read = inspectSealed(bytes, expected);
  return read.ok ? "sealed" : read.refusal.code;
};

test("the sealed size of anything is known before it is sealed", async () => {
  const { recipient, identity } = await drawKeyPair();
  for (const size of [0, 1, 255, 65_535, 65_536, 65_537, 131_072, 131_073, evidenceChunk]) {
    const sealed = await sealTo(recipient, new Uint8Array(size));
    assert.equal(sealed.length, sealedSize(size), `${size} bytes`);
    assert.equal(granted(inspectSealed(sealed, sealedSize(size))).payload, sealed.length - 1627);
    assert.equal((await openWith(identity, sealed))?.length, size);
  }
});

test("the parts of the vectors pass as sealed", () => {
  const { parts } = readVectors("sealed") as { readonly parts: { readonly [name: string]: string } };
  for (const [name, text] of Object.entries(parts)) assert.equal(codeOf(Buffer.from(text, "base64")), "sealed", name);
});

test("readable words behind the header of a real age file are not taken for something sealed", async () => {
  const { recipient } = await drawKeyPair();
  const words = Buffer.from("Nou te sou wout la lè yo rive, epi yo te pran tout bagay nou yo. ".repeat(90));
  for (const size of [32, 300, 4096]) {
    const sealed = await sealTo(recipient, new Uint8Array(size));
    const header = sealed.subarray(0, 1627);
    assert.equal(codeOf(Buffer.concat([header, words.subarray(0, sealed.length - 1627)])), "not-sealed", `${size}`);
    // Somewhere in between, too.
    if (size < 4096) continue;
    const mixed = Buffer.from(sealed);
    words.copy(mixed, 3000, 0, 700);
    assert.equal(codeOf(mixed), "not-sealed");
  }
});

test("nothing that is really sealed is taken for readable words", async () => {
  const { recipient } = await drawKeyPair();
  for (let n = 0; n < 60; n++) assert.equal(codeOf(await sealTo(recipient, new Uint8Array(n))), "sealed");
});

test("readable words are never taken for something sealed", () => {
  const begun = "age-encryption.org/v1\n-> mlkem768x25519 ";
  for (const text of ["", "words", begun, `${begun}${"A".repeat(3000)}`, "a".repeat(5755)]) {
    assert.equal(codeOf(Buffer.from(text)), "not-sealed");
  }
});

test("what is sealed to a classic key, a passphrase or two people is refused", async () => {
  const { recipient } = await drawKeyPair();
  const classic = new Encrypter();
  classic.addRecipient(await identityToRecipient(await generateX25519Identity()));
  const passphrase = new Encrypter();
  passphrase.setScryptWorkFactor(1);
  passphrase.setPassphrase("example");
  const two = new Encrypter();
  two.addRecipient(recipient);
  two.addRecipient((await drawKeyPair()).recipient);
  for (const encrypter of [classic, passphrase, two]) {
    assert.equal(codeOf(await encrypter.encrypt(new Uint8Array(4096))), "not-sealed");
  }
});

test("an armoured age file is refused: one thing has one form", async () => {
  const sealed = await sealTo((await drawKeyPair()).recipient, new Uint8Array(100));
  assert.equal(codeOf(Buffer.from(armor.encode(sealed))), "not-sealed");
});

test("a sealed thing of another size than its kind is refused", async () => {
  const sealed = await sealTo((await drawKeyPair()).recipient, new Uint8Array(4096));
  assert.equal(codeOf(sealed, sealedSize(4096)), "sealed");
  assert.equal(codeOf(sealed.subarray(0, -1), sealedSize(4096)), "wrong-size");
  assert.equal(codeOf(Buffer.concat([sealed, Buffer.alloc(1)]), sealedSize(4096)), "wrong-size");
});

test("a text goes into the smallest bucket that holds it", () => {
  const sizes = [0, 4096, 4097, 8192, 8193, 16_384, 16_385, 32_768, 32_769];
  assert.deepEqual(sizes.map(findBucket), [4, 4, 8, 8, 16, 16, 32, 32, undefined]);
});

test("evidence is padded to the next power-of-two count of chunks", () => {
  const chunks = [0, 1, evidenceChunk, evidenceChunk + 1, 3 * evidenceChunk, 4 * evidenceChunk + 1].map(
    (size) => evidenceSize(size) / evidenceChunk,
  );
  assert.deepEqual(chunks, [1, 1, 1, 2, 4, 8]);
});
