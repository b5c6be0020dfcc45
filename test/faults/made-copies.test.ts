// Working copies that a desk makes of what a person sent without one.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, test } from "node:test";
import { makeDeskCopy } from "@temwen/media/desk";
import { holdsSecret, jpeg, png, secret, segment } from "../../packages/media/src/samples.testing.ts";
import { phonePicture, still } from "../../packages/media/src/still/still.testing.ts";
import { acknowledgement, doActs, type FiledCase, fileCase, view } from "../support/casework.ts";
import { paperOf } from "../support/paper.ts";
import { sendPieces } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const heic = { name: "telefòn.heic", mediaType: "image/heic", bytes: still(phonePicture) };
const cut = { name: "koupe.heic", mediaType: "image/heic", bytes: heic.bytes.subarray(0, heic.bytes.length - 40) };
const page = { name: "paj.html", mediaType: "text/html", bytes: new TextEncoder().encode("<!doctype html>") };

/** A complaint of which every piece has arrived. */
async function filed(...evidence: readonly (typeof heic)[]): Promise<FiledCase> {
  const mine = await fileCase(office, { evidence });
  await sendPieces(office, mine.caseId, mine.parcel.evidence.values());
  return mine;
}

const codeOf = (answer: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string =>
  answer.ok ? "done" : (answer.refusal?.code ?? "");

test("of a picture that came without a copy a desk makes one: a piece of its own, with its maker, and the original untouched", async () => {
  const { desk, caseId, reader } = await filed(heic, page);
  await doActs(desk, caseId, acknowledgement);
  const made = await desk.makeCopy(caseId, "evidence-1", (await view(desk, caseId)).version);
  assert.deepEqual(made.ok && made.value.left, 0);
  const { evidence, alarms } = await view(desk, caseId);
  assert.deepEqual(alarms, []);
  assert.deepEqual(
    evidence.map(({ part, copyOf, mediaType }) => [part, copyOf, mediaType]),
    [
      ["evidence-1", undefined, "image/heic"],
      ["evidence-2", undefined, "text/html"],
      ["taken-1-1", "evidence-1", "image/heic"],
    ],
  );
  const [original, , copy] = evidence;
  assert.deepEqual([copy?.taken?.source, copy?.taken?.by], ["working-copy", office.person(reader).id]);
  const digest = createHash("sha256").update(heic.bytes).digest("hex");
  assert.ok(copy?.taken?.from?.includes(digest), "the sealed words name the original's digest");
  assert.deepEqual(original?.custody.length, 1, "the original was opened for it, and the record has that");
  const opened = await desk.readEvidence(caseId, "taken-1-1");
  const expected = makeDeskCopy(heic.bytes);
  assert.ok(opened.ok && expected.ok && Buffer.from(opened.value.bytes).equals(Buffer.from(expected.value.bytes)));
  const same = await desk.readEvidence(caseId, "evidence-1");
  assert.ok(same.ok && Buffer.from(same.value.bytes).equals(Buffer.from(heic.bytes)));
  const checked = await desk.checkCustody(caseId);
  assert.ok(checked.ok && checked.value.every(({ state }) => state === "whole"));
});

test("no second copy is made, none of a copy, and none of what cannot be copied", async () => {
  const { desk, caseId } = await filed(heic, page, cut);
  const before = await desk.makeCopy(caseId, "evidence-1");
  assert.equal(codeOf(before), "wrong-stage", "nothing is taken in before somebody acknowledged");
  assert.deepEqual((await view(desk, caseId)).evidence[0]?.custody, [], "and nothing was opened for it");
  await doActs(desk, caseId, acknowledgement);
  assert.equal(codeOf(await desk.makeCopy(caseId, "evidence-1")), "done");
  for (const part of ["evidence-1", "taken-1-1"]) assert.equal(codeOf(await desk.makeCopy(caseId, part)), "has-copy");
  assert.equal(codeOf(await desk.makeCopy(caseId, "evidence-2")), "copy-not-supported");
  assert.equal(codeOf(await desk.makeCopy(caseId, "evidence-3")), "copy-malformed");
  assert.equal((await view(desk, caseId)).evidence.length, 4);
});

test("a PDF is not read beside the keys, and of what was drawn of it only pictures are taken in", async () => {
  const paper = { name: "lèt.pdf", mediaType: "application/pdf", bytes: paperOf(1, "https://example.org/") };
  const { desk, caseId } = await filed(paper, page);
  const sheet = { width: 300, height: 300, jpeg: jpeg([segment(0xfe, secret)]) };
  const early = await desk.takeDrawnCopy(caseId, "evidence-1", { sheets: [sheet] });
  assert.equal(codeOf(early), "wrong-stage", "nothing is taken in before somebody acknowledged");
  await doActs(desk, caseId, acknowledgement);
  assert.equal(codeOf(await desk.makeCopy(caseId, "evidence-1")), "copy-is-drawn");
  for (const bytes of [page.bytes, png(), sheet.jpeg.subarray(0, 30)]) {
    const sheets = [sheet, { ...sheet, jpeg: bytes }];
    assert.equal(codeOf(await desk.takeDrawnCopy(caseId, "evidence-1", { sheets })), "copy-malformed");
  }
  assert.equal(codeOf(await desk.takeDrawnCopy(caseId, "evidence-9", { sheets: [sheet] })), "not-granted");
  assert.equal((await view(desk, caseId)).evidence.length, 2);
  assert.equal(codeOf(await desk.takeDrawnCopy(caseId, "evidence-1", { sheets: [sheet, sheet] })), "done");
  const copy = await desk.readEvidence(caseId, "taken-1-1");
  assert.ok(copy.ok && Buffer.from(copy.value.bytes).subarray(0, 5).equals(Buffer.from("%PDF-")));
  assert.ok(!holdsSecret(copy.value.bytes), "a picture of it is cleaned like any other");
  for (const part of ["evidence-1", "taken-1-1"])
    assert.equal(codeOf(await desk.takeDrawnCopy(caseId, part, { sheets: [sheet] })), "has-copy");
});

test("what somebody brings cannot call itself a copy that a desk made", async () => {
  const { desk, caseId } = await filed(heic);
  await doActs(desk, caseId, acknowledgement);
  const forged = await desk.act(caseId, {
    act: "take-evidence",
    says: { source: "working-copy", request: [] },
    text: "Yon lòt foto.",
    files: [{ ...heic, name: "copy-of-evidence-1.heic" }],
  });
  assert.deepEqual(forged, { ok: false, refusal: { code: "not-a-choice", field: "source" } });
});

test("a dossier takes the copy along with its original and says which is which", async () => {
  const { desk, caseId } = await filed(heic);
  await doActs(desk, caseId, acknowledgement);
  assert.equal(codeOf(await desk.makeCopy(caseId, "evidence-1")), "done");
  const handed = await desk.handOver(caseId, { parts: ["evidence-1", "taken-1-1"], withIdentity: false });
  assert.ok(handed.ok, codeOf(handed));
  assert.deepEqual(
    handed.value.view.evidence.map(({ part, copyOf }) => [part, copyOf]),
    [
      ["evidence-1", undefined],
      ["taken-1-1", "evidence-1"],
    ],
  );
  for (const part of ["evidence-1", "taken-1-1"]) assert.ok((await handed.value.readPiece(part)).ok, part);
});
