import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor } from "../case/commands.ts";
import type { CaseFact } from "../facts/facts.ts";
import type { Witnessed } from "../history/read-acts.ts";
import { toAcknowledged, toAssessed, toProposed } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  confirm,
  confirmFlood,
  dario,
  deal,
  fabien,
  gerda,
  grantTo,
  hourAfter,
  ines,
  jules,
  keepOpen,
  lena,
  letIn,
  miss,
  part,
  propose,
  proposeFlood,
  rekey,
  type Step,
  send,
  withdraw,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, moved, signedBy } from "../testing/history.testing.ts";
import { judgeSeen, seenByPerson } from "./seen.ts";

const steps: readonly Step[] = [
  write(1),
  [asha, acknowledge()],
  miss("feedback", hourAfter(1)),
  [bruno, assess()],
  [asha, letIn(grantTo(fabien, "story"))],
  [fabien, send()],
  [asha, rekey(1, grantTo(asha, "story", "words-1"), grantTo(fabien, "words-1"))],
  [asha, deal()],
  [asha, propose({ grants: [grantTo(carla, "story", "words-1")] })],
];
const undecided = historyOf(...steps);
const kept = historyOf(...steps, [carla, keepOpen()], withdraw(2));
const ended = historyOf(
  ...steps,
  [carla, keepOpen()],
  [bruno, propose({ grants: [grantTo(dario, "story", "words-1")] })],
  [dario, confirm()],
);

const typesOf = (events: readonly Witnessed[]): readonly string[] =>
  seenByPerson(events).map(({ fact }) => fact.type.replace(/^case\.|\/[123]$/g, ""));

/** What the person's device says of what it was shown: the stage, and every step the law does not know. */
function judge(events: readonly Witnessed[]) {
  const { theCase, unlawful } = judgeSeen(events, directoryOf);
  return { stage: theCase.stage, codes: unlawful.map(({ index, refusal }) => `${index} ${refusal.code}`) };
}

/** The law's word on facts that somebody signed behind what the person sees. */
function codesOf(before: readonly Witnessed[], actor: Actor, ...facts: readonly CaseFact[]): readonly string[] {
  assert.deepEqual(judge(before).codes, []);
  return judge([...before, ...signedBy(actor, facts, before)]).codes.map((code) => code.replace(/^\d+ /, ""));
}

const acknowledged = historyOf(...toAcknowledged);
const assessed = historyOf(...toAssessed);
const waiting = historyOf(...toProposed);
const factIn = <T extends CaseFact["type"]>(type: T): Extract<CaseFact, { readonly type: T }> =>
  [...ended, ...kept].find(({ fact }) => fact.type === type)?.fact as Extract<CaseFact, { readonly type: T }>;
const notAdmitted = (proposedBy: Actor): CaseFact => ({ ...factIn("case.not-admitted/1"), proposedBy: proposedBy.id });
const keptOpen = (proposedBy: Actor): CaseFact => ({ ...factIn("case.kept-open/1"), proposedBy: proposedBy.id });
/** The proposal alone, as a device gets it: whom it let in is the office's. */
const proposal = (by: Actor): readonly Witnessed[] =>
  signedBy(
    by,
    [{ type: "case.non-admission-proposed/2", reason: "not-about-the-mission", explanation: part("why") }],
    assessed,
  );

test("the person sees that it arrived, what became of it, every message, and every clock that was missed", () => {
  const seen = [
    "received",
    "message-received",
    "acknowledged",
    "message-sent",
    "clock-missed",
    "assessed",
    "message-sent",
  ];
  assert.deepEqual(typesOf(undecided), seen);
});

test("a proposal is the person's to see when it has been decided, and not before", () => {
  const seen = typesOf(undecided);
  assert.deepEqual(typesOf(kept), [...seen, "non-admission-proposed", "kept-open", "withdrawal-asked"]);
  const decisions = ["non-admission-proposed", "kept-open", "non-admission-proposed", "not-admitted", "message-sent"];
  assert.deepEqual(typesOf(ended), [...seen, ...decisions]);
  const again = historyOf(
    ...steps,
    [carla, keepOpen()],
    [bruno, propose({ grants: [grantTo(dario, "story", "words-1")] })],
  );
  assert.deepEqual(typesOf(again), [...seen, "non-admission-proposed", "kept-open"]);
});

const closedUnread = historyOf([asha, proposeFlood()], [carla, confirmFlood()]);

test("the person sees that two people closed it unread, when they have, and nothing of what was only proposed", () => {
  assert.deepEqual(typesOf(historyOf([asha, proposeFlood()])), ["received"]);
  assert.deepEqual(typesOf(closedUnread), ["received", "flood-proposed", "closed-as-flood"]);
  assert.deepEqual(judge(closedUnread), { stage: "closed-as-flood", codes: [] });
  const taken: readonly Step[] = [
    [bruno, acknowledge()],
    [asha, assess()],
    [asha, propose()],
    [carla, keepOpen()],
  ];
  const lapsed = historyOf([asha, proposeFlood()], ...taken);
  assert.ok(!typesOf(lapsed).includes("flood-proposed"));
  assert.deepEqual(judge(lapsed), { stage: "assessed", codes: [] });
  assert.deepEqual(judge(historyOf([asha, proposeFlood()], [carla, confirmFlood()], write(1))).stage, "received");
});

test("closed unread by one person, by others than it says, or with others than were proposed, is not believed", () => {
  const proposed = closedUnread.slice(0, 2);
  const closed = closedUnread.flatMap(({ fact }) => (fact.type === "case.closed-as-flood/1" ? [fact] : []))[0];
  assert.ok(closed);
  const codes = (before: readonly Witnessed[], by: Actor, fact: CaseFact) =>
    judge([...before, ...signedBy(by, [fact], before)]).codes;
  assert.deepEqual(codes(closedUnread.slice(0, 1), carla, closed), ["1 wrong-stage"]);
  assert.deepEqual(codes(proposed, bruno, closed), ["2 wrong-role"]);
  assert.deepEqual(codes(proposed, jules, closed), ["2 tied-to-respondent"]);
  assert.deepEqual(codes(proposed, carla, { ...closed, proposedBy: bruno.id }), ["2 decision-differs"]);
  assert.deepEqual(codes(proposed, carla, { ...closed, caseCount: 3 }), ["2 decision-differs"]);
});

test("who was let in, who holds keys and what the office wrote down of consent is nothing for the mailbox", () => {
  for (const { fact } of seenByPerson(ended))
    assert.ok(!/access-granted|rekeyed|escrow-dealt|consent-given/.test(fact.type), fact.type);
});

test("what the person sees of a lawful case is lawful, and comes to the stage that the office sees", () => {
  for (const [history, stage] of [
    [acknowledged, "acknowledged"],
    [undecided, "assessed"],
    [kept, "assessed"],
    [ended, "not-admitted"],
  ] as const)
    assert.deepEqual(judge(history), { stage, codes: [] });
});

test("a step signed by somebody whose role may not take it is not shown", () => {
  for (const wrong of [carla, fabien, lena]) {
    assert.deepEqual(codesOf(historyOf(), wrong, factIn("case.acknowledged/1")), ["wrong-role"]);
    assert.deepEqual(codesOf(acknowledged, wrong, factIn("case.assessed/3")), ["wrong-role"]);
    assert.deepEqual(
      judge([...assessed, ...proposal(wrong), ...signedBy(dario, [notAdmitted(wrong)], waiting)]).codes,
      ["5 wrong-role", "7 wrong-stage"],
    );
  }
  assert.deepEqual(codesOf(assessed, lena, factIn("case.message-sent/1")), ["wrong-role"]);
  for (const wrong of [bruno, fabien, gerda]) {
    assert.deepEqual(codesOf(waiting, wrong, notAdmitted(asha)), ["wrong-role"]);
    assert.deepEqual(codesOf(waiting, wrong, keptOpen(asha)), ["wrong-role"]);
  }
});

test("no single person shows a complaint as ended: a decision without another's signed proposal is not shown", () => {
  const shown = seenByPerson(assessed);
  for (const decision of [notAdmitted(asha), keptOpen(asha)])
    assert.deepEqual(judge([...shown, ...signedBy(carla, [decision], assessed)]).codes, ["5 wrong-stage"]);
  const named = [...shown, ...proposal(asha), ...signedBy(carla, [notAdmitted(bruno)], waiting)];
  assert.deepEqual(judge(named).codes, ["7 decision-differs"]);
});

test("who proposed to end a case does not end it, also not from another post", () => {
  const [promoted, colleague] = moved as readonly [Actor, Actor];
  assert.deepEqual(codesOf(waiting, promoted, notAdmitted(asha)), ["cannot-confirm-own-proposal"]);
  assert.deepEqual(codesOf(waiting, promoted, keptOpen(asha)), ["cannot-confirm-own-proposal"]);
  const handled = historyOf([asha, acknowledge()], [bruno, assess()], [asha, propose()]);
  assert.deepEqual(codesOf(handled, colleague, notAdmitted(asha)), ["handled-this-case"]);
});

test("a step by somebody who is tied to a respondent is not shown", () => {
  assert.deepEqual(codesOf(acknowledged, ines, factIn("case.assessed/3")), ["tied-to-respondent"]);
  assert.deepEqual(codesOf(assessed, ines, factIn("case.message-sent/1")), ["tied-to-respondent"]);
  assert.deepEqual(codesOf(waiting, jules, notAdmitted(asha)), ["tied-to-respondent"]);
});

test("a step out of its stage is not shown", () => {
  assert.deepEqual(codesOf(acknowledged, asha, factIn("case.acknowledged/1")), ["wrong-stage"]);
  assert.deepEqual(codesOf(historyOf(), asha, factIn("case.message-sent/1")), ["wrong-stage"]);
  assert.deepEqual(codesOf(ended, asha, factIn("case.assessed/3")), ["wrong-stage"]);
  assert.deepEqual(judge(seenByPerson(assessed).slice(1)).codes, [
    "1 unknown-case",
    "3 unknown-case",
    "4 unknown-case",
  ]);
});

test("the person's own words are shown once each", () => {
  const [first, ...rest] = seenByPerson(undecided);
  const own = rest.find(({ fact }) => fact.type === "case.message-received/1");
  assert.ok(first && own);
  assert.deepEqual(judge([first, own, { ...own, index: 2 }]).codes, ["2 out-of-turn"]);
});

test("an undecided proposal that a server shows all the same changes nothing", () => {
  assert.deepEqual(judge(waiting), { stage: "assessed", codes: [] });
});
