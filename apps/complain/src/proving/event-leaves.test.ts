import assert from "node:assert/strict";
import { test } from "node:test";
import { recordBytes } from "@temwen/office";
import { committedLeaf, stopLeaf } from "@temwen/sealing/leaf";
import { canonicalBytes, type Instant } from "@temwen/vocabulary";
import { findStep, firstLeaves } from "./event-leaves.ts";

const labelKey = new Uint8Array(32).fill(1);
const salt = new Uint8Array(32).fill(2);
const event = {
  at: "2026-12-01T02:00:00.000Z" as Instant,
  index: 3,
  body: canonicalBytes({ say: "a" }),
  vouchings: [],
};
const record = recordBytes(event);
const facts = { period: 82, labelKey, salt, record };
const find = (leaf: Uint8Array, change: object = {}) =>
  findStep(leaf, { ...event, ...change }, { labelKey, salt, clocks: ["feedback", "acknowledgement"] });

test("a leaf is known as the event's own, or as the stop of one of its clocks", () => {
  assert.deepEqual(find(committedLeaf({ ...facts, index: 3 })), { event: 3 });
  assert.deepEqual(find(stopLeaf({ ...facts, clock: "acknowledgement" })), { event: 3, clock: "acknowledgement" });
});

test("an event that is shown otherwise than it was logged does not fit its leaf", () => {
  const leaf = committedLeaf({ ...facts, index: 3 });
  assert.equal(find(leaf, { body: canonicalBytes({ say: "b" }) }), undefined);
  assert.equal(find(leaf, { at: "2026-12-01T02:00:01.000Z" }), undefined);
  assert.equal(find(committedLeaf({ ...facts, index: 4 })), undefined, "the leaf of another place in the case");
  assert.equal(find(stopLeaf({ ...facts, clock: "another" })), undefined, "a clock that the filing does not name");
  assert.equal(find(canonicalBytes({ type: "temwen.page/1" })), undefined, "a public leaf");
});

test("the leaf of a filing is found whichever month it was where the mission is", () => {
  const first = { ...event, index: 0 };
  const inHaiti = committedLeaf({ period: 82, labelKey, index: 0, salt, record: recordBytes(first) });
  const found = firstLeaves(first, { labelKey, salt });
  assert.equal(found.length, 3);
  assert.ok(found.some((leaf) => Buffer.from(leaf).equals(Buffer.from(inHaiti))));
});
