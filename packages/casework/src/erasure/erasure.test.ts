import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Clock } from "@temwen/mission-pack";
import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import type { Actor } from "../case/commands.ts";
import { runningClocks } from "../clocks/clocks.ts";
import type { ErasedFact } from "../facts/erasure-facts.ts";
import { judgeHistory } from "../history/history.ts";
import type { Witnessed } from "../history/read-acts.ts";
import { decideStaffAct } from "../law/decide.ts";
import { foldCase } from "../law/evolve.ts";
import { lawfulOrders } from "../law/orders.ts";
import { mayRead } from "../law/reading.ts";
import { judgeSeen } from "../seen/seen.ts";
import { briefCase } from "../seen/summary.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  confirmErasure,
  fabien,
  given,
  grantTo,
  ines,
  letIn,
  office,
  propose,
  proposeErasure,
  received,
  type Step,
  send,
  stopErasure,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf } from "../testing/history.testing.ts";
import { dueErasure } from "./erasure.ts";

const known: readonly Step[] = [
  [asha, acknowledge()],
  [bruno, assess({ forces: ["alfa"] })],
];
const wanted: readonly Step[] = [...known, [asha, proposeErasure()]];
const agreed: readonly Step[] = [...wanted, [bruno, confirmErasure()]];
const day = 86_400_000;

/** The history with an erasure said to have run at an hour. */
function erasedAt(at: Instant, due: Instant, ...steps: readonly Step[]): readonly Witnessed[] {
  const history = historyOf(...steps);
  const { case: caseId, office } = received;
  const fact: ErasedFact = { type: "case.erased/1", case: caseId, office, due };
  return [...history, { fact, at, index: history.length }];
}

describe("an erasure takes two people and time", () => {
  test("one proposes it, another confirms it and tells the person, and it is due so many days later", () => {
    given(...known)
      .when(asha, proposeErasure())
      .gives("case.erasure-proposed/2");
    given(...wanted)
      .when(bruno, confirmErasure())
      .gives("case.erasure-confirmed/1", "case.message-sent/1");
    const history = historyOf(...agreed);
    const confirmed = history.find(({ fact }) => fact.type === "case.erasure-confirmed/1");
    const due = dueErasure(foldCase(history));
    assert.ok(due && confirmed);
    assert.equal(instantToMillis(due) - instantToMillis(confirmed.at), 14 * day);
  });

  test("nobody confirms what they proposed", () => {
    given(...wanted)
      .when(asha, confirmErasure())
      .refuses("cannot-confirm-own-proposal");
  });

  test("nobody confirms what nobody proposed, or a second time", () => {
    given(...known)
      .when(bruno, confirmErasure())
      .refuses("no-erasure-proposed");
    given(...agreed)
      .when(carla, confirmErasure())
      .refuses("erasure-under-way");
    given(...wanted)
      .when(bruno, proposeErasure())
      .refuses("erasure-under-way");
  });

  test("no desk can shorten the delay of the pack", () => {
    for (const days of [0, 1, 13, 15]) {
      given(...wanted)
        .when(bruno, confirmErasure(days))
        .refuses("another-delay", { days: 14 });
    }
  });

  test("until its hour either of the two, or a colleague who might have wanted it, stops it", () => {
    for (const by of [asha, bruno, carla, fabien]) {
      for (const steps of [wanted, agreed]) {
        const after = given(...steps)
          .when(by, stopErasure())
          .gives("case.erasure-stopped/1");
        assert.equal(dueErasure(after), undefined);
        assert.equal(after.erasure, undefined);
      }
    }
    given(...known)
      .when(asha, stopErasure())
      .refuses("no-erasure-proposed");
  });

  test("from its hour on nobody stops it: what was taken away by then would be missed", () => {
    const theCase = foldCase(historyOf(...agreed));
    const due = instantToMillis(dueErasure(theCase) as Instant);
    const stopAt = (at: Instant) => decideStaffAct(theCase, stopErasure(), { actor: carla, office, at });
    assert.equal(stopAt(millisToInstant(due - 1)).ok, true);
    for (const late of [due, due + day]) {
      assert.deepEqual(stopAt(millisToInstant(late)), { ok: false, refusal: { code: "erasure-under-way" } });
    }
  });

  test("what two people want gone is not laid before the panel, which would read it while it goes", () => {
    given(...agreed)
      .when(asha, propose())
      .refuses("erasure-under-way");
    given(...wanted)
      .when(asha, propose())
      .gives("case.non-admission-proposed/2", "case.access-granted/1");
  });

  test("it is not begun before somebody has answered, nor while the panel has a proposal before it", () => {
    given().when(asha, proposeErasure()).refuses("wrong-stage");
    given(...known, [asha, propose()])
      .when(asha, proposeErasure())
      .refuses("wrong-stage");
  });

  test("nobody tied to the respondent proposes, confirms or stops it", () => {
    given(...known)
      .when(ines, proposeErasure())
      .refuses("tied-to-respondent");
    for (const order of [confirmErasure(), stopErasure()]) {
      given(...wanted)
        .when(ines, order)
        .refuses("tied-to-respondent");
    }
  });

  test("the work goes on while it waits", () => {
    given(...agreed)
      .when(asha, send())
      .gives("case.message-sent/1");
    given(...agreed)
      .whenThePerson(write(1))
      .gives("case.message-received/1");
  });
});

describe("an erasure that is said to have run", () => {
  const due = dueErasure(foldCase(historyOf(...agreed))) as Instant;
  const later = millisToInstant(instantToMillis(due) + day);

  test("is lawful from its hour on, and leaves a case that shows nothing and can do nothing", () => {
    for (const at of [due, later]) {
      const { theCase, unlawful } = judgeHistory(erasedAt(at, due, ...agreed), directoryOf);
      assert.deepEqual(unlawful, []);
      assert.ok(theCase.stage === "erased");
      assert.deepEqual(runningClocks(theCase, { zone: "UTC", clocks: [clock] }), []);
      assert.deepEqual(briefCase(theCase, []), { stage: "erased", receivedAt: theCase.receivedAt, facts: {} });
      for (const actor of [asha, bruno, carla]) {
        assert.ok(lawfulOrders(theCase, actor).every(({ refusal }) => refusal !== undefined));
      }
    }
  });

  test("is not lawful before its hour, with another hour, or where two people did not want it", () => {
    const early = millisToInstant(instantToMillis(due) - 1);
    const stopped: readonly Step[] = [...agreed, [asha, stopErasure()]];
    for (const history of [
      erasedAt(early, due, ...agreed),
      erasedAt(later, early, ...agreed),
      erasedAt(later, due, ...wanted),
      erasedAt(later, due, ...stopped),
      erasedAt(later, due, ...known),
    ]) {
      const { theCase, unlawful } = judgeHistory(history, directoryOf);
      assert.equal(unlawful[0]?.refusal.code, "not-to-be-erased");
      assert.notEqual(theCase.stage, "erased");
    }
  });

  test("is the last thing that happens: whatever is said to follow is not lawful", () => {
    const history = erasedAt(due, due, ...agreed);
    const again = { ...history.at(-1), index: history.length } as Witnessed;
    const message = { fact: write(1), at: later, index: history.length } as Witnessed;
    const proposal = { ...(historyOf(...wanted).at(-1) as Witnessed), at: later, index: history.length };
    for (const more of [again, message, proposal]) {
      assert.equal(judgeHistory([...history, more], directoryOf).unlawful.length, 1);
    }
  });

  test("is hidden from whoever is tied to the respondent, as the case was", () => {
    const { theCase } = judgeHistory(erasedAt(due, due, ...agreed), directoryOf);
    const mayKnow = (actor: Actor): boolean => mayRead(theCase, actor);
    assert.deepEqual([asha, carla, ines].map(mayKnow), [true, true, false]);
  });

  test("torn from the message to the person it is no act", () => {
    const history = historyOf(...agreed);
    const torn = history.filter(({ fact }, place) => fact.type !== "case.message-sent/1" || place < history.length - 1);
    assert.equal(judgeHistory(torn, directoryOf).unlawful[0]?.refusal.code, "act-incomplete");
  });

  test("the person reads of it in the office's words, and of nothing that is the office's", () => {
    const letInFirst: readonly Step[] = [...known, [asha, letIn(grantTo(bruno, "story"))], ...agreed.slice(2)];
    const seen = judgeSeen(historyOf(...letInFirst), directoryOf);
    assert.deepEqual(seen.unlawful, []);
    assert.equal(seen.lawful.at(-1)?.fact.type, "case.message-sent/1");
    assert.ok(seen.lawful.every(({ fact }) => !fact.type.includes("erasure")));
  });
});

const clock: Clock = {
  ...{ id: "acknowledgement", startsOn: "case.received", stopsOn: "case.acknowledged", due: "P7D" },
  ...{ bearer: "office", source: "example", basis: "platform-default" as const, publish: false },
};
