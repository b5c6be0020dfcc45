// What a desk and a person's device find in an opening that somebody shows them.
import assert from "node:assert/strict";
import { test } from "node:test";
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
  toAgreed,
  toAtRisk,
  toOpened,
} from "../testing/escrow.testing.ts";
import { asha, bruno, deal, hourAfter, hugo } from "../testing/given.testing.ts";
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

test("the person's own device finds an opening that came too early, and a danger confirmed by one role alone", () => {
  const history = historyAt(...toOpened);
  const early = [...history.slice(0, -1), { ...history.at(-1)!, at: hourAfter(50) }];
  const codes = (bent: typeof history) => judgeSeen(bent, directoryOf).unlawful.map(({ refusal }) => refusal.code);
  assert.deepEqual(codes(early), ["opening-waits"]);
  const sure = historyAt(...toAtRisk, [hugo, confirmDanger, 12]);
  const bySame = [...sure.slice(0, -1), { ...sure.at(-1)!, by: bruno.id }];
  assert.deepEqual(codes(bySame), ["cannot-open-for-oneself"]);
});
