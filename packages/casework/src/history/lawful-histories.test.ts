// Everybody gives any order at any time, thousands of times over: what must be true of every case that comes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseId, StaffId } from "@temwen/vocabulary";
import type { StaffFact } from "../facts/facts.ts";
import { staffStatementShape, stateFact } from "../facts/statements.ts";
import { foldCase } from "../law/evolve.ts";
import { mayRead } from "../law/reading.ts";
import { judgeSeen, seenByPerson } from "../seen/seen.ts";
import { anyInquiry } from "../testing/any-history.testing.ts";
import { digestOf, lena, received } from "../testing/given.testing.ts";
import { directoryOf, historyOf, moved } from "../testing/history.testing.ts";
import { inEveryHistory, type Moment, staffIn } from "../testing/moments.testing.ts";
import { judgeHistory } from "./history.ts";
import type { Witnessed } from "./read-acts.ts";

test("what the rules grant always fits the case: no fact is out of order", () => {
  inEveryHistory((moments) => {
    for (const { facts, after } of moments) assert.ok(facts.length > 0 && after.stage !== "unknown");
  });
});

test("a stage is never skipped, and a decided case never moves again", () => {
  const next: { readonly [stage: string]: readonly string[] } = {
    received: ["acknowledged", "flood-proposed"],
    // The person's next act, or an officer who takes it up, makes it a complaint like every other.
    "flood-proposed": ["received", "acknowledged", "closed-as-flood"],
    "closed-as-flood": ["received", "acknowledged"],
    acknowledged: ["assessed"],
    assessed: ["non-admission-proposed", "admitted", "withdrawn", "transferred"],
    admitted: ["investigating", "withdrawn", "transferred"],
    investigating: ["before-panel", "withdrawn", "transferred"],
    "before-panel": ["found", "withdrawn"],
    found: ["ruled", "closed"],
    ruled: ["settled", "closed"],
    settled: ["ruled", "closed"],
    closed: ["investigating"],
    "non-admission-proposed": ["assessed", "not-admitted"],
    "not-admitted": ["assessed"],
    withdrawn: ["assessed", "investigating"],
    transferred: ["assessed", "investigating"],
  };
  inEveryHistory((moments) => {
    for (const { before, after } of moments) {
      if (before.stage !== after.stage)
        assert.ok(next[before.stage]?.includes(after.stage), `${before.stage} to ${after.stage}`);
    }
  });
});

test("every new key was at first in the hands of its maker and of somebody else, and is named in its turn", () => {
  let rekeyed = 0;
  inEveryHistory((moments) => {
    const keys: string[] = [];
    for (const { facts, actor, after } of staffIn(moments)) {
      const [first, ...others] = facts;
      if (first?.type !== "case.rekeyed/1" || after.stage === "unknown") continue;
      rekeyed++;
      keys.push(first.key);
      const holding = others.flatMap((fact) => (fact.type === "case.access-granted/1" ? [fact] : []));
      assert.ok(holding.every((grant) => grant.keys.includes(first.key)));
      assert.ok(holding.some(({ to }) => to === actor.id) && new Set(holding.map(({ to }) => to)).size > 1);
      assert.equal(after.storyRecipient, first.recipient);
      assert.equal(new Set([after.storyRecipient, ...after.formerRecipients]).size, keys.length + 1);
    }
    assert.deepEqual(
      keys,
      keys.map((_, i) => `words-${i + 1}`),
    );
  }, 1500);
  assert.ok(rekeyed > 50, `only ${rekeyed} new keys`);
});

test("messages in both directions are numbered without a gap", () => {
  inEveryHistory((moments) => {
    const facts = moments.flatMap((moment) => moment.facts);
    const sent = facts.flatMap((fact) => (fact.type === "case.message-sent/1" ? [fact.number] : []));
    const asked = facts.flatMap((fact) => ("sequence" in fact ? [fact.sequence] : []));
    assert.deepEqual(
      sent,
      sent.map((_, i) => i + 1),
    );
    assert.deepEqual(
      asked,
      asked.map((_, i) => i + 1),
    );
  });
});

test("evidence that the office takes in is numbered without a gap, and no piece has the name of another", () => {
  let taken = 0;
  inEveryHistory(
    (moments) => {
      const facts = moments.flatMap((moment) => moment.facts);
      const takings = facts.flatMap((fact) => (fact.type === "case.evidence-taken/1" ? [fact] : []));
      taken += takings.length;
      assert.deepEqual(
        takings.map(({ number }) => number),
        takings.map((_, i) => i + 1),
      );
      const names = takings.flatMap(({ note, evidence }) => [note.part, ...evidence.map(({ part }) => part)]);
      assert.equal(new Set(names).size, names.length);
    },
    2000,
    anyInquiry,
  );
  assert.ok(taken > 20, `only ${taken}`);
});

test("every fact that the rules grant can be stated, signed and read back", () => {
  inEveryHistory((moments) => {
    for (const { actor, facts } of staffIn(moments)) {
      for (const fact of facts as readonly StaffFact[]) {
        const statement = stateFact(fact, headerBy(actor.id));
        assert.deepEqual(staffStatementShape(JSON.parse(JSON.stringify(statement))), statement);
      }
    }
  });
});

/**
 * As a reader has it. None where somebody acted who cannot see the case, for the server hides it from them, or from
 * another post than their colleagues knew of: there every act is decided by one directory.
 */
function historyAsRead(moments: readonly Moment[]): readonly Witnessed[] | undefined {
  const acts = staffIn(moments);
  if (!acts.every(({ before, actor }) => mayRead(before, actor) && !moved.includes(actor))) return undefined;
  // When a clock may be said to be missed has a test of its own; here they are said at any hour.
  const steps = moments
    .map(({ step }) => step)
    .filter((step) => !("type" in step && step.type === "case.clock-missed/1"));
  return historyOf(...steps);
}

test("every history that the rules grant is judged lawful by desk and person, and comes to the same case", () => {
  let judged = 0;
  const holds = (moments: readonly Moment[]) => {
    const history = historyAsRead(moments);
    if (!history) return;
    judged++;
    const { theCase, unlawful, lawful } = judgeHistory(history, directoryOf);
    assert.deepEqual([unlawful, lawful], [[], history]);
    assert.deepEqual(theCase, foldCase(history));
    const seen = judgeSeen(history, directoryOf);
    assert.deepEqual([seen.unlawful, seen.lawful], [[], seenByPerson(history)]);
    const before: { readonly [pending: string]: string } = {
      "non-admission-proposed": "assessed",
      "flood-proposed": "received",
    };
    assert.equal(seen.theCase.stage, before[theCase.stage] ?? theCase.stage);
  };
  inEveryHistory(holds, 1000);
  inEveryHistory(holds, 500, anyInquiry);
  assert.ok(judged > 200, `only ${judged} histories`);
});

test("in every lawful history, an act signed by somebody of a role without work in cases is found", () => {
  let found = 0;
  inEveryHistory((moments) => {
    const history = historyAsRead(moments) ?? [];
    for (const event of history) {
      if (!event.by) continue;
      const forged = history.map((one) => (one.at === event.at && one.by ? { ...one, by: lena.id, epoch: 7 } : one));
      const { unlawful } = judgeHistory(forged, directoryOf);
      assert.equal(unlawful[0]?.refusal.code, "wrong-role");
      found++;
    }
  }, 100);
  assert.ok(found > 100, `only ${found} acts`);
});

function headerBy(by: StaffId) {
  const previous = digestOf("the record before");
  const at = "2026-11-03T15:00:00.000Z" as never;
  return { case: received.case as CaseId, office: received.office, epoch: 7, index: 3, previous, by, at };
}
