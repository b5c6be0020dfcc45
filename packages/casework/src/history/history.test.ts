import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { directoryShape } from "@temwen/office";
import { type Instant, parseInstant } from "@temwen/vocabulary";
import type { Actor } from "../case/commands.ts";
import { clockMissedShape } from "../facts/early-facts.ts";
import { type CaseFact, personFactShape, type ReceivedFact } from "../facts/facts.ts";
import { staffStatementShape } from "../facts/statements.ts";
import { toAcknowledged, toAssessed, toProposed } from "../testing/beginnings.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  confirm,
  dario,
  deal,
  elsa,
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
  received,
  rekey,
  send,
  withdraw,
  write,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf, moved, signedBy } from "../testing/history.testing.ts";
import { judgeHistory } from "./history.ts";
import { runsInto, type Witnessed } from "./read-acts.ts";

const acknowledged = historyOf(...toAcknowledged);
const assessed = historyOf(...toAssessed);
const proposed = historyOf(...toProposed);

/** What the law says of a history: the stage it comes to, and every step it does not know. */
function judge(history: readonly Witnessed[]) {
  const { theCase, unlawful, lawful } = judgeHistory(history, directoryOf);
  return { stage: theCase.stage, codes: unlawful.map(({ index, refusal }) => `${index} ${refusal.code}`), lawful };
}

/** Facts behind a history, signed by somebody: what the law says of them alone. */
function codesOf(history: readonly Witnessed[], actor: Actor, ...facts: readonly CaseFact[]): readonly string[] {
  const before = judge(history);
  assert.deepEqual(before.codes, []);
  const after = judge([...history, ...signedBy(actor, facts, history)]);
  assert.ok(after.codes.length === 0 || after.stage === before.stage);
  return after.codes.map((code) => code.replace(/^\d+ /, ""));
}

const assessedFact = (change: object = {}): CaseFact => {
  const { type: _, ...assessment } = assess() as Extract<ReturnType<typeof assess>, { readonly type: "assess-case" }>;
  return { type: "case.assessed/3", ...assessment, ...change };
};
const messageFact = (number: number): CaseFact => ({
  type: "case.message-sent/1",
  to: received.receiptKey,
  number,
  message: part("reply"),
  copy: part("copy"),
});
const grantFact = (to: Actor, ...keys: readonly string[]): CaseFact => ({
  type: "case.access-granted/1",
  reason: "asked-to-help",
  ...grantTo(to, ...keys),
});
const endFacts = (proposedBy: Actor, number: number): readonly CaseFact[] => [
  { type: "case.not-admitted/1", reason: "not-about-the-mission", proposedBy: proposedBy.id },
  messageFact(number),
];
const keptFact = (proposedBy: Actor): CaseFact => ({
  type: "case.kept-open/1",
  proposedBy: proposedBy.id,
  explanation: part("explanation"),
});
const facts = (history: readonly Witnessed[], from: number): readonly CaseFact[] =>
  history.slice(from).map(({ fact }) => fact);

test("a history that the rules made is lawful from the first step to the last", () => {
  const history = historyOf(
    write(1),
    [asha, acknowledge()],
    miss("feedback", "2026-11-03T16:00:00.000Z"),
    [bruno, assess({ forces: ["bravo"] })],
    [asha, letIn(grantTo(fabien, "story"), grantTo(gerda, "support"))],
    [fabien, send()],
    [asha, rekey(1, grantTo(asha, "story", "words-1"), grantTo(fabien, "words-1"))],
    [asha, deal()],
    [asha, propose({ grants: [grantTo(carla, "story", "words-1")] })],
    [carla, keepOpen()],
    withdraw(2),
    [bruno, propose({ grants: [grantTo(dario, "story", "words-1")] })],
    [dario, confirm()],
    [asha, send()],
  );
  const { stage, codes, lawful } = judge(history);
  assert.deepEqual([stage, codes, lawful.length], ["not-admitted", [], history.length]);
});

test("the golden history of the record is lawful by the golden directory", () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../../../vectors/${name}`, import.meta.url), "utf8"));
  const directory = directoryShape(read("directory.json").directory);
  assert.ok(directory);
  const events = (read("records.json").records as readonly { readonly record: string }[]).map(({ record }, index) => {
    const { at, body } = JSON.parse(record) as { readonly at: string; readonly body: { readonly type: string } };
    const hour = parseInstant(at);
    assert.ok(hour.ok);
    const said = staffStatementShape(body);
    if (said) return { fact: said, at: hour.value, by: said.by, epoch: said.epoch, index };
    const fact = personFactShape(body) ?? clockMissedShape(body) ?? (body as ReceivedFact);
    return { fact, at: hour.value, index };
  });
  const { unlawful, lawful } = judgeHistory(events, (epoch) => (epoch === directory.epoch ? directory : undefined));
  assert.deepEqual([unlawful, lawful.length], [[], events.length]);
});

test("a step signed by somebody whose role may not take it never becomes part of the case", () => {
  for (const wrong of [carla, fabien, lena, gerda]) {
    assert.deepEqual(codesOf(historyOf(), wrong, ...facts(acknowledged, 1)), ["wrong-role"]);
    assert.deepEqual(codesOf(acknowledged, wrong, assessedFact()), ["wrong-role"]);
    assert.deepEqual(codesOf(assessed, wrong, ...facts(proposed, 5)), ["wrong-role"]);
  }
  for (const wrong of [bruno, fabien, lena]) {
    assert.deepEqual(codesOf(proposed, wrong, ...endFacts(asha, 2)), ["wrong-role"]);
    assert.deepEqual(codesOf(proposed, wrong, keptFact(asha)), ["wrong-role"]);
  }
  for (const wrong of [carla, gerda, lena])
    assert.deepEqual(codesOf(assessed, wrong, grantFact(bruno, "story")), ["wrong-role"]);
  assert.deepEqual(codesOf(assessed, lena, messageFact(2)), ["wrong-role"]);
});

test("a role is judged by the directory under which somebody signed, not by a later one", () => {
  const [promoted] = moved as readonly [Actor];
  assert.deepEqual(codesOf(acknowledged, promoted, assessedFact()), ["wrong-role"]);
  assert.deepEqual(codesOf(acknowledged, asha, assessedFact()), []);
});

test("who proposed to end a case and who ends it are two people, also when one of them changed their post", () => {
  const [promoted] = moved as readonly [Actor];
  const letInBoth = historyOf(
    [asha, acknowledge()],
    [asha, assess()],
    [asha, propose()],
    [bruno, letIn(grantTo(asha, "story"))],
  );
  assert.deepEqual(codesOf(letInBoth, promoted, ...endFacts(asha, 2)), ["cannot-confirm-own-proposal"]);
  assert.deepEqual(codesOf(letInBoth, promoted, keptFact(asha)), ["cannot-confirm-own-proposal"]);
  const [, colleague] = moved as readonly [Actor, Actor];
  const handled = historyOf([asha, acknowledge()], [bruno, assess()], [asha, propose()]);
  assert.deepEqual(codesOf(handled, colleague, ...endFacts(asha, 2)), ["handled-this-case"]);
});

test("whoever is tied to a respondent takes no step", () => {
  assert.deepEqual(codesOf(assessed, ines, messageFact(2)), ["tied-to-respondent"]);
  assert.deepEqual(codesOf(acknowledged, ines, assessedFact()), ["tied-to-respondent"]);
  const letInTied = proposed.map((event) =>
    event.fact.type === "case.access-granted/1" ? { ...event, fact: { ...event.fact, to: jules.id } } : event,
  );
  assert.deepEqual(judge(letInTied).codes, ["5 grantee-not-eligible"]);
});

test("whoever was not let in takes no step", () => {
  for (const stranger of [fabien, gerda]) assert.deepEqual(codesOf(assessed, stranger, messageFact(2)), ["not-let-in"]);
  assert.deepEqual(codesOf(assessed, carla, messageFact(2)), ["not-let-in"]);
  for (const stranger of [dario, elsa])
    assert.deepEqual(codesOf(proposed, stranger, ...endFacts(asha, 2)), ["not-let-in"]);
});

test("a step out of its stage is not lawful, whoever signed it", () => {
  assert.deepEqual(codesOf(assessed, asha, ...facts(acknowledged, 1)), ["wrong-stage"]);
  assert.deepEqual(codesOf(assessed, carla, ...endFacts(asha, 2)), ["wrong-stage"]);
  assert.deepEqual(codesOf(historyOf(), asha, messageFact(1)), ["wrong-stage"]);
});

test("an act of which a fact was left out, or that was put together from others, is not lawful", () => {
  const [ack, consent, message] = facts(acknowledged, 1) as readonly [CaseFact, CaseFact, CaseFact];
  for (const torn of [[ack], [ack, consent], [ack, message], [consent], [consent, message], [ack, message, consent]])
    assert.deepEqual(codesOf(historyOf(), asha, ...torn), ["act-incomplete"]);
  assert.deepEqual(codesOf(proposed, carla, ...endFacts(asha, 2).slice(0, 1)), ["act-incomplete"]);
  assert.deepEqual(codesOf(assessed, asha, ...facts(proposed, 5).slice(0, 1)), ["no-grants"]);
  const twoHours = [
    ...acknowledged.slice(0, 2),
    ...acknowledged.slice(2).map((event) => ({ ...event, at: hourAfter(9) })),
  ];
  assert.deepEqual(judge(twoHours).codes, ["1 act-incomplete", "2 act-incomplete"]);
});

test("a fact that the same order would not have given is not lawful", () => {
  assert.deepEqual(codesOf(assessed, asha, messageFact(7)), ["decision-differs"]);
  assert.deepEqual(codesOf(proposed, carla, ...endFacts(bruno, 2)), ["decision-differs"]);
  assert.deepEqual(codesOf(proposed, carla, keptFact(bruno)), ["decision-differs"]);
  const elsewhere = { ...messageFact(2), to: `${"B".repeat(43)}=` } as CaseFact;
  assert.deepEqual(codesOf(assessed, asha, elsewhere), ["decision-differs"]);
});

test("what an order may not contain, a history may not contain either", () => {
  assert.deepEqual(codesOf(acknowledged, asha, assessedFact({ forces: ["charlie"] })), ["unknown-force"]);
  assert.deepEqual(codesOf(acknowledged, asha, assessedFact({ rights: [] })), ["nothing-assessed"]);
  assert.deepEqual(codesOf(assessed, asha, grantFact(gerda, "story")), ["grantee-not-eligible"]);
  const { escrow } = deal({ shares: [] }) as Extract<ReturnType<typeof deal>, { readonly type: "deal-escrow" }>;
  assert.deepEqual(codesOf(assessed, asha, { type: "case.escrow-dealt/1", escrow }), ["unlawful-escrow"]);
});

// The pack of that time is not kept: a department that was taken off its list since must not break old cases.
test("a department that the pack no longer lists does not make an old assessment unlawful", () => {
  assert.deepEqual(codesOf(acknowledged, asha, assessedFact({ department: "dep99" })), []);
});

test("who is not in the directory of the epoch, or had expired at the hour, takes no step", () => {
  const signed = signedBy(asha, [messageFact(2)], assessed);
  const under = (epoch: number, at: Instant) =>
    judge([...assessed, ...signed.map((event) => ({ ...event, epoch, at }))]).codes;
  assert.deepEqual(under(6, hourAfter(9)), ["5 not-in-directory"]);
  assert.deepEqual(under(7, hourAfter(9)), []);
  assert.deepEqual(under(7, hourAfter(24 * 365)), ["5 expired"]);
  assert.deepEqual(under(7, hourAfter(24 * 365 - 1)), []);
});

test("a clock is missed when it was due before, and once", () => {
  const missed = miss("feedback", hourAfter(1));
  const after = (...said: readonly Witnessed[]) => judge([...assessed, ...said]).codes;
  assert.deepEqual(after({ fact: missed, at: hourAfter(9), index: 5 }), []);
  assert.deepEqual(after({ fact: missed, at: hourAfter(1), index: 5 }), ["5 clock-not-missed"]);
  assert.deepEqual(after({ fact: missed, at: hourAfter(9), index: 5 }, { fact: missed, at: hourAfter(10), index: 6 }), [
    "6 clock-not-missed",
  ]);
});

test("a complaint is filed once, and nothing happens before", () => {
  assert.deepEqual(judge([...assessed, { fact: received, at: hourAfter(9), index: 5 }]).codes, ["5 wrong-stage"]);
  assert.deepEqual(judge([{ fact: write(1), at: hourAfter(1), index: 0 }]).codes, ["0 unknown-case"]);
});

test("behind an unlawful step the person's words still count, and acts that do not rest on it", () => {
  const forged = signedBy(bruno, [keptFact(asha)], proposed);
  const written: Witnessed = { fact: write(1), at: hourAfter(9), index: 8 };
  const history = [...proposed, ...forged, written];
  const ended = signedBy(carla, endFacts(asha, 2), history);
  const { stage, codes, lawful } = judge([...history, ...ended]);
  assert.deepEqual([stage, codes], ["not-admitted", ["7 wrong-role"]]);
  assert.ok(lawful.includes(written));
});

test("two acts of one person at one hour are two acts", () => {
  const twice = (...said: readonly CaseFact[]) => codesOf(assessed, asha, ...said);
  assert.deepEqual(twice(messageFact(2), messageFact(3)), []);
  assert.deepEqual(twice(grantFact(fabien, "story"), grantFact(fabien, "story", "support")), []);
  assert.deepEqual(twice(grantFact(fabien, "story"), messageFact(2), assessedFact({ department: "dep02" })), []);
});

test("what the same person says at the hour of their last act would run into it; another hour, person or epoch does not", () => {
  const at = "2026-11-03T16:00:00.000Z" as Instant;
  const said: Witnessed = { fact: messageFact(2), index: 5, by: asha.id, at, epoch: 1 };
  assert.ok(runsInto([said], { by: asha.id, at, epoch: 1 }));
  assert.ok(!runsInto([said], { by: fabien.id, at, epoch: 1 }));
  assert.ok(!runsInto([said], { by: asha.id, at, epoch: 2 }));
  assert.ok(!runsInto([said], { by: asha.id, at: "2026-11-03T16:00:00.001Z" as Instant, epoch: 1 }));
  assert.ok(!runsInto([], { by: asha.id, at, epoch: 1 }));
});

test("thousands of acts of one person at one hour are judged one by one", () => {
  const many = Array.from({ length: 3000 }, (_, i) => messageFact(2 + i));
  assert.deepEqual(codesOf(assessed, asha, ...many), []);
});
