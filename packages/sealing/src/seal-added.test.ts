import assert from "node:assert/strict";
import { test } from "node:test";
import { createId } from "@temwen/vocabulary";
import { inspectSealed, isEvidenceSize, messageSize, sealedSize } from "./inspect.ts";
import { digestOf, openAdded, openEvidence, openMessage } from "./open.ts";
import { sealAdded } from "./seal-added.ts";
import { drawKeyPair, granted } from "./sealing.testing.ts";

const { identity, recipient } = await drawKeyPair();
const caseId = createId("case", new Uint8Array(16));
const picture = {
  name: "foto pòt la.jpg",
  mediaType: "image/jpeg",
  bytes: crypto.getRandomValues(new Uint8Array(3000)),
};
const sound = { name: "vwa.ogg", mediaType: "audio/ogg", bytes: new Uint8Array(262_145).fill(7) };
const seal = (files: readonly (typeof picture)[]) => sealAdded({ case: caseId, sequence: 3, files }, recipient);

test("what is added opens byte for byte with the key that its note holds", async () => {
  const { note, pieces } = granted(await seal([picture, sound]));
  const { evidence, sequence } = granted(await openAdded(identity, note.sealed, caseId));
  assert.deepEqual([note.part, sequence], ["added-in-3", 3]);
  for (const [place, file] of [picture, sound].entries()) {
    const [described, piece] = [evidence[place], pieces[place]];
    assert.ok(described && piece);
    assert.deepEqual([described.part, piece.part], [`added-3-${place + 1}`, `added-3-${place + 1}`]);
    assert.deepEqual(
      [described.name, described.mediaType, described.size],
      [file.name, file.mediaType, file.bytes.length],
    );
    assert.ok(Buffer.from(granted(await openEvidence(described.key, piece.sealed, described))).equals(file.bytes));
  }
});

test("outside nothing of it shows but how large it is, in few sizes", async () => {
  const { note, pieces } = granted(await seal([picture, sound]));
  assert.ok(inspectSealed(note.sealed, sealedSize(messageSize)).ok);
  assert.equal(note.digest, digestOf(note.sealed));
  for (const { sealed, digest } of pieces) {
    assert.ok(isEvidenceSize(sealed.length) && inspectSealed(sealed, sealed.length).ok);
    assert.equal(digest, digestOf(sealed));
  }
  assert.equal(isEvidenceSize(sealedSize(262_145)), false);
});

test("a note opens as a note only, and each piece has a key of its own", async () => {
  const { note, pieces } = granted(await seal([picture, picture]));
  assert.equal((await openMessage(identity, note.sealed, caseId)).ok, false);
  const { evidence } = granted(await openAdded(identity, note.sealed, caseId));
  const [first, second] = evidence;
  assert.ok(first && second && pieces[1]);
  assert.equal((await openEvidence(first.key, pieces[1].sealed, second)).ok, false);
  assert.equal((await openAdded(first.key, note.sealed, caseId)).ok, false);
});

test("nothing, too much, and a broken name are refused before anything is sealed", async () => {
  assert.deepEqual(await seal([]), { ok: false, refusal: { code: "empty" } });
  const tooLong = { ok: false, refusal: { code: "too-long", part: "evidence" } };
  assert.deepEqual(await seal(Array.from({ length: 9 }, () => picture)), tooLong);
  assert.deepEqual(await seal([{ ...picture, name: "a".repeat(9000) }]), tooLong);
  assert.deepEqual(await seal([{ ...picture, name: "a\udc00" }]), { ok: false, refusal: { code: "broken-text" } });
});
