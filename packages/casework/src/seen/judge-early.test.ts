import assert from "node:assert/strict";
import { test } from "node:test";
import { consentChoices, type Instant } from "@temwen/vocabulary";
import fc from "fast-check";
import type { Actor } from "../case/commands.ts";
import type { CaseFact } from "../facts/facts.ts";
import type { Witnessed } from "../history/read-acts.ts";
import {
  acknowledge,
  add,
  asha,
  assess,
  bruno,
  change,
  elsa,
  everybody,
  hourAfter,
  ines,
  miss,
  received,
  send,
  withdraw,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, moved, signedBy } from "../testing/history.testing.ts";
import { type EarlyFact, isEarly, judgeEarly } from "./judge-early.ts";
import { judgeSeen, seenByPerson } from "./seen.ts";

type Early = Witnessed & { readonly fact: EarlyFact };

/** What a person is served of a history in which only early facts stand. */
function servedOf(history: readonly Witnessed[]): readonly Early[] {
  const seen = seenByPerson(history);
  assert.ok(seen.every(({ fact }) => isEarly(fact.type)));
  return seen as readonly Early[];
}

function assertSame(events: readonly Early[]): void {
  const whole = judgeSeen(events, directoryOf);
  const early = judgeEarly(events, directoryOf);
  assert.equal(early.stage, whole.theCase.stage);
  assert.deepEqual(early.lawful, whole.lawful);
  const codes = whole.unlawful.map(({ index, refusal }) => ({ index, code: refusal.code }));
  assert.deepEqual(early.unlawful, codes);
}

const lawful = historyOf(
  write(1),
  miss("feedback", hourAfter(1)),
  [asha, acknowledge()],
  change(2, "help-only"),
  [bruno, assess()],
  [asha, send()],
  withdraw(3),
  [bruno, assess({ forces: ["alfa", "bravo"] })],
  [asha, send()],
);

test("until it is assessed, a case looks the same by the short law as by the whole one, after every step", () => {
  const served = servedOf(lawful);
  for (let steps = 0; steps <= served.length; steps++) assertSame(served.slice(0, steps));
  assert.deepEqual(judgeEarly(served, directoryOf).unlawful, []);
  assert.equal(judgeEarly(served, directoryOf).stage, "assessed");
});

test("a step that was left out of it, shown twice, or signed by another is judged the same by both laws", () => {
  const served = servedOf(lawful);
  for (const [place, event] of served.entries()) {
    assertSame(served.filter((_, i) => i !== place));
    assertSame([...served, { ...event, index: served.length }]);
    for (const { id } of [...everybody, ...moved])
      for (const epoch of [7, 8, 9]) assertSame(served.with(place, { ...event, by: id, epoch }));
    assertSame(served.with(place, { ...event, at: "2028-01-01T00:00:00.000Z" as Instant }));
  }
});

test("who is tied to what it was assessed as cannot assess it as something else, by both laws", () => {
  const history = historyOf([asha, acknowledge()], [bruno, assess({ forces: ["alfa"] })]);
  const anew = { ...history.at(-1)?.fact, forces: ["bravo"] } as CaseFact;
  const served = servedOf([...history, ...signedBy(ines, [anew], history)]);
  assertSame(served);
  assert.deepEqual(judgeEarly(served, directoryOf).unlawful, [{ index: served.length, code: "tied-to-respondent" }]);
});

test("who is tied to what an earlier assessment named takes no step, by both laws, and may where both bear the second number", () => {
  for (const [number, unlawful] of [
    [3, [{ index: 4, code: "tied-to-respondent" }]],
    [2, []],
  ] as const) {
    const named = (force: string) =>
      ({ ...assess({ forces: [force] }), type: `case.assessed/${number}` }) as unknown as CaseFact;
    let history = historyOf([asha, acknowledge()]);
    const begun = history.length;
    for (const force of ["alfa", "bravo"]) history = [...history, ...signedBy(bruno, [named(force)], history)];
    const served = servedOf([...history, ...signedBy(ines, [factOf("case.message-sent/1")], history)]);
    assertSame(served);
    const judged = judgeEarly(served, directoryOf).unlawful;
    assert.deepEqual(
      judged,
      unlawful.map((one) => ({ ...one, index: begun + 2 })),
    );
  }
});

test("the thirty-third piece that is added to a case is one too many, by both laws", () => {
  const acts = [1, 2, 3, 4, 5].map((sequence) => add(sequence, sequence === 5 ? 1 : 8));
  const served = acts.map((fact, i): Early => ({ fact: fact as EarlyFact, at: hourAfter(i), index: i + 1 }));
  const all = [...servedOf(lawful).slice(0, 1), ...served];
  assertSame(all);
  assert.deepEqual(judgeEarly(all, directoryOf).unlawful, [{ index: 5, code: "too-much-evidence" }]);
});

test("whatever anybody signs, in whatever order, the short law says of it what the whole law says", () => {
  const force = fc.subarray(["alfa", "bravo", "unknown"], { minLength: 1 });
  const byStaff: fc.Arbitrary<CaseFact> = fc.oneof(
    fc.constant(factOf("case.acknowledged/1")),
    fc.constant(factOf("case.message-sent/1")),
    fc
      .tuple(fc.constantFrom(1, 2, 3, 3), force)
      .map(
        ([number, forces]) => ({ ...factOf("case.assessed/3"), type: `case.assessed/${number}`, forces }) as CaseFact,
      ),
  );
  const turn = fc.constantFrom(0, 0, 0, 0, 1, -1);
  const byPerson = (sequence: number): fc.Arbitrary<CaseFact> =>
    fc.oneof(
      fc.constant(write(sequence)),
      fc.constant(withdraw(sequence)),
      fc.constantFrom(...consentChoices).map((choice) => change(sequence, choice)),
      fc.integer({ min: 0, max: 8 }).map((pieces) => add(sequence, pieces)),
      fc.constant({ ...add(sequence + 1), sequence }),
    );
  const byClock = fc
    .record({ clock: fc.constantFrom("feedback", "decision"), hour: fc.integer({ min: 0, max: 80 }) })
    .map(({ clock, hour }): CaseFact => miss(clock, hourAfter(hour)));
  const signer = fc.constantFrom<Actor>(...everybody, ...moved, asha, asha, bruno, elsa, ines);
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ by: signer, fact: byStaff }) },
    { weight: 4, arbitrary: fc.record({ turn, pick: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ fact: fc.oneof(byClock, fc.constant<CaseFact>(received)) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, isFiled) => {
      let history: readonly Witnessed[] = isFiled ? lawful.slice(0, 1) : [];
      let sequence = 0;
      for (const one of steps) {
        if ("turn" in one) {
          sequence += 1;
          const [fact] = fc.sample(byPerson(sequence + one.turn), { numRuns: 1, seed: one.pick });
          history = [...history, { fact: fact as CaseFact, at: hourAfter(history.length), index: history.length }];
          if (one.turn !== 0) sequence -= 1;
        } else if ("by" in one) history = [...history, ...signedBy(one.by, [one.fact], history)];
        else history = [...history, { fact: one.fact, at: hourAfter(history.length), index: history.length }];
      }
      assertSame(servedOf(history));
    }),
    { numRuns: 400 },
  );
});

const factOf = (type: CaseFact["type"]): CaseFact => lawful.find(({ fact }) => fact.type === type)?.fact as CaseFact;
