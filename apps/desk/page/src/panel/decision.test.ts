import assert from "node:assert/strict";
import { test } from "node:test";
import { composeSections } from "@temwen/casework";
import { bytesToDigest, type CaseId, createId, type Instant } from "@temwen/vocabulary";
import type { SittingView } from "../../../keeper/src/panel/panel-views.ts";
import { decisionShown, findMismatch, nameReason } from "./decision.ts";

const caseId: CaseId = createId("case", new Uint8Array(16).fill(7));
const by = createId("staff", new Uint8Array(16).fill(8));
const reason = "We find otherwise, because the log of the patrol says so.";

function sitting(change: Partial<SittingView> = {}): SittingView {
  const words = {
    sitting: 1,
    decides: "findings",
    findings: [],
    measures: [],
    outcome: "none",
    published: [nameReason(reason)],
    explanation: { part: "explanation-9", digest: bytesToDigest(new Uint8Array(32).fill(9)) },
  } as const;
  const shown = { proposedBy: by, at: "2026-11-03T15:00:00.000Z" as Instant, votes: [] };
  const text = composeSections([
    { name: 1, text: "Because." },
    { name: "published", text: reason },
  ]);
  return { ...words, ...shown, text, decision: decisionShown(caseId, words), ...change };
}

test("nobody is asked to vote on words, findings or a published reason other than those on their screen", () => {
  assert.equal(findMismatch(caseId, sitting()), undefined);
  const { text: _, ...sealed } = sitting();
  assert.equal(findMismatch(caseId, sealed), "words-not-open");
  assert.equal(findMismatch(caseId, sitting({ outcome: "settled" })), "another-decision");
  const other = composeSections([{ name: "published", text: "Something else." }]);
  assert.equal(findMismatch(caseId, sitting({ text: other })), "another-reason");
  assert.equal(findMismatch(caseId, sitting({ text: "No section at all." })), "another-reason");
});
