import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parsePack } from "@temwen/mission-pack";
import { canonicalBytes, type Instant, instantToMillis, type Json, millisToInstant } from "@temwen/vocabulary";
import fc from "fast-check";
import { forcesOf } from "../case/case.ts";
import type { StaffCommand } from "../case/commands.ts";
import { runningClocks } from "../clocks/clocks.ts";
import { openedShape } from "../facts/opened-fact.ts";
import { judgeHistory } from "../history/history.ts";
import { mayRead } from "../law/reading.ts";
import { seenByPerson } from "../seen/seen.ts";
import { briefCase } from "../seen/summary.ts";
import {
  acknowledge,
  applyStep,
  asha,
  assess,
  bruno,
  carla,
  confirm,
  confirmErasure,
  dario,
  decideStep,
  everybody,
  fabien,
  given,
  grantTo,
  hourAfter,
  hugo,
  ines,
  letIn,
  propose,
  proposeErasure,
  proposeFlood,
  type Step,
  send,
  testId,
} from "../testing/given.testing.ts";
import {
  admit,
  allege,
  assign,
  closure,
  deliver,
  explainDelay,
  finding,
  measure,
  offerHearing,
  plan,
  recommend,
  ruling,
  take,
} from "../testing/later.testing.ts";
import {
  directoryOf,
  openedCase,
  openedEvent,
  openedFact,
  openedHistory,
  signStep,
  takeUp,
  untold,
} from "../testing/opened.testing.ts";
import { proposeGoingOn, showSummary } from "../testing/owed.testing.ts";

const haiti = parsePack(
  JSON.parse(readFileSync(new URL("../../../../packs/haiti/pack.json", import.meta.url), "utf8")),
);
if (!haiti.ok) throw new Error("the pack is read");

const about = { forces: ["bravo"] };
const toAssessed: readonly Step[] = [
  [bruno, takeUp()],
  [bruno, assess(about)],
];

const codeOf = (step: Step, steps: readonly Step[] = toAssessed): string => {
  const answer = decideStep(openedHistory(...steps).theCase, step);
  return "refusal" in answer ? answer.refusal.code : "granted";
};

test("a case that the office opened goes from acknowledgement to its close without a word to anybody", () => {
  const { theCase, history } = openedHistory(...toAssessed, [bruno, propose()], [carla, untold(confirm())]);
  assert.equal(theCase.stage, "not-admitted");
  assert.ok(history.every(({ fact }) => fact.type !== "case.message-sent/1" && fact.type !== "case.consent-given/1"));
  assert.deepEqual(judgeHistory(history, directoryOf).unlawful, []);
});

test("it is examined like every other, and what nobody told anybody of is no bar to finding it did not happen", () => {
  const { theCase } = openedHistory(
    ...toAssessed,
    [bruno, untold(admit())],
    [bruno, assign()],
    [fabien, take()],
    [fabien, plan()],
    [fabien, allege({ respondent: 1, forces: ["bravo"], kind: "unknown" })],
    [fabien, recommend([finding({ happened: "not-established", answers: "not-established" })])],
  );
  assert.equal(theCase.stage, "before-panel");
});

test("whoever opens a case neither takes it up, assesses, admits nor decides it", () => {
  assert.equal(codeOf([asha, takeUp()], []), "opened-it-oneself");
  for (const order of [assess(about), untold(admit()), propose()])
    assert.equal(codeOf([asha, order]), "opened-it-oneself", order.type);
  assert.equal(codeOf([bruno, untold(admit())]), "granted");
  assert.equal(codeOf([asha, assign()], [...toAssessed, [bruno, untold(admit())]]), "opened-it-oneself");
});

test("there is nobody to write to, and no name, summary or hearing to ask for", () => {
  assert.equal(codeOf([bruno, send()]), "nobody-to-tell");
  assert.equal(codeOf([bruno, acknowledge()], []), "nobody-to-tell");
  const { theCase } = openedHistory(...toAssessed, [bruno, untold(admit())], [bruno, assign()], [fabien, take()]);
  for (const order of [offerHearing(), explainDelay()]) {
    const answer = decideStep(theCase, [fabien, order]);
    assert.equal("refusal" in answer && answer.refusal.code, "nobody-to-tell", order.type);
  }
  assert.equal(codeOf([bruno, { type: "open-identity" }]), "nobody-to-tell");
  assert.equal(codeOf([bruno, proposeGoingOn()]), "nobody-to-tell");
});

test("a person who can be written to is told, as before", () => {
  given().when(asha, takeUp()).refuses("person-not-told");
  const first = openedFact();
  const person = {
    ...first,
    type: "case.received/1",
    receiptKey: `${"A".repeat(43)}=`,
    replyRecipient: first.storyRecipient,
  };
  const history = [{ fact: person as never, at: first.at, index: 0 }];
  const facts = [{ type: "case.acknowledged/1", escrow: (acknowledge() as { readonly escrow: unknown }).escrow }];
  const torn = judgeHistory([...history, ...signStep([bruno, takeUp()], facts as never, history)], directoryOf);
  assert.equal(torn.unlawful[0]?.refusal.code, "act-incomplete");
});

test("whom it is about is known from the first event: whoever is tied reads nothing and opens nothing", () => {
  const theCase = openedCase(openedFact({ forces: ["alfa"] }));
  assert.deepEqual(
    [bruno, ines].map((actor) => mayRead(theCase, actor)),
    [true, false],
  );
  assert.equal(openingRefusal({ forces: ["alfa"], by: ines.id }), "tied-to-respondent");
});

test("what an opened case was opened with bars for good, whatever it is assessed as", () => {
  let theCase = openedCase(openedFact({ forces: ["alfa"] }));
  for (const [place, step] of toAssessed.entries()) {
    const answer = decideStep(theCase, step);
    assert.ok("facts" in answer);
    theCase = applyStep(theCase, step, answer.facts, place + 1);
  }
  assert.deepEqual(forcesOf(theCase), ["bravo"]);
  assert.deepEqual(
    [bruno, ines].map((actor) => mayRead(theCase, actor)),
    [true, false],
  );
});

const openingRefusal = (change: Parameters<typeof openedFact>[0]): string | undefined =>
  judgeHistory([openedEvent(openedFact(change))], directoryOf).unlawful[0]?.refusal.code;

test("who opens it must be of the office's intake or examine for it, and say a source that fits", () => {
  assert.equal(openingRefusal({}), undefined);
  for (const { id } of [fabien, hugo]) assert.equal(openingRefusal({ by: id }), undefined);
  assert.equal(openingRefusal({ by: carla.id }), "wrong-role");
  assert.equal(openingRefusal({ forces: ["charlie"] }), "unknown-force");
  assert.equal(openingRefusal({ forces: [] }), "opening-misfit");
  assert.equal(openingRefusal({ because: "visit" }), "opening-misfit");
  assert.equal(openingRefusal({ because: "handed-over", from: "hti-opc" }), "opening-misfit");
  assert.equal(openingRefusal({ because: "press", from: "hti-opc" }), "opening-misfit");
  assert.equal(openingRefusal({ because: "handed-over", from: "hti-opc", basis: "person-agreed" }), undefined);
  assert.equal(openingRefusal({ epoch: 9 }), "not-in-directory");
});

test("who opened it, when, and under which directory, it says as it was recorded", () => {
  const event = openedEvent();
  const codes = (change: object) =>
    judgeHistory([{ ...event, ...change }], directoryOf).unlawful.map(({ refusal }) => refusal.code);
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ at: hourAfter(1) }), ["decision-differs"]);
  assert.deepEqual(codes({ by: fabien.id }), ["decision-differs"]);
  assert.deepEqual(codes({ epoch: 8 }), ["decision-differs"]);
  assert.equal(openingRefusal({ office: testId("office", "another") }), "decision-differs");
});

test("it begins a case once, and never stands inside one", () => {
  const twice = judgeHistory([openedEvent(), { ...openedEvent(), index: 1 }], directoryOf);
  assert.deepEqual(
    twice.unlawful.map(({ refusal }) => refusal.code),
    ["wrong-stage"],
  );
});

test("it is never closed unread", () => {
  assert.equal(codeOf([bruno, proposeFlood(1)], []), "somebody-looked");
});

test("what two people want erased is erased on its day, by others than whoever opened it, and nobody is told", () => {
  const wanted: readonly Step[] = [...toAssessed, [bruno, letIn(grantTo(carla, "story"))], [bruno, proposeErasure()]];
  assert.equal(codeOf([asha, untold(confirmErasure())], wanted), "opened-it-oneself");
  assert.equal(codeOf([carla, confirmErasure()], wanted), "nobody-to-tell");
  const { theCase, history } = openedHistory(...wanted, [carla, untold(confirmErasure())]);
  assert.ok(theCase.stage !== "unknown" && theCase.erasure?.step === "confirmed");
  const { due } = theCase.erasure;
  const { case: caseId, office } = openedFact();
  const fact = { type: "case.erased/1", case: caseId, office, due } as const;
  const judged = (at: Instant) => judgeHistory([...history, { fact, at, index: history.length }], directoryOf);
  const last = judged(due);
  assert.deepEqual([last.unlawful, last.theCase.stage], [[], "erased"]);
  const early = judged(millisToInstant(instantToMillis(due) - 1));
  assert.equal(early.unlawful.length, 1, "never before its day");
});

test("no word every 28 days is owed to nobody, and every other clock runs", () => {
  const clocks = (steps: readonly Step[]) =>
    runningClocks(openedHistory(...steps).theCase, haiti.value).map(({ id }) => id);
  assert.deepEqual(clocks([]), ["safety-check", "acknowledgement", "feedback"]);
  assert.ok(clocks(toAssessed).includes("feedback"));
  assert.ok(!clocks(toAssessed).includes("person-told"));
});

test("the queue tells how it came in, and whom it is about, before anybody assessed it", () => {
  const theCase = openedCase();
  assert.ok(theCase.stage !== "unknown");
  const { opened, forces } = briefCase(theCase, []).facts;
  assert.deepEqual({ opened, forces }, { opened: "press", forces: "bravo" });
});

test("nothing of it is for a mailbox", () => {
  assert.deepEqual(seenByPerson([openedEvent()]), []);
});

test("its body is read in one spelling, and nothing may be added", () => {
  const body = JSON.parse(new TextDecoder().decode(canonicalBytes({ ...openedFact() } as unknown as Json))) as object;
  const real = { ...body, stops: {}, storyRecipient: openedFact().storyRecipient };
  assert.deepEqual(openedShape(real), real);
  assert.equal(openedShape({ ...real, receiptKey: "" }), undefined);
  assert.equal(openedShape({ ...real, because: "rumour" }), undefined);
});

const anyStep = fc.tuple(
  fc.constantFrom(...everybody),
  fc.constantFrom<StaffCommand>(
    ...[takeUp(), assess(about), untold(admit()), assign(), take(), plan(), allege(), propose(), untold(confirm())],
    ...[send(), acknowledge(), offerHearing(), showSummary(), explainDelay(), deliver(), admit(), confirm()],
    ...[propose({ grants: [grantTo(dario, "story")] }), recommend([finding()]), ruling(measure()), closure(1)],
  ),
);

test("of a thousand histories none tells anybody anything, and in none does whoever opened it judge it", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      let { theCase, history } = openedHistory();
      for (const step of steps) {
        const answer = decideStep(theCase, step);
        if ("refusal" in answer) continue;
        assert.ok(answer.facts.every(({ type }) => type !== "case.message-sent/1"));
        const signed = signStep(step, answer.facts, history);
        history = [...history, ...signed];
        ({ theCase } = judgeHistory(history, directoryOf));
      }
      const judging = [
        "case.acknowledged/1",
        "case.assessed/3",
        "case.admitted/2",
        "case.not-admitted/1",
        "case.taken/1",
      ];
      assert.ok(history.every(({ fact, by }) => by !== asha.id || !judging.includes(fact.type)));
      assert.deepEqual(judgeHistory(history, directoryOf).unlawful, []);
    }),
    { numRuns: 1000 },
  );
});
