// Vectors of the committed leaf: the first record of the test case, and short records with keys in clear.

import { periodOf } from "@temwen/mission-pack";
import { committedLeaf, type LeafFacts, proofNumberOf } from "@temwen/sealing/leaf";
import { type Json, joinBytes, utf8 } from "@temwen/vocabulary";
import type { Recorded } from "./case-vectors.ts";
import { zone } from "./deadline-vectors.ts";
import type { SealedVectors } from "./sealed-vectors.ts";
import { fromBase64, hex, sha256, testBytes } from "./test-keys.ts";

const labelKey = testBytes("label key");
const salt = testBytes("leaf salt");

const short: readonly LeafFacts[] = [
  { period: 0, labelKey, index: 0, salt, record: utf8("{}") },
  { period: 82, labelKey, index: 1, salt, record: utf8('{"an":"example"}') },
  { period: 65_535, labelKey, index: 2 ** 32, salt, record: utf8("") },
];

export function leafVectors(sealed: SealedVectors, stream: readonly Recorded[]): Json {
  const first = stream[0];
  if (!first) throw new Error("the test case has no records");
  const { manifest } = sealed;
  const ofTheCase = {
    period: periodOf(first.at, zone),
    labelKey: fromBase64(manifest.labelKey),
    index: 0,
    salt: fromBase64(manifest.salt),
    record: first.record,
  };
  return {
    spec: "docs/specs/leaf.md",
    leaves: [...short, ofTheCase, ...withLeadingZero()].map(describeLeaf),
  };
}

/** The first of a count of records whose proof number begins with a zero, so that nobody forgets to write it. */
function withLeadingZero(): readonly LeafFacts[] {
  for (let n = 0; ; n++) {
    const facts = { period: 82, labelKey, index: 0, salt, record: utf8(`{"n":${n}}`) };
    if (proofNumberOf(committedLeaf(facts)).startsWith("0")) return [facts];
  }
}

function describeLeaf(facts: LeafFacts): Json {
  const leaf = committedLeaf(facts);
  return {
    period: facts.period,
    labelKey: hex(facts.labelKey),
    index: facts.index,
    salt: hex(facts.salt),
    record: hex(facts.record),
    leaf: hex(leaf),
    leafHash: hex(sha256(joinBytes(Uint8Array.of(0), leaf))),
    proofNumber: proofNumberOf(leaf),
  };
}
