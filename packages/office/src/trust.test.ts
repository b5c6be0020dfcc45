import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { canonicalBytes, createId, type Instant, type Json } from "@temwen/vocabulary";
import { directory, idOf, signedBy, trust, vectors } from "./office.testing.ts";
import { verifyOnNode } from "./signing-node.ts";
import { verifyInBrowser } from "./signing-web.ts";
import { findActive, type SignedBody, trustShape, verifyDirectory, verifySuspension } from "./trust.ts";

const now = "2026-11-21T18:00:00.000Z" as Instant;
const anotherOffice = createId("office", new Uint8Array(16));
const verdict = (signed: SignedBody, trusted = trust) => {
  const onNode = verifyDirectory(signed, trusted, verifyOnNode);
  assert.deepEqual(verifyDirectory(signed, trusted, verifyInBrowser), onNode);
  return onNode.ok ? "believed" : onNode.refusal.code;
};

test("the signed directory of the vectors is believed", () => {
  const body = canonicalBytes(directory);
  assert.equal(createHash("sha256").update(body).digest("hex"), vectors.digest);
  assert.equal(verdict({ body, vouchings: vectors.vouchings }), "believed");
});

test("any three of the five roots are enough", () => {
  assert.equal(verdict(signedBy(directory, "root-2", "root-4", "root-5")), "believed");
  assert.equal(verdict(signedBy(directory, "root-1", "root-2", "root-3", "root-4", "root-5")), "believed");
});

test("two roots are not enough", () => {
  assert.equal(verdict(signedBy(directory, "root-1", "root-2")), "directory-not-trusted");
  assert.equal(verdict(signedBy(directory)), "directory-not-trusted");
});

test("the same root twice counts once", () => {
  assert.equal(verdict(signedBy(directory, "root-1", "root-2", "root-2", "root-1")), "directory-not-trusted");
});

test("staff cannot sign a directory in place of a root", () => {
  assert.equal(verdict(signedBy(directory, "root-1", "root-2", "registrar-1")), "directory-not-trusted");
});

test("a directory that brings its own roots is not believed for that", () => {
  const own = { ...directory, roots: vectors.directory.staff.slice(0, 5).map(({ signingKey }) => signingKey) };
  assert.equal(verdict(signedBy(own, "intake-1", "intake-2", "intake-3")), "directory-not-trusted");
});

test("a directory of another office is refused, whoever signed it", () => {
  const theirs = { ...directory, office: anotherOffice };
  assert.equal(verdict(signedBy(theirs, "root-1", "root-2", "root-3")), "another-office");
});

test("a directory from before the minimum epoch is refused, the minimum itself is not", () => {
  const signed = signedBy(directory, "root-1", "root-2", "root-3");
  assert.equal(verdict(signed, { ...trust, minimumEpoch: directory.epoch + 1 }), "directory-too-old");
  assert.equal(verdict(signed, { ...trust, minimumEpoch: directory.epoch }), "believed");
});

test("a signature does not outlive a changed byte", () => {
  const { vouchings } = signedBy(directory, "root-1", "root-2", "root-3");
  const changed = canonicalBytes({ ...directory, epoch: directory.epoch + 1 });
  assert.equal(verdict({ body: changed, vouchings }), "directory-not-trusted");
});

test("a directory in another spelling is refused, signed or not", () => {
  const body = Buffer.from(JSON.stringify(directory));
  const { vouchings } = signedBy(directory, "root-1", "root-2", "root-3");
  assert.equal(verdict({ body, vouchings }), "malformed-directory");
});

test("a directory with a field too many, or a word that is none, is refused", () => {
  const wrong: readonly Json[] = [
    { ...directory, more: 1 },
    { ...directory, type: "office.directory-signed/2" },
    { ...directory, staff: directory.staff.map((member) => ({ ...member, role: "operator" })) },
    { ...directory, staff: directory.staff.map((member) => ({ ...member, recipient: "age1pq1short" })) },
    { ...directory, forces: [{ ...directory.forces[0], id: "unknown" } as Json] },
    {},
  ];
  for (const body of wrong) assert.equal(verdict(signedBy(body, "root-1", "root-2", "root-3")), "malformed-directory");
});

test("a trust file that asks for fewer than three roots is not read", () => {
  assert.deepEqual(trustShape(trust), trust);
  for (const threshold of [0, 1, 2, 5]) assert.equal(trustShape({ ...trust, threshold }), undefined);
});

test("suspensions count as the vectors say", () => {
  for (const { body, vouchings, counts } of vectors.suspensions) {
    const signed = { body: canonicalBytes(body), vouchings };
    assert.equal(verifySuspension(signed, directory, verifyOnNode).ok, counts);
    assert.equal(verifySuspension(signed, directory, verifyInBrowser).ok, counts);
  }
});

const suspension = vectors.suspensions[0]!.body;
const suspended = (body: Json, ...signers: readonly string[]) => {
  const read = verifySuspension(signedBy(body, ...signers), directory, verifyOnNode);
  return read.ok ? "suspended" : read.refusal.code;
};

test("one root, or two colleagues, can suspend a person", () => {
  assert.equal(suspended(suspension, "root-4"), "suspended");
  assert.equal(suspended(suspension, "intake-2", "support-1"), "suspended");
});

test("one colleague cannot suspend a person, not even by signing twice", () => {
  assert.equal(suspended(suspension, "intake-2"), "suspension-not-signed");
  assert.equal(suspended(suspension, "intake-2", "intake-2"), "suspension-not-signed");
});

test("a person is no witness in their own suspension", () => {
  assert.equal(suspended(suspension, "intake-1", "intake-2"), "suspension-not-signed");
});

test("who is suspended cannot suspend others", () => {
  const signed = signedBy(suspension, "intake-2", "support-1");
  const already = new Set([idOf("support-1")]);
  const read = verifySuspension(signed, directory, verifyOnNode, already);
  assert.deepEqual(read, { ok: false, refusal: { code: "suspension-not-signed" } });
  assert.ok(verifySuspension(signedBy(suspension, "root-1"), directory, verifyOnNode, already).ok);
});

test("a suspension under another directory, of another office or of a stranger is refused", () => {
  assert.equal(suspended({ ...suspension, epoch: 6 }, "root-1"), "another-office");
  assert.equal(suspended({ ...suspension, office: anotherOffice }, "root-1"), "another-office");
  const stranger = createId("staff", new Uint8Array(16));
  assert.equal(suspended({ ...suspension, staff: stranger }, "root-1"), "unknown-staff");
  assert.equal(suspended({ ...suspension, because: "they asked" }, "root-1"), "malformed-suspension");
});

test("a person acts until they expire or are suspended", () => {
  const id = idOf("intake-1");
  const standing = { directory, suspended: new Set<typeof id>() };
  assert.equal(findActive(standing, id, now)?.role, "intake");
  assert.equal(findActive({ ...standing, suspended: new Set([id]) }, id, now), undefined);
  const { expires } = directory.staff[0]!;
  assert.equal(findActive(standing, id, expires), undefined);
  assert.equal(findActive(standing, createId("staff", new Uint8Array(16)), now), undefined);
});
