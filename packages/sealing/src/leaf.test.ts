import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import {
  committedLeaf,
  coverLeaf,
  coverRecord,
  leafSize,
  opensTo,
  proofNumberOf,
  readCommittedLeaf,
  stopLabel,
} from "./leaf.ts";
import { readVectors } from "./sealing.testing.ts";

type LeafVector = {
  readonly period: number;
  readonly labelKey: string;
  readonly index: number;
  readonly salt: string;
  readonly record: string;
  readonly leaf: string;
  readonly leafHash: string;
  readonly proofNumber: string;
};
const { leaves } = readVectors("leaves") as { readonly leaves: readonly LeafVector[] };
const fromHex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

const leafOf = ({ period, labelKey, index, salt, record }: LeafVector) =>
  committedLeaf({ period, labelKey: fromHex(labelKey), index, salt: fromHex(salt), record: fromHex(record) });

test("a committed leaf has the 192 bytes of the vectors", () => {
  for (const vector of leaves) {
    const leaf = leafOf(vector);
    assert.equal(leaf.length, leafSize);
    assert.equal(Buffer.from(leaf).toString("hex"), vector.leaf);
  }
});

test("a leaf's label and commitment are what another library makes of the specification", () => {
  for (const { leaf, period, labelKey, index, salt, record } of leaves) {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(index));
    const label = createHmac("sha256", fromHex(labelKey)).update("temwen/label/1\n").update(counter).digest("hex");
    const commitment = createHmac("sha256", fromHex(salt)).update("temwen/record/1\n").update(fromHex(record));
    const head = `0100${period.toString(16).padStart(4, "0")}`;
    assert.equal(leaf, `${head}${label}${commitment.digest("hex")}${"00".repeat(124)}`);
  }
});

test("a proof number is twelve digits of the leaf's hash, zeros in front included", () => {
  for (const { leaf, leafHash, proofNumber } of leaves) {
    const hash = createHash("sha256").update(Buffer.of(0)).update(leaf, "hex").digest();
    assert.equal(hash.toString("hex"), leafHash);
    assert.equal(String(hash.readBigUInt64BE() % 10n ** 12n).padStart(12, "0"), proofNumber);
    assert.equal(proofNumberOf(fromHex(leaf)), proofNumber);
    assert.match(proofNumber, /^\d{12}$/);
  }
  assert.ok(leaves.some(({ proofNumber }) => proofNumber.startsWith("0")));
});

test("without salt and label key two leaves of one case have nothing in common", () => {
  const [first] = leaves;
  const one = leafOf(first!);
  const next = leafOf({ ...first!, index: first!.index + 1, salt: "11".repeat(32) });
  const shared = one.subarray(4, 68).filter((byte, i) => byte === next[4 + i]);
  assert.ok(shared.length < 16);
});

test("a stop label is that of the vectors, by another library's arithmetic too", () => {
  const { labelKey, stops } = readVectors("stop-labels") as {
    readonly labelKey: string;
    readonly stops: readonly { readonly clock: string; readonly label: string }[];
  };
  for (const { clock, label } of stops) {
    assert.equal(stopLabel(fromHex(labelKey), clock), label);
    const mac = createHmac("sha256", fromHex(labelKey)).update("temwen/stop/1\n").update(clock);
    assert.equal(mac.digest("base64"), label);
  }
});

test("a cover leaf commits to a record that says so, and is laid out like every other", () => {
  const [label, salt] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(9)];
  const commitment = createHmac("sha256", salt).update('temwen/record/1\n{"type":"temwen.cover/1"}').digest("hex");
  const leaf = coverLeaf({ period: 82, label, salt });
  assert.equal(Buffer.from(leaf).toString("hex"), `01000052${"07".repeat(32)}${commitment}${"00".repeat(124)}`);
  const seen = readCommittedLeaf(leaf);
  assert.ok(seen && opensTo(seen, { salt, record: coverRecord }));
  assert.equal(seen.period, 82);
  assert.equal(opensTo(seen, { salt: label, record: coverRecord }), false);
});
