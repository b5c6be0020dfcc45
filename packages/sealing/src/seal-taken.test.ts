import assert from "node:assert/strict";
import { test } from "node:test";
import { createId } from "@temwen/vocabulary";
import { inspectSealed, isEvidenceSize, messageSize, sealedSize } from "./inspect.ts";
import { openAdded, openEvidence, openTaken } from "./open.ts";
import { sealTaken } from "./seal-taken.ts";
import { drawKeyPair, granted } from "./sealing.testing.ts";

const { identity, recipient } = await drawKeyPair();
const caseId = createId("case", new Uint8Array(16));
const picture = { name: "foto temwen.jpg", mediaType: "image/jpeg", bytes: new Uint8Array(3000).fill(5) };

test("what the office takes in opens byte for byte with the key that its note holds, and shows only its size", async () => {
  const { note, pieces } = granted(await sealTaken({ case: caseId, number: 2, files: [picture] }, recipient));
  const { evidence, number } = granted(await openTaken(identity, note.sealed, caseId));
  const [described, piece] = [evidence[0], pieces[0]];
  assert.ok(described && piece);
  assert.deepEqual([note.part, number, described.part, piece.part], ["taken-in-2", 2, "taken-2-1", "taken-2-1"]);
  assert.deepEqual([described.name, described.size], [picture.name, picture.bytes.length]);
  assert.ok(Buffer.from(granted(await openEvidence(described.key, piece.sealed, described))).equals(picture.bytes));
  assert.ok(inspectSealed(note.sealed, sealedSize(messageSize)).ok && isEvidenceSize(piece.sealed.length));
});

test("a note of the office is none of the person's: neither is taken for the other", async () => {
  const { note } = granted(await sealTaken({ case: caseId, number: 1, files: [picture] }, recipient));
  assert.equal((await openAdded(identity, note.sealed, caseId)).ok, false);
});
