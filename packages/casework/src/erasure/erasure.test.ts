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
import { evolveCase, foldCase } from "../law/evolve.ts";
import { lawfulOrders } from "../law/orders.ts";
import { mayRead } from "../law/reading.ts";
import { reviewUntil } from "../owed/review.ts";
import { judgeSeen } from "../seen/seen.ts";
import { briefCase } from "../seen/summary.ts";
import { caseAfter, toAssessedBravo, toNotAdmitted } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  add,
  asha,
  askReview,
  assess,
  bruno,
  carla,
  change,
  confirm,
  confirmErasure,
  eraseWithPanel,
  fabien,
  gerda,
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
  withdraw,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful } from "../testing/history.testing.ts";
import { toClosed } from "../testing/later.testing.ts";
import { openedHistory, takeUp, untold } from "../testing/opened.testing.ts";
import {
  acceptWithdrawal,
  allowTransfer,
  checkPressure,
  confirmTransfer,
  proposeTransfer,
  toWithdrawn,
} from "../testing/owed.testing.ts";
import { dueErasure } from "./erasure.ts";

const known: readonly Step[] = [
  [asha, acknowledge()],
  [bruno, assess({ forces: ["alfa"] })],
];
const wanted: readonly Step[] = [...known, ...eraseWithPanel().slice(0, 2)];
const agreed: readonly Step[] = [...known, ...eraseWithPanel()];
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
      .gives("case.erasure-proposed/3");
    given(...wanted)
      .when(carla, confirmErasure())
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
      .when(bruno, confirmErasure())
      .refuses("erasure-under-way");
    given(...wanted)
      .when(bruno, proposeErasure())
      .refuses("erasure-under-way");
  });

  test("no desk can shorten the delay of the pack", () => {
    for (const days of [0, 1, 13, 15]) {
      given(...wanted)
        .when(carla, confirmErasure(days))
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
    const after = given(...agreed)
      .when(asha, send())
      .gives("case.message-sent/1");
    assert.ok(dueErasure(after));
  });
});

describe("an erasure leaves the person room", () => {
  const asked: readonly Step[] = [...toAssessedBravo, [asha, letIn(grantTo(gerda, "support"))], withdraw(1)];
  const free: readonly Step[] = [...asked, [gerda, checkPressure()]];
  const ends: { readonly [stage: string]: readonly Step[] } = {
    "not-admitted": toNotAdmitted,
    withdrawn: toWithdrawn,
    closed: toClosed,
    transferred: [
      ...[...toAssessedBravo, [asha, allowTransfer()], [asha, proposeTransfer()]],
      [bruno, confirmTransfer()],
    ] as readonly Step[],
  };

  test("two of intake end no case that is not decided: somebody of the panel who read it agrees", () => {
    for (const live of [toAssessedBravo.slice(0, 1), toAssessedBravo, asked]) {
      const wanted = given(...live, [asha, proposeErasure()]);
      wanted.when(bruno, confirmErasure()).refuses("panel-must-agree");
      wanted.when(carla, confirmErasure()).refuses("not-let-in");
      given(...live, ...eraseWithPanel().slice(0, 2))
        .when(carla, confirmErasure())
        .gives("case.erasure-confirmed/1", "case.message-sent/1");
    }
  });

  test("two of intake do where the person asked for an end, and protection found them free, behind all they said", () => {
    given(...free, [asha, proposeErasure("person-asked")])
      .when(bruno, confirmErasure())
      .gives("case.erasure-confirmed/1", "case.message-sent/1");
    given(...asked, [gerda, checkPressure({ free: "not-yet" })], [asha, proposeErasure("person-asked")])
      .when(bruno, confirmErasure())
      .refuses("panel-must-agree");
    given(...free, write(2), [asha, proposeErasure("person-asked")])
      .when(bruno, confirmErasure())
      .refuses("panel-must-agree");
  });

  test("nobody says that the person asked for it who asked for nothing since they filed", () => {
    given(...known)
      .when(asha, proposeErasure("person-asked"))
      .refuses("person-asked-nothing");
    given(...known, write(1))
      .when(asha, proposeErasure("person-asked"))
      .gives("case.erasure-proposed/3");
  });

  test("behind an end nothing is erased before the days are over in which the person may ask for a review", () => {
    for (const [stage, end] of Object.entries(ends)) {
      const before = caseAfter(...end);
      assert.equal(before.stage, stage);
      const until = reviewUntil(before);
      const after = caseAfter(...end, [asha, proposeErasure()], [bruno, confirmErasure()]);
      assert.ok(until);
      assert.equal(dueErasure(after), until, stage);
      const ended = before.stage === "not-admitted" ? before.decidedAt : before.outcomeToldAt;
      assert.equal(instantToMillis(until) - instantToMillis(ended!), 30 * day);
      const heard = given(...end, [asha, proposeErasure()], [bruno, confirmErasure()])
        .whenThePerson(askReview(before.sequence + 1))
        .gives("case.review-asked/1");
      assert.equal(heard.erasure, undefined);
    }
  });

  test("once no review can be asked any more it waits the days of the pack, and no longer", () => {
    const wanted = caseAfter(...toNotAdmitted, [asha, proposeErasure()]);
    const until = instantToMillis(reviewUntil(wanted)!);
    const confirmedAt = (at: Instant) => {
      const decided = decideStaffAct(wanted, confirmErasure(), { actor: bruno, office, at });
      assert.ok(decided.ok);
      return dueErasure(evolveCase(wanted, { fact: decided.value[0]!, at, by: bruno.id }));
    };
    assert.equal(confirmedAt(millisToInstant(until - 15 * day)), millisToInstant(until));
    assert.equal(confirmedAt(millisToInstant(until - 13 * day)), millisToInstant(until + day));
  });

  test("whatever the person says that would have it go on stops it until its hour, and an end they ask for does not", () => {
    const goingOn = [write(1), add(1), change(1, "investigate-with-me")];
    for (const steps of [wanted, agreed]) {
      for (const act of goingOn) assert.equal(caseAfter(...steps, act).erasure, undefined, act.type);
      assert.ok(caseAfter(...steps, withdraw(1)).erasure);
    }
    const theCase = caseAfter(...agreed);
    const due = dueErasure(theCase)!;
    const heardAt = (at: Instant) => evolveCase(theCase, { fact: write(1), at });
    assert.equal(dueErasure(heardAt(millisToInstant(instantToMillis(due) - 1))), undefined);
    assert.equal(dueErasure(heardAt(due)), due);
  });

  test("what is to be erased does not end as withdrawn, whose days would be longer", () => {
    given(...free, ...eraseWithPanel())
      .when(bruno, acceptWithdrawal())
      .refuses("erasure-under-way");
    given(...free, ...eraseWithPanel(), [asha, stopErasure()])
      .when(bruno, acceptWithdrawal())
      .gives("case.withdrawal-accepted/2", "case.message-sent/1");
  });

  test("of a case that nobody brought there is nobody to ask for a review", () => {
    const { theCase } = openedHistory(
      ...([
        [bruno, takeUp()],
        [bruno, assess({ forces: ["bravo"] })],
        [bruno, propose()],
      ] as const),
      ...([
        [carla, untold(confirm())],
        [bruno, proposeErasure()],
        [carla, untold(confirmErasure())],
      ] as const),
    );
    assert.ok(theCase.stage === "not-admitted" && theCase.erasure?.step === "confirmed");
    assert.ok(instantToMillis(theCase.erasure.due) - instantToMillis(theCase.decidedAt) < 15 * day);
  });

  test("what two of intake had agreed before that rule is lawful, runs as it did then, and stops for a review alone", () => {
    const before: readonly Step[] = [
      ...known,
      [asha, proposeErasure("person-asked"), "formerly"],
      [bruno, confirmErasure()],
    ];
    judgedLawful(historyOf(...before));
    assert.ok(caseAfter(...before, write(1)).erasure);
    const ended: readonly Step[] = [
      ...toNotAdmitted,
      [asha, proposeErasure("person-asked"), "formerly"],
      [bruno, confirmErasure()],
    ];
    const confirmed = foldCase(historyOf(...ended));
    const hour = historyOf(...ended).find(({ fact }) => fact.type === "case.erasure-confirmed/1")?.at;
    assert.equal(instantToMillis(dueErasure(confirmed)!) - instantToMillis(hour!), 14 * day);
    assert.equal(caseAfter(...ended, askReview(1)).erasure, undefined);
    const renamed = historyOf(...before).map((event) =>
      event.fact.type === "case.erasure-proposed/1"
        ? { ...event, fact: { ...event.fact, type: "case.erasure-proposed/2" as const } }
        : event,
    );
    const { unlawful } = judgeHistory(renamed, directoryOf);
    assert.equal(unlawful[0]?.refusal.code, "person-asked-nothing");
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
        assert.ok(lawfulOrders(theCase, actor, later).every(({ refusal }) => refusal !== undefined));
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
    const seen = judgeSeen(historyOf(...agreed), directoryOf);
    assert.deepEqual(seen.unlawful, []);
    assert.equal(seen.lawful.at(-1)?.fact.type, "case.message-sent/1");
    assert.ok(seen.lawful.every(({ fact }) => !fact.type.includes("erasure")));
  });
});

const clock: Clock = {
  ...{ id: "acknowledgement", startsOn: "case.received", stopsOn: "case.acknowledged", due: "P7D" },
  ...{ bearer: "office", source: "example", basis: "platform-default" as const, publish: false },
};
