// Everybody gives any order at any time, thousands of times over: who acts, and who is let in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isEligible, tiesWith } from "@temwen/office";
import fc from "fast-check";
import { forcesOf } from "../case/case.ts";
import { mayRead } from "../law/reading.ts";
import { anyInquiry, anyStep } from "../testing/any-history.testing.ts";
import { toAcknowledged, toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  asha,
  assess,
  bruno,
  carla,
  change,
  confirm,
  everybody,
  fabien,
  grantTo,
  ines,
  jules,
  karim,
  letIn,
  office,
  propose,
  type Step,
  send,
} from "../testing/given.testing.ts";
import { admit, allege, toInvestigating } from "../testing/later.testing.ts";
import { everNamed, inEveryHistory, type Moment, momentsOf, staffIn } from "../testing/moments.testing.ts";

test("from the moment a person takes an examination back, nobody is let in to examine but to decide that it ends", () => {
  const takenBack: readonly Step[] = [
    ...toAssessedBravo,
    [asha, letIn(grantTo(fabien, "story"))],
    change(1, "help-only"),
  ];
  let tried = 0;
  const property = fc.property(fc.array(anyStep, { maxLength: 15 }), (rest) => {
    for (const { before, order } of staffIn(momentsOf([...takenBack, ...rest]))) {
      if (before.stage === "unknown" || !("grants" in order) || order.type === "propose-non-admission") continue;
      if (before.consentChange !== "help-only" && before.consentChange !== "keep-words") continue;
      tried++;
      for (const { to } of order.grants) {
        const role = office.staff.find(({ id }) => id === to)?.role;
        const isKnown = before.access.some((entry) => entry.to === to);
        assert.ok(isKnown || (role !== "investigator" && role !== "panel"));
      }
    }
  });
  fc.assert(property, { numRuns: 1000 });
  assert.ok(tried > 20, `only ${tried} orders came after`);
});

const weighty: readonly string[] = [
  ...["assess-case", "admit-case", "propose-non-admission", "confirm-non-admission", "keep-open", "accept-withdrawal"],
  ...["propose-transfer", "confirm-transfer", "propose-erasure", "confirm-erasure"],
  ...["propose-decision", "cast-vote", "close-sitting"],
];

test("whoever has a tie that may bear on a case neither says what it is nor ends it", () => {
  let said = 0;
  inEveryHistory((moments) => {
    for (const { before, order, actor } of staffIn(moments)) {
      if (!weighty.includes(order.type)) continue;
      said++;
      const forces = forcesOf(before);
      for (const force of forces.length === 0 ? ["unknown"] : forces) assert.ok(isEligible(actor, force));
      if (order.type === "assess-case") for (const force of order.forces) assert.ok(isEligible(actor, force));
    }
  }, 1500);
  assert.ok(said > 1000, `only ${said}`);
});

test("tied people never produce a fact", () => {
  inEveryHistory((moments) => {
    for (const { before, actor, facts, after } of staffIn(moments)) {
      assert.deepEqual(tiesWith(actor.ties, forcesOf(before)), []);
      if (facts[0]?.type === "case.assessed/3") assert.deepEqual(tiesWith(actor.ties, forcesOf(after)), []);
    }
  });
});

test("whoever is tied to a force that was ever named does nothing, reads nothing and is let in to nothing from then on", () => {
  let corrected = 0;
  const neverUntied = (moments: readonly Moment[]): void => {
    const named = new Set<string>();
    for (const { before, step, facts, after } of moments) {
      const isTied = ({ ties }: { readonly ties: readonly string[] }): boolean => ties.some((tie) => named.has(tie));
      corrected += [...named].some((force) => !forcesOf(before).includes(force)) ? 1 : 0;
      if (!("type" in step)) assert.ok(!isTied(step[0]), step[1].type);
      const letIn = facts.flatMap((fact) => (fact.type === "case.access-granted/1" ? [fact.to] : []));
      for (const one of office.staff) assert.ok(!isTied(one) || !letIn.includes(one.id));
      for (const force of everNamed(facts)) named.add(force);
      for (const one of everybody) assert.ok(!isTied(one) || !mayRead(after, one), one.role);
    }
  };
  for (const begun of [toAcknowledged, toInvestigating]) inEveryHistory(neverUntied, 400, anyCorrected(begun));
  assert.ok(corrected > 300, `only ${corrected}`);
});

/** Histories in which people who are free say again and again whom it is about, and those with a tie are let in and act between. */
const anyCorrected = (begun: readonly Step[]) => {
  const forces = fc.subarray(["alfa", "bravo", "unknown"], { minLength: 1 });
  const said = fc.tuple(fc.constantFrom(asha, bruno), forces).map(([one, all]): Step => [one, assess({ forces: all })]);
  const byTied = fc.constantFrom<Step>(
    ...([ines, karim, jules].map((one) => [asha, letIn(grantTo(one, "story"))]) as readonly Step[]),
    ...([send(), admit(), propose(), assess({ forces: ["bravo"] })].map((order) => [ines, order]) as readonly Step[]),
    [asha, propose({ grants: [grantTo(jules, "story"), grantTo(carla, "story")] })],
    [jules, confirm()],
    [karim, allege()],
  );
  const arbitrary = fc.oneof(
    { weight: 3, arbitrary: said },
    { weight: 3, arbitrary: byTied },
    { weight: 2, arbitrary: anyStep },
  );
  return fc.array(arbitrary, { minLength: 8, maxLength: 20 }).map((rest) => [...begun, ...rest]);
};

test("nobody is let in who is tied to the respondent at that hour, or tied at all while nobody knows whom it is about", () => {
  inEveryHistory((moments) => {
    for (const { before, facts } of moments) {
      for (const fact of facts) {
        if (fact.type !== "case.access-granted/1") continue;
        const grantee = office.staff.find(({ id }) => id === fact.to);
        assert.ok(grantee);
        const forces = forcesOf(before);
        for (const force of forces.length === 0 ? ["unknown"] : forces) assert.ok(isEligible(grantee, force));
      }
    }
  });
});

test("whoever stepped back, or is complained about, never produces a fact again, and is never let in again", () => {
  let steppedBack = 0;
  inEveryHistory(
    (moments) => {
      for (const { before, actor, facts } of staffIn(moments)) {
        const out = before.stage === "unknown" ? [] : [...(before.recused ?? []), ...(before.complainedAbout ?? [])];
        steppedBack += out.length;
        assert.ok(!out.includes(actor.id));
        for (const fact of facts) if (fact.type === "case.access-granted/1") assert.ok(!out.includes(fact.to));
      }
    },
    1000,
    anyInquiry,
  );
  assert.ok(steppedBack > 50, `only ${steppedBack}`);
});

test("nobody examines but whoever was given the case by somebody else, took it, and is not tied", () => {
  let examined = 0;
  const examines: readonly string[] = ["plan-inquiry", "state-allegation", "request-evidence", "record-answer"];
  inEveryHistory(
    (moments) => {
      for (const { before, actor, order } of staffIn(moments)) {
        if (!examines.includes(order.type)) continue;
        examined++;
        assert.ok("inquiry" in before && before.inquiry.taken?.by === actor.id);
        assert.ok(
          before.access.some(({ to, by, reason }) => to === actor.id && by !== actor.id && reason === "assigned"),
        );
        // What comes in after the person took it back is written down all the same.
        if (order.type === "record-answer") continue;
        assert.ok(before.consentChange !== "help-only" && before.consentChange !== "keep-words");
      }
    },
    1000,
    anyInquiry,
  );
  assert.ok(examined > 200, `only ${examined}`);
});

test("nobody is given a case, or has it, whose own case it tells of retaliation for", () => {
  let apart = 0;
  inEveryHistory(
    (moments) => {
      for (const { after } of moments) {
        if (after.stage === "unknown") continue;
        const out = (after.links ?? []).flatMap(({ team }) => team);
        const assigned = "inquiry" in after ? after.inquiry.assigned?.to : undefined;
        apart += out.length > 0 && assigned !== undefined ? 1 : 0;
        assert.ok(assigned === undefined || !out.includes(assigned));
      }
    },
    1500,
    anyInquiry,
  );
  assert.ok(apart > 20, `only ${apart}`);
});

test("everybody who acted is written down as having handled the case", () => {
  inEveryHistory((moments) => {
    const last = moments.at(-1)?.after;
    if (!last || last.stage === "unknown") return;
    assert.deepEqual(new Set(last.handledBy), new Set(staffIn(moments).map(({ actor }) => actor.id)));
  });
});
