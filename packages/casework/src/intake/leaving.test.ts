// When somebody leaves the office: what they could read is read on by others, and not by them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type KnownCase, newestKey } from "../case/case.ts";
import type { Actor, OfficeFacts, StaffCommand } from "../case/commands.ts";
import { judgeHistory } from "../history/history.ts";
import { decideStaffAct } from "../law/decide.ts";
import { toAssessed } from "../testing/beginnings.testing.ts";
import {
  asha,
  bruno,
  carla,
  dario,
  deal,
  fabien,
  freshRecipient,
  gerda,
  given,
  grantTo,
  holders,
  ines,
  jules,
  karim,
  lena,
  letIn,
  mona,
  office,
  received,
  rekey,
  type Step,
} from "../testing/given.testing.ts";
import { directoryOf, historyOf } from "../testing/history.testing.ts";
import { recuse, reportRetaliation, toRecommended } from "../testing/later.testing.ts";
import { now } from "../testing/stages.testing.ts";

test("a new key takes the place of the one before, and stands in the record with those who hold it", () => {
  const theCase = given(...toAssessed)
    .when(asha, rekey(1, grantTo(asha, "story", "words-1"), grantTo(fabien, "words-1")))
    .gives("case.rekeyed/1", "case.access-granted/1", "case.access-granted/1");
  assert.deepEqual(
    [theCase.storyRecipient, theCase.formerRecipients],
    [freshRecipient("c"), [received.storyRecipient]],
  );
  assert.equal(newestKey(theCase), "words-1");
  assert.deepEqual(
    theCase.access.map(({ to, keys, reason }) => ({ to, keys, reason })),
    [
      { to: asha.id, keys: ["story", "words-1"], reason: "colleague-left" },
      { to: fabien.id, keys: ["words-1"], reason: "colleague-left" },
    ],
  );
});

test("new keys are counted from one: a grant of any other is refused", () => {
  const toRekeyed: readonly Step[] = [
    ...toAssessed,
    [asha, rekey(1, grantTo(asha, "words-1"), grantTo(fabien, "words-1"))],
  ];
  for (const wrong of ["words-2", "words-0", "words-01", "story"])
    given(...toAssessed)
      .when(asha, rekey(1, grantTo(asha, "words-1"), grantTo(fabien, wrong)))
      .refuses("no-grants");
  given(...toRekeyed)
    .when(asha, rekey(2, grantTo(asha, "words-1"), grantTo(fabien, "words-1")))
    .refuses("no-grants");
  const twice = given(...toRekeyed)
    .when(fabien, rekey(2, grantTo(asha, "words-2"), grantTo(fabien, "words-2")))
    .gives("case.rekeyed/1", "case.access-granted/1", "case.access-granted/1");
  assert.equal(newestKey(twice), "words-2");
});

test("a key that was in use before, or that is the person's own, is no new key", () => {
  const grants = (n: number) => [grantTo(asha, `words-${n}`), grantTo(fabien, `words-${n}`)];
  const order = (n: number, recipient: string): StaffCommand => ({ type: "rekey-case", recipient, grants: grants(n) });
  const rekeyed: readonly Step[] = [...toAssessed, [asha, rekey(1, ...grants(1))]];
  for (const known of [received.storyRecipient, received.replyRecipient])
    given(...toAssessed)
      .when(asha, order(1, known))
      .refuses("key-not-new");
  for (const known of [received.storyRecipient, freshRecipient("c")])
    given(...rekeyed)
      .when(asha, order(2, known))
      .refuses("key-not-new");
});

test("a new key that its maker would not hold, or would hold alone, is refused", () => {
  for (const grants of [[], [grantTo(fabien, "words-1")], [grantTo(asha, "words-1")]])
    given(...toAssessed)
      .when(asha, rekey(1, ...grants))
      .refuses("key-would-be-lost");
});

test("a new key is for nobody who is tied, of another role, or may only see the help asked for", () => {
  for (const wrong of [karim, jules, ines, lena, gerda])
    given(...toAssessed)
      .when(asha, rekey(1, grantTo(asha, "words-1"), grantTo(fabien, "words-1"), grantTo(wrong, "words-1")))
      .refuses("grantee-not-eligible", { to: wrong.id });
});

/** Examined by fabien, before carla, dario and mona; asha let bruno in to help. */
const toReaders: readonly Step[] = [...toRecommended, [asha, letIn(grantTo(bruno, "story"))]];
const readers = [fabien, bruno, carla, dario, mona];
const rekeyTo = (...people: readonly Actor[]): StaffCommand =>
  rekey(1, ...people.map((one) => grantTo(one, "story", "words-1")));

test("a new key leaves out nobody who was let in by name: neither who examines, nor those who decide", () => {
  for (const left of readers)
    given(...toReaders)
      .when(asha, rekeyTo(asha, ...readers.filter((one) => one !== left)))
      .refuses("reader-left-out", { staff: [left.id] });
  given(...toReaders)
    .when(fabien, rekeyTo(fabien, asha))
    .refuses("reader-left-out", { staff: [bruno, carla, dario, mona].map(({ id }) => id) });
  given(...toReaders)
    .when(asha, rekeyTo(asha, ...readers))
    .gives("case.rekeyed/1", ...[asha, ...readers].map(() => "case.access-granted/1" as const));
  const again: readonly Step[] = [...toReaders, [asha, rekeyTo(asha, ...readers)]];
  given(...again)
    .when(asha, rekey(2, ...[asha, fabien, carla, dario, mona].map((one) => grantTo(one, "words-2"))))
    .refuses("reader-left-out", { staff: [bruno.id] });
});

test("whoever left, is suspended, stepped back, is complained about or tied by now gets no new key, and nobody waits for them", () => {
  const order = rekeyTo(asha, ...readers.filter((one) => one !== dario));
  const { theCase } = given(...toReaders);
  const changed = (change: (one: OfficeFacts["staff"][number]) => readonly OfficeFacts["staff"][number][]) => ({
    ...office,
    staff: office.staff.flatMap((one) => (one.id === dario.id ? change(one) : [one])),
  });
  const offices: readonly OfficeFacts[] = [
    changed(() => []),
    { ...changed(() => []), listed: office.staff },
    changed((one) => [{ ...one, ties: ["bravo"] }]),
    changed((one) => [{ ...one, role: "registrar" }]),
    changed((one) => [{ ...one, role: "support" }]),
  ];
  for (const facts of offices) {
    const answer = decideStaffAct(theCase, order, { actor: asha, office: facts, at: now });
    assert.ok(answer.ok, JSON.stringify(answer));
  }
  for (const step of [[dario, recuse()] as Step, [bruno, reportRetaliation(dario)] as Step])
    given(...toReaders, step)
      .when(asha, order)
      .gives("case.rekeyed/1", ...[asha, fabien, bruno, carla, mona].map(() => "case.access-granted/1" as const));
});

test("what was recorded is judged without that: nobody knows later who was suspended just then", () => {
  const steps: readonly Step[] = [...toReaders, [asha, rekeyTo(asha, fabien), "before"]];
  const { theCase, unlawful } = judgeHistory(historyOf(...steps), directoryOf);
  assert.deepEqual([newestKey(theCase as KnownCase), unlawful], ["words-1", []]);
});

test("a case has forty new keys at most: more would not fit a grant", () => {
  const history: Step[] = [...toAssessed];
  for (let n = 1; n <= 40; n++) {
    const recipient = `age1pq1${"qpzry9x8gf"[n % 10]}${String(n).padStart(2, "2").replaceAll("1", "7")}`;
    const grants = [grantTo(asha, `words-${n}`), grantTo(fabien, `words-${n}`)];
    history.push([asha, { type: "rekey-case", recipient: `${recipient}-${n}`, grants }]);
  }
  given(...history)
    .when(asha, rekey(1, grantTo(asha, "words-41"), grantTo(fabien, "words-41")))
    .refuses("rekeyed-too-often");
});

test("an escrow dealt anew goes to five lawful holders, none of them tied to the respondent", () => {
  const [tied] = holders;
  const tiedOffice = {
    ...office,
    staff: [...office.staff, { ...lena, id: tied!, ties: ["alfa"], bench: "first" as const }],
  };
  const { theCase } = given(...toAssessed);
  const answer = decideStaffAct(theCase, deal(), { actor: asha, office: tiedOffice, at: now });
  assert.deepEqual(answer, { ok: false, refusal: { code: "unlawful-escrow" } });
  given(...toAssessed)
    .when(asha, deal())
    .gives("case.escrow-dealt/1");
  given(...toAssessed)
    .when(asha, deal({ threshold: 2 }))
    .refuses("unlawful-escrow");
  given(...toAssessed)
    .when(asha, deal({ shares: [] }))
    .refuses("unlawful-escrow");
});
