// Everybody gives any order at any time, thousands of times over: no case ends by one person alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { instantToMillis } from "@temwen/vocabulary";
import fc from "fast-check";
import { dueErasure } from "../erasure/erasure.ts";
import { stillOwed } from "../erasure/still-owed.ts";
import type { ErasureReason } from "../facts/erasure-facts.ts";
import { isAtEnd } from "../owed/opening-again.ts";
import { anyEnding, anyErasure, anyFlood, anyStep } from "../testing/any-history.testing.ts";
import { toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  asha,
  bruno,
  change,
  fabien,
  filed,
  gerda,
  grantTo,
  hourAfter,
  letIn,
  office,
  type Step,
  withdraw,
} from "../testing/given.testing.ts";
import { admit } from "../testing/later.testing.ts";
import { inEveryHistory, momentsOf, staffIn } from "../testing/moments.testing.ts";
import { allowTransfer, confirmTransfer, proposeTransfer, takeBack } from "../testing/owed.testing.ts";

const isHeard = (type: string): boolean =>
  /erasure-stopped|message-received|evidence-added|consent-changed|summary-answered|review-asked/.test(type);

/** Whether an erasure stands at the end: nobody was heard since it was confirmed, and the office came to owe nothing. */
function standsIn(moments: ReturnType<typeof momentsOf>): boolean {
  let wanted: ErasureReason | undefined;
  for (const { facts, after } of moments) {
    for (const fact of facts) {
      if (fact.type === "case.erasure-confirmed/1") wanted = fact.reason;
      else if (isHeard(fact.type)) wanted = undefined;
    }
    const isOwing = after.stage !== "unknown" && stillOwed(after, hourAfter(0)).length > 0;
    if (isOwing && wanted !== "person-asked") wanted = undefined;
  }
  return wanted !== undefined;
}

test("no case is erased, nor comes to an hour for it, unless two different people wanted it and nobody stopped it", () => {
  let confirmed = 0;
  inEveryHistory(
    (moments) => {
      for (const { before, order, actor, after } of staffIn(moments)) {
        if (order.type !== "confirm-erasure" || after.stage === "unknown") continue;
        confirmed++;
        assert.ok(before.stage !== "unknown" && before.erasure?.step === "proposed");
        assert.notEqual(before.erasure.proposedBy, actor.id);
      }
      const last = moments.at(-1)?.after ?? filed;
      assert.equal(dueErasure(last) !== undefined, standsIn(moments));
    },
    1000,
    anyErasure,
  );
  assert.ok(confirmed > 50, `only ${confirmed} confirmed`);
});

test("no case is erased before its person could ask for a review, nor before an end by two of intake whom they did not ask", () => {
  const count = { ended: 0, living: 0, free: 0 };
  inEveryHistory(
    (moments) => {
      for (const { before, order, actor, after } of staffIn(moments)) {
        const due = dueErasure(after);
        if (order.type !== "confirm-erasure" || before.stage === "unknown" || due === undefined) continue;
        if (isAtEnd(before)) {
          count.ended++;
          const ended = before.stage === "not-admitted" ? before.decidedAt : before.outcomeToldAt;
          assert.ok(ended && instantToMillis(due) >= instantToMillis(ended) + 30 * 86_400_000);
        } else if (actor.role === "panel") {
          count.living++;
          assert.ok(before.access.some(({ to, keys }) => to === actor.id && keys.includes("story")));
        } else {
          count.free++;
          assert.ok(before.withdrawalAsked && before.pressure?.isFree);
        }
      }
    },
    2500,
    anyErasure,
  );
  assert.ok(Math.min(...Object.values(count)) > 8, JSON.stringify(count));
});

test("no case ends without admission unless two different people agreed", () => {
  let ended = 0;
  inEveryHistory((moments) => {
    const last = moments.at(-1)?.after;
    if (last?.stage !== "not-admitted") return;
    ended++;
    assert.notEqual(last.proposedBy, last.decidedBy);
    const acts = staffIn(moments);
    const deciding = acts.findIndex(({ order }) => order.type === "confirm-non-admission");
    const earlier = new Set(acts.slice(0, deciding).map(({ actor }) => actor.id));
    const proposals = acts.filter(({ order }) => order.type === "propose-non-admission");
    assert.ok(proposals.some(({ actor }) => actor.id === last.proposedBy));
    assert.ok(!earlier.has(last.decidedBy));
    assert.ok(last.access.some(({ to, keys }) => to === last.decidedBy && keys.includes("story")));
  }, 2000);
  assert.ok(ended > 20, `only ${ended} histories ended`);
});

test("no case ends as withdrawn unless the person asked, somebody of protection found them free, and another agreed", () => {
  const count = { ended: 0, reopened: 0 };
  const way: readonly Step[] = [...toAssessedBravo, [asha, letIn(grantTo(gerda, "support"))], withdraw(1)];
  const mostly = fc.array(fc.oneof({ weight: 1, arbitrary: anyStep }, { weight: 3, arbitrary: anyEnding }), {
    maxLength: 12,
  });
  const property = fc.property(fc.constantFrom(2, 3, 4, 4, 4), mostly, (known, rest) => {
    const moments = momentsOf([...way.slice(0, known), ...rest]);
    for (const [place, { before, step, facts }] of moments.entries()) {
      if (facts[0]?.type === "case.reopened/1") count.reopened++;
      if (facts[0]?.type !== "case.withdrawal-accepted/2" || "type" in step) continue;
      count.ended++;
      assert.ok(before.stage !== "unknown" && before.withdrawalAsked);
      assert.equal(facts[1]?.type, "case.message-sent/1");
      const acts = moments.slice(0, place);
      const asked = acts.findLastIndex((one) => one.facts[0]?.type === "case.withdrawal-asked/1");
      const checks = staffIn(acts.slice(asked)).filter(({ order }) => order.type === "check-pressure");
      const last = checks.at(-1);
      assert.ok(last?.order.type === "check-pressure" && last.order.free === "yes");
      assert.ok(last.actor.role === "support" || last.actor.role === "child-protection");
      assert.notEqual(last.actor.id, step[0].id);
    }
  });
  fc.assert(property, { numRuns: 1000 });
  assert.ok(count.ended > 30, `only ${count.ended}, ${count.reopened} of them opened again`);
});

test("no case is closed unread unless two people without any tie agreed, and nobody else had done anything in it", () => {
  let ended = 0;
  const property = fc.property(
    fc.array(fc.oneof({ weight: 3, arbitrary: anyFlood }, { weight: 1, arbitrary: anyStep }), { maxLength: 10 }),
    (history) => {
      const moments = momentsOf(history);
      for (const [place, { after }] of moments.entries()) {
        if (after.stage !== "closed-as-flood" || moments[place - 1]?.after.stage === "closed-as-flood") continue;
        ended++;
        assert.notEqual(after.flood.proposedBy, after.flood.closedBy);
        assert.deepEqual([...after.handledBy].sort(), [after.flood.proposedBy, after.flood.closedBy].sort());
        const people = office.staff.filter(({ id }) => after.handledBy.includes(id));
        assert.deepEqual(people.map(({ role, ties }) => [role, ties]).sort(), [
          ["intake", []],
          ["panel", []],
        ]);
        assert.equal(after.sequence, 0);
      }
    },
  );
  fc.assert(property, { numRuns: 1000 });
  assert.ok(ended > 20, `only ${ended} were closed`);
});

test("no case is transferred unless two different people did it, and the person allowed it for that recipient until then", () => {
  let transferred = 0;
  const begun: readonly Step[] = [...toAssessedBravo, [asha, allowTransfer()]];
  const anyTransfer: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(
        fc.constantFrom(asha, bruno),
        fc.constantFrom(proposeTransfer(), confirmTransfer(), proposeTransfer("another")),
      ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(asha, fabien), fc.constantFrom(allowTransfer(), admit())) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((n) => change(n, "help-only")) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((n) => takeBack(n, "hti-opc", "transfer")) },
  );
  const histories = fc
    .array(anyTransfer, { maxLength: 12, size: "max" })
    .map((rest): readonly Step[] => [...begun, ...rest]);
  inEveryHistory(
    (moments) => {
      for (const { before, order, actor, facts } of staffIn(moments)) {
        if (order.type !== "confirm-transfer" || before.stage === "unknown") continue;
        transferred++;
        assert.ok(before.transfer && before.transfer.proposedBy !== actor.id);
        const said = before.consents?.find(
          ({ purpose, recipient }) => purpose === "transfer" && recipient === order.recipient,
        );
        assert.equal(said?.given, "yes");
        assert.equal(facts[1]?.type, "case.message-sent/1");
      }
    },
    1000,
    histories,
  );
  assert.ok(transferred > 20, `only ${transferred}`);
});
