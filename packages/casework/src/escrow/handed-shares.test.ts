import assert from "node:assert/strict";
import { test } from "node:test";
import type { KnownCase } from "../case/case.ts";
import type { StaffCommand } from "../case/commands.ts";
import { judgeHistory } from "../history/history.ts";
import type { Witnessed } from "../history/read-acts.ts";
import {
  agree,
  anna,
  boris,
  celia,
  historyAt,
  openEscrow,
  proposeOpening,
  type Timed,
  toAssessed,
} from "../testing/escrow.testing.ts";
import { asha, bruno, deal, fabien, hourAfter, part } from "../testing/given.testing.ts";
import { directoryOf } from "../testing/history.testing.ts";
import { withheldParts } from "./handed-shares.ts";

/** A holder agrees; each part bears the place that it would have in the record. */
const agreeAs = (place: number) => (theCase: KnownCase) =>
  ({
    ...agree(theCase),
    shares: (theCase.opening?.readers ?? []).map((to, i) => ({ to, ...part(`opening-${place}-${i + 1}`) })),
  }) as StaffCommand;
const twoReaders = (opening: number) => proposeOpening({ opening, readers: [bruno.id, fabien.id] });
const three = (first: number, hour: number): readonly Timed[] =>
  [anna, boris, celia].map((holder, i) => [holder, agreeAs(first + i), hour + i] as const);
const toAgreed: readonly Timed[] = [...toAssessed, [asha, twoReaders(1), 11], ...three(6, 12)];
const toOpened: readonly Timed[] = [...toAgreed, [bruno, openEscrow, 60]];

const withheld = (events: readonly Witnessed[], id = bruno.id): readonly string[] => [
  ...withheldParts({ events, lawful: judgeHistory(events, directoryOf).lawful }, id),
];
const ofBruno = ["opening-6-1", "opening-7-1", "opening-8-1"];
const ofFabien = ["opening-6-2", "opening-7-2", "opening-8-2"];

test("until an opening is recorded its shares are nobody's, and from then on those are theirs who recorded it", () => {
  const all = ["opening-6-1", "opening-6-2", "opening-7-1", "opening-7-2", "opening-8-1", "opening-8-2"];
  for (const { id } of [bruno, fabien, asha]) assert.deepEqual(withheld(historyAt(...toAgreed), id), all);
  assert.deepEqual(withheld(historyAt(...toOpened)), ofFabien);
  assert.deepEqual(withheld(historyAt(...toOpened), fabien.id), all);
  assert.deepEqual(withheld(historyAt(...toOpened, [fabien, openEscrow, 61]), fabien.id), ofBruno);
});

test("whoever opened a story once has to record the next opening too before its shares are theirs", () => {
  const again: readonly Timed[] = [...toOpened, [bruno, deal(), 70], [asha, twoReaders(2), 80], ...three(12, 81)];
  const ofNext = ["opening-12-1", "opening-12-2", "opening-13-1", "opening-13-2", "opening-14-1", "opening-14-2"];
  assert.deepEqual(withheld(historyAt(...again)), [...ofFabien, ...ofNext]);
});

test("an opening that somebody wrote into the record before its hour gives nobody a share", () => {
  const history = historyAt(...toOpened);
  const early = [...history.slice(0, -1), { ...history.at(-1)!, at: hourAfter(20) }];
  assert.equal(withheld(early).length, 6);
});
