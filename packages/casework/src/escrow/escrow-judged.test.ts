// What a desk and a person's device find in an opening that somebody shows them.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { StaffId } from "@temwen/vocabulary";
import { judgeHistory } from "../history/history.ts";
import { judgeSeen } from "../seen/seen.ts";
import {
  anna,
  boris,
  celia,
  confirmDanger,
  david,
  edith,
  historyAt,
  proposeOpening,
  toAgreed,
  toAssessed,
  toOpened,
} from "../testing/escrow.testing.ts";
import { asha, bruno, deal, digestOf, grantTo, hourAfter, hugo, ines, letIn } from "../testing/given.testing.ts";
import { directoryOf, judgedLawful } from "../testing/history.testing.ts";

test("a history in which an opening was made as the law wants it is lawful for desk and person, and both come to the same", () => {
  const seen = judgedLawful(historyAt(...toOpened, [bruno, deal(), 70]));
  const told = seen.lawful.map(({ fact }) => fact.type).filter((type) => /opening|opened/.test(type));
  assert.deepEqual(told, ["case.opening-proposed/1", "case.escrow-opened/1"]);
});

test("who agreed is never the person's to see, nor anything of who did not", () => {
  const seen = judgeSeen(historyAt(...toAgreed), directoryOf).lawful;
  assert.ok(!seen.some(({ by }) => [anna, boris, celia, david, edith].some(({ id }) => id === by)));
});

test("an opening two holders agreed to, too early, or by another than was proposed, is found by every desk that reads it", () => {
  const history = historyAt(...toOpened);
  const last = history.at(-1)!;
  const withoutOne = history.filter(({ by }) => by !== celia.id);
  const codes = (bent: typeof history) => judgeHistory(bent, directoryOf).unlawful.map(({ refusal }) => refusal.code);
  assert.deepEqual(codes(withoutOne), ["too-few-holders"]);
  assert.deepEqual(codes([...history.slice(0, -1), { ...last, at: hourAfter(50) }]), ["opening-waits"]);
  assert.deepEqual(codes([...history.slice(0, -1), { ...last, by: asha.id }]), ["not-a-reader"]);
  const byOne = history.map((one) => (one.fact.type === "case.opening-agreed/1" ? { ...one, by: anna.id } : one));
  assert.deepEqual(codes(byOne), ["already-agreed", "already-agreed", "too-few-holders"]);
});

test("a danger that two of one role confirmed is found by desk and person, and whom it names as reader is no second", () => {
  const atRisk = proposeOpening({ because: "life-at-risk" });
  const hugoIn = letIn(grantTo(hugo, "story"));
  const history = historyAt(...toAssessed, [asha, hugoIn, 3], [asha, atRisk, 11], [hugo, confirmDanger, 12]);
  const by = (id: StaffId) => [...history.slice(0, -1), { ...history.at(-1)!, by: id }];
  for (const judge of [judgeHistory, judgeSeen]) {
    const codes = (id: StaffId) => judge(by(id), directoryOf).unlawful.map(({ refusal }) => refusal.code);
    assert.deepEqual(codes(hugo.id), []);
    assert.deepEqual(codes(ines.id), ["same-role"]);
    assert.deepEqual(codes(bruno.id), ["cannot-open-for-oneself"]);
    assert.deepEqual(codes(asha.id), ["cannot-confirm-own-proposal"]);
  }
});

test("the person's own device finds an opening that came too early, by other terms, or for another reason than was proposed", () => {
  const history = historyAt(...toOpened);
  const early = [...history.slice(0, -1), { ...history.at(-1)!, at: hourAfter(50) }];
  const codes = (bent: typeof history) => judgeSeen(bent, directoryOf).unlawful.map(({ refusal }) => refusal.code);
  assert.deepEqual(codes(early), ["opening-waits"]);
  const saying = (said: object) => {
    const last = history.at(-1)!;
    return [...history.slice(0, -1), { ...last, fact: { ...last.fact, ...said } as typeof last.fact }];
  };
  assert.deepEqual(codes(saying({ terms: digestOf("other terms") })), ["decision-differs"]);
  assert.deepEqual(codes(saying({ because: "life-at-risk" })), ["decision-differs"]);
  assert.deepEqual(codes(saying({})), []);
});
