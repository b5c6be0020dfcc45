// What was recorded before a rule was tightened stays lawful, and nothing new is recorded so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { laterFields } from "../acts/later-acts.ts";
import type { StaffCommand } from "../case/commands.ts";
import { isFormer } from "../facts/former.ts";
import { toAssessedBravo } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  change,
  confirm,
  confirmErasure,
  dario,
  fabien,
  gerda,
  given,
  grantTo,
  ines,
  jules,
  karim,
  letIn,
  mona,
  propose,
  proposeErasure,
  type Step,
  withdraw,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, judgedLawful } from "../testing/history.testing.ts";
import {
  admit,
  agreeOverride,
  allege,
  answered,
  askFor,
  assign,
  closeSitting,
  closure,
  dayAfter,
  decisionIn,
  deliver,
  finding,
  interview,
  measure,
  notify,
  override,
  proposeDecision,
  recommend,
  refer,
  reportRetaliation,
  reviewRetaliation,
  ruling,
  take,
  toClosed,
  toFound,
  toHeard,
  toInvestigating,
  toRuled,
  vote,
} from "../testing/later.testing.ts";
import {
  acceptWithdrawal,
  allowTransfer,
  checkPressure,
  confirmReopening,
  confirmTransfer,
  proposeReopening,
  proposeTransfer,
  reviewed,
} from "../testing/owed.testing.ts";
import { judgeHistory } from "./history.ts";

const formerly = (actor: typeof asha, order: StaffCommand): Step => [actor, order, "formerly"];

const unruled: readonly Step[] = [...toFound, formerly(carla, closure(2))];
const votes = [carla, dario, mona].map((member): Step => [member, vote(decisionIn(unruled), { sitting: 2 })]);
const noticed: readonly Step[] = [...toInvestigating, [fabien, allege()], [fabien, notify({ replyBy: dayAfter(30) })]];
const abused: readonly Step[] = [
  [asha, acknowledge()],
  [asha, assess({ class: "sexual-exploitation-and-abuse", forces: ["bravo"] })],
];
const ofUnknown: readonly Step[] = [
  [asha, acknowledge()],
  [asha, assess({ forces: ["unknown"] })],
];
const free: readonly Step[] = [
  ...[...ofUnknown, withdraw(1)],
  [asha, letIn(grantTo(gerda, "support"))],
  [gerda, checkPressure()],
];
const doubted: readonly Step[] = [
  [asha, acknowledge()],
  [asha, assess({ forces: ["bravo"] })],
  [asha, letIn(grantTo(jules, "story"), grantTo(karim, "story"))],
  [asha, assess({ forces: ["unknown"] })],
];

const ending = (outcome: "not-established") =>
  proposeDecision({ sitting: 2, decides: "closure", findings: [], outcome });

/** A proposal under an earlier number, three votes for it, and the close. */
function decideAs(fact: "case.decision-proposed/2", proposal: StaffCommand, history: readonly Step[]): readonly Step[] {
  const open: readonly Step[] = [...history, [carla, proposal, fact]];
  const cast = [carla, dario, mona].map((member): Step => [member, vote(decisionIn(open), { sitting: 2 })]);
  return [...open, ...cast, [carla, closeSitting(2)]];
}

const byTied = (stage: string, ...steps: readonly Step[]) => ({ steps, stage, now: "tied-to-respondent" });

/** What each rule refuses now, as it was recorded before; how it ended; and what it is refused for. */
const before: readonly { readonly steps: readonly Step[]; readonly stage: string; readonly now: string }[] = [
  { steps: [...unruled, ...votes, [carla, closeSitting(2)]], stage: "closed", now: "nothing-ruled" },
  // A third number came since: under the second, what the first rule refused is refused, and the later rules do not bind.
  {
    steps: decideAs("case.decision-proposed/2", ending("not-established"), toFound),
    ...{ stage: "closed", now: "outcome-misfit" },
  },
  {
    steps: [...toRuled, [asha, deliver({ delivered: "no-answer", decidedBy: "nobody" }), "case.delivery-recorded/2"]],
    ...{ stage: "ruled", now: "day-not-past" },
  },
  {
    steps: [...toFound, [carla, ruling(measure({ due: "2020-01-01" })), "case.decision-proposed/2"]],
    ...{ stage: "found", now: "day-is-past" },
  },
  {
    steps: [...toInvestigating, [fabien, askFor()], formerly(fabien, answered({ answer: "none" }))],
    ...{ stage: "investigating", now: "day-not-past" },
  },
  {
    steps: [...toInvestigating, formerly(fabien, askFor({ due: "2020-01-01" }))],
    ...{ stage: "investigating", now: "day-is-past" },
  },
  { steps: [...noticed, formerly(fabien, notify())], stage: "investigating", now: "takes-days-away" },
  {
    steps: [...toInvestigating, formerly(fabien, interview({ interpreter: "office" }))],
    ...{ stage: "investigating", now: "interpreter-not-named" },
  },
  { steps: [...abused, formerly(asha, admit())], stage: "admitted", now: "track-misfit" },
  {
    steps: [...toInvestigating, [asha, reportRetaliation()], formerly(fabien, reviewRetaliation())],
    ...{ stage: "investigating", now: "examines-this-case" },
  },
  {
    steps: [...reviewed(toClosed, "examined-anew"), formerly(asha, assign()), [fabien, take()]],
    ...{ stage: "investigating", now: "examined-before" },
  },
  // By somebody with a tie, while nobody knew whom it is about. Who agreed had one too.
  byTied("assessed", [asha, acknowledge()], formerly(ines, assess({ forces: ["unknown"] }))),
  byTied("admitted", ...ofUnknown, formerly(ines, admit())),
  byTied("not-admitted", ...doubted, formerly(ines, propose()), [jules, confirm()]),
  byTied("withdrawn", ...free, formerly(ines, acceptWithdrawal())),
  byTied("transferred", ...doubted, [asha, allowTransfer()], formerly(ines, proposeTransfer()), [
    karim,
    confirmTransfer(),
  ]),
  byTied("assessed", ...doubted, formerly(ines, proposeErasure()), [jules, confirmErasure()]),
  {
    steps: [...toAssessedBravo, change(1, "court"), formerly(asha, refer({ waiver: "asked" }))],
    ...{ stage: "assessed", now: "referral-misfit" },
  },
  {
    // Without danger, and though the person said no once more.
    steps: [
      ...[...toAssessedBravo, formerly(asha, override()), [bruno, agreeOverride()] as Step, change(1, "keep-words")],
      [asha, refer({ beyond: "imminent-danger" })],
    ],
    ...{ stage: "assessed", now: "not-grave-enough" },
  },
];

/** A fact by the last of its numbers. */
const numberOfNow = (type: string): string => {
  const [name, number] = type.split("/");
  const numbers = Object.keys(laterFields).flatMap((one) => (one.startsWith(`${name}/`) ? [one] : []));
  const last = numbers.sort().at(-1);
  return last ?? (isFormer({ type }) ? `${name}/${Number(number) + 1}` : type);
};

test("what was recorded before a rule was tightened is lawful for desk and person, and comes to the same case", () => {
  for (const { steps, stage } of before) {
    const { theCase } = judgedLawful(historyOf(...steps));
    assert.equal(given(...steps).theCase.stage, stage);
    assert.equal(theCase.stage, stage);
  }
});

test("the same acts under the number of now are refused, and judged unlawful where somebody signed them all the same", () => {
  for (const { steps, now } of before) {
    const place = steps.findIndex((step) => !("type" in step) && step[2] !== undefined);
    const step = steps[place];
    assert.ok(step && !("type" in step));
    given(...steps.slice(0, place))
      .when(step[0], step[1])
      .refuses(now as "nothing-ruled");
    const renamed = historyOf(...steps).map((event) => {
      const type = numberOfNow(event.fact.type);
      return { ...event, fact: { ...event.fact, type } as typeof event.fact };
    });
    assert.equal(judgeHistory(renamed, directoryOf).unlawful[0]?.refusal.code, now);
  }
});

test("an allegation of before is heard by an earlier notice, and one of now by none but its own", () => {
  const second = allege({ number: 2, right: "liberty" });
  const both = recommend([finding(), finding({ allegation: 2 })]);
  const steps: readonly Step[] = [...toHeard, formerly(fabien, second), [fabien, both]];
  assert.equal(judgedLawful(historyOf(...steps)).theCase.stage, "before-panel");
  given(...toHeard, [fabien, second])
    .when(fabien, both)
    .refuses("respondent-not-heard");
  const renamed = historyOf(...steps).map((event) => {
    const type = isFormer(event.fact) ? "case.allegation-stated/2" : event.fact.type;
    return { ...event, fact: { ...event.fact, type } as typeof event.fact };
  });
  assert.equal(judgeHistory(renamed, directoryOf).unlawful[0]?.refusal.code, "respondent-not-heard");
});

test("an order gives no earlier number any more", () => {
  given(...toRuled, [asha, deliver()], [asha, deliver({ measure: 2 })])
    .when(carla, closure(3))
    .gives("case.decision-proposed/3");
  given(...noticed)
    .when(fabien, notify({ replyBy: dayAfter(30) }))
    .gives("case.respondent-notified/2");
  given(...toInvestigating)
    .when(fabien, interview())
    .gives("case.interview-recorded/2");
  given(...abused)
    .when(asha, admit({ track: "sea" }))
    .gives("case.admitted/2", "case.message-sent/1");
});

test("what was taken up again and is proposed anew is not decided by the rule of the first proposal", () => {
  const ended: readonly Step[] = [...doubted, formerly(ines, propose()), [carla, confirm()]];
  const again: readonly Step[] = [
    ...[...ended, write(1)],
    [asha, proposeReopening()],
    [asha, letIn(grantTo(dario, "story"))],
    [dario, confirmReopening()],
    [asha, propose()],
  ];
  given(...again)
    .when(jules, confirm())
    .refuses("tied-to-respondent");
});
