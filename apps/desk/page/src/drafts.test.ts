import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { draftName, draftOf, forgetDrafts, hasDrafts, isKept, keepDraftsOf } from "./drafts.ts";

const reply = draftName("stf_asha", "cas_1", "reply");
const open = () => draftOf(reply, { text: "" });

beforeEach(forgetDrafts);

test("what somebody types is there when they come back to the case", () => {
  open().change({ text: "Bonjou" });
  assert.equal(open().value.text, "Bonjou");
  assert.equal(open().isTouched, true);
  assert.equal(hasDrafts("stf_asha", "cas_1"), true);
});

test("one person's unsent words are not another's, and one act's not another act's", () => {
  open().change({ text: "Bonjou" });
  assert.equal(hasDrafts("stf_brid"), false);
  assert.equal(hasDrafts("stf_asha", "cas_2"), false);
  assert.equal(isKept(draftName("stf_asha", "cas_1", "confirm")), false);
});

test("two changes before the screen is drawn anew are both kept", () => {
  const draft = draftOf(draftName("stf_asha", "cas_1", "propose-not-admitted"), { reason: "", text: "" });
  draft.change({ reason: "not-about-the-mission" });
  draft.change({ text: "because" });
  assert.deepEqual(draftOf(draftName("stf_asha", "cas_1", "propose-not-admitted"), { reason: "", text: "" }).value, {
    reason: "not-about-the-mission",
    text: "because",
  });
});

test("a form that was only opened leaves nothing behind", () => {
  open();
  assert.equal(hasDrafts("stf_asha"), false);
});

test("what was sent is forgotten", () => {
  open().change({ text: "Bonjou" });
  open().forget();
  assert.equal(hasDrafts("stf_asha"), false);
});

test("unsent words wait for the same person, and are forgotten when another signs in", () => {
  open().change({ text: "Bonjou" });
  keepDraftsOf("stf_asha");
  assert.equal(open().value.text, "Bonjou");
  keepDraftsOf("stf_brid");
  assert.equal(open().isTouched, false);
});
