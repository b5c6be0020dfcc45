import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parseInstant } from "@temwen/vocabulary";
import type { Case } from "../case/case.ts";
import { erasedShape } from "../erasure/erased-shape.ts";
import { clockMissedShape } from "../facts/early-facts.ts";
import { type CaseFact, personFactShape, type ReceivedFact, staffFactFields } from "../facts/facts.ts";
import { openedShape } from "../facts/opened-fact.ts";
import { staffStatementShape } from "../facts/statements.ts";
import { acknowledge, asha, assess, filed, given, part, propose, write } from "../testing/given.testing.ts";
import { evolveCase, foldCase, type Happened } from "./evolve.ts";

type Golden = {
  readonly type: string;
  readonly events: readonly { readonly at: string; readonly body: { readonly type: string } }[];
  readonly case: Case;
};
const folder = new URL("../../../../vectors/case-streams/", import.meta.url);
const golden = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Golden);

/** A body of the record as a reader meets it: parsed, never trusted. */
function readBody({ at, body }: Golden["events"][number]): Happened {
  const hour = parseInstant(at);
  assert.ok(hour.ok);
  if (body.type === "case.received/1") return { fact: body as ReceivedFact, at: hour.value };
  const opened = openedShape(body);
  if (opened) return { fact: opened, at: hour.value, by: opened.by };
  const staff = staffStatementShape(body);
  if (staff) return { fact: staff, at: hour.value, by: staff.by };
  const other = personFactShape(body) ?? clockMissedShape(body) ?? erasedShape(body);
  assert.ok(other, `${body.type} is not read`);
  return { fact: other, at: hour.value };
}

// More may be known of a case than when its golden file was written; what was known is still so.
test("every version of every event of the record still gives the same case", () => {
  for (const { type, events, case: expected } of golden) {
    assert.equal(events.at(-1)?.body.type, type);
    assert.partialDeepStrictEqual(JSON.parse(JSON.stringify(foldCase(events.map(readBody)))), expected, type);
  }
});

test("every event that the rules know has a golden file", () => {
  const others: readonly CaseFact["type"][] = [
    "case.received/1",
    "case.opened/1",
    "case.message-received/1",
    "case.withdrawal-asked/1",
    "case.consent-changed/1",
    "case.consent-withdrawn/1",
    "case.summary-answered/1",
    "case.treatment-told/1",
    "case.review-asked/1",
    "case.evidence-added/1",
    "case.clock-missed/1",
    "case.erased/1",
  ];
  assert.deepEqual(golden.map(({ type }) => type).sort(), [...Object.keys(staffFactFields), ...others].sort());
});

// The whole statement was spread over the case: the signer's hour and epoch overwrote the case's own.
test("the header of a signed statement does not leak into the case", () => {
  const { events } = golden.find(({ type }) => type === "case.assessed/1")!;
  const theCase = foldCase(events.map(readBody));
  for (const name of ["previous", "index", "by", "at", "case", "type"]) assert.ok(!(name in theCase), name);
  const later = events
    .slice(1)
    .map((event) => ({ ...event, body: { ...event.body, ...("epoch" in event.body && { epoch: 99 }) } }));
  const folded = foldCase([events[0]!, ...later].map(readBody));
  assert.ok("epoch" in folded && folded.epoch === 7);
});

test("a fact out of order is a fault: it cannot have come from the rules", () => {
  const at = "2026-11-03T15:00:00.000Z" as Happened["at"];
  const by = asha.id;
  const assessed: CaseFact = {
    type: "case.assessed/1",
    rights: ["life"],
    class: "unclassified",
    forces: ["alfa"],
    department: "dep01",
    month: "unknown",
    child: "doubt",
  };
  const proposed: CaseFact = {
    type: "case.non-admission-proposed/1",
    reason: "not-about-the-mission",
    explanation: part("explanation"),
  };
  const decided: CaseFact = { type: "case.not-admitted/1", reason: "not-about-the-mission", proposedBy: by };
  const kept: CaseFact = { type: "case.kept-open/1", proposedBy: by, explanation: part("explanation") };
  assert.throws(() => evolveCase({ stage: "unknown" }, { fact: write(1), at }), /never received/);
  for (const fact of [assessed, proposed, decided, kept]) assert.throws(() => evolveCase(filed, { fact, at, by }));
  const { theCase } = given([asha, acknowledge()], [asha, assess()]);
  for (const fact of [decided, kept]) assert.throws(() => evolveCase(theCase, { fact, at, by }));
  assert.throws(() => evolveCase(theCase, { fact: proposed, at }), /without a signer/);
});

test("folding changes nothing that was folded before", () => {
  const { theCase } = given([asha, acknowledge()], [asha, assess()]);
  const before = JSON.stringify(theCase);
  given([asha, acknowledge()], [asha, assess()], [asha, propose()]);
  evolveCase(theCase, { fact: write(1), at: "2026-11-03T15:00:00.000Z" as Happened["at"] });
  assert.equal(JSON.stringify(theCase), before);
});
