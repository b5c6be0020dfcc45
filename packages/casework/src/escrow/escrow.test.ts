// A story is opened by those who hold its shares when nobody else can: three of them, after two days, and on the record.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { KnownCase } from "../case/case.ts";
import type { StaffCommand } from "../case/commands.ts";
import { heldBy } from "../case/escrow-state.ts";
import { decideStaffAct } from "../law/decide.ts";
import { mayActOn, mayRead } from "../law/reading.ts";
import {
  agree,
  anna,
  boris,
  celia,
  confirmDanger,
  david,
  edith,
  givenAt,
  officeOfHolders,
  openEscrow,
  proposeOpening,
  stop,
  type Timed,
  toAgreed,
  toAssessed,
  toAtRisk,
  toOpened,
  toProposed,
  without,
} from "../testing/escrow.testing.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  carla,
  deal,
  fabien,
  gerda,
  grantTo,
  hourAfter,
  hugo,
  ines,
  karim,
  lena,
  letIn,
  propose,
} from "../testing/given.testing.ts";
import { recuse } from "../testing/later.testing.ts";

test("three holders who agree and two days open a story, and who opened it may read the case from then on", () => {
  const opened = givenAt(...toAgreed)
    .when(bruno, openEscrow, 59)
    .gives("case.escrow-opened/1");
  assert.deepEqual(opened.access.at(-1)?.keys, ["story"]);
  assert.ok(opened[heldBy]?.spent);
});

test("two holders open nothing, however long they wait", () => {
  const two = [...toProposed, [anna, agree, 12], [boris, agree, 13]] as const;
  givenAt(...two)
    .when(bruno, openEscrow, 340)
    .refuses("too-few-holders", { agreed: 2, needs: 3 });
});

test("nothing is opened within 48 hours of its proposal, however soon three agreed", () => {
  givenAt(...toAgreed)
    .when(bruno, openEscrow, 58.9)
    .refuses("opening-waits");
});

test("a story is opened for the reason that was proposed, and no other", () => {
  const opening = (theCase: KnownCase): StaffCommand =>
    ({ ...openEscrow(theCase), because: "life-at-risk" }) as StaffCommand;
  givenAt(...toAgreed)
    .when(bruno, opening, 60)
    .refuses("another-opening");
});

test("where nobody ever dealt an escrow none is opened", () => {
  const { [heldBy]: _, ...theCase } = givenAt(...toAssessed).theCase;
  const deciding = { actor: asha, office: officeOfHolders, at: hourAfter(11) };
  const decided = decideStaffAct(theCase as KnownCase, proposeOpening(), deciding);
  assert.equal(decided.ok ? "" : decided.refusal.code, "no-escrow");
});

test("where a life is at risk and somebody of another role says so too, nobody waits", () => {
  const sure: readonly Timed[] = [...toAtRisk, [hugo, confirmDanger, 12]];
  const agreed: readonly Timed[] = [...sure, [anna, agree, 12], [boris, agree, 12], [celia, agree, 12]];
  givenAt(...agreed)
    .when(bruno, openEscrow, 13)
    .gives("case.escrow-opened/1");
  givenAt(...sure, [anna, agree, 12])
    .when(bruno, openEscrow, 13)
    .refuses("too-few-holders");
});

test("one person's word that a life is at risk shortens nothing, nor a second one's of the same role", () => {
  const agreed: readonly Timed[] = [...toAtRisk, [anna, agree, 12], [boris, agree, 12], [celia, agree, 12]];
  givenAt(...agreed)
    .when(bruno, openEscrow, 13)
    .refuses("opening-waits");
  givenAt(...toAtRisk)
    .when(asha, confirmDanger, 12)
    .refuses("cannot-confirm-own-proposal");
  givenAt(...toAssessed, [asha, proposeOpening({ because: "life-at-risk", readers: [fabien.id] }), 11])
    .when(bruno, confirmDanger, 12)
    .refuses("same-role");
  givenAt(...toAtRisk)
    .when(bruno, confirmDanger, 12)
    .refuses("cannot-open-for-oneself");
  givenAt(...toProposed)
    .when(hugo, confirmDanger, 12)
    .refuses("nothing-to-confirm");
  givenAt(...toAtRisk, [hugo, confirmDanger, 12])
    .when(carla, confirmDanger, 13)
    .refuses("nothing-to-confirm");
});

test("where whoever proposed left the office, a danger is confirmed by nobody, and it waits", () => {
  givenAt(...toAtRisk)
    .when(hugo, confirmDanger, 12, without(asha))
    .refuses("same-role");
});

test("nobody proposes an opening for themselves, or for somebody who may not read it", () => {
  const given = givenAt(...toAssessed);
  const to = (...readers: readonly { readonly id: (typeof asha)["id"] }[]) =>
    proposeOpening({ readers: readers.map(({ id }) => id) });
  given.when(asha, to(asha), 11).refuses("cannot-open-for-oneself");
  given.when(asha, to(), 11).refuses("no-grants");
  given.when(asha, to(bruno, bruno), 11).refuses("grantee-not-eligible");
  for (const strange of [carla, hugo, gerda, lena, anna]) {
    given.when(asha, to(strange), 11).refuses("grantee-not-eligible", { to: strange.id });
  }
  given.when(asha, to(bruno), 11, without(bruno)).refuses("grantee-not-eligible", { to: bruno.id });
  given.when(asha, to(bruno, fabien), 11).gives("case.opening-proposed/1");
});

test("a new reader with a tie to a respondent is refused, and one who stepped back", () => {
  const aboutAlfa: readonly Timed[] = [
    [asha, acknowledge(), 1],
    [bruno, assess({ forces: ["alfa"] }), 2],
  ];
  givenAt(...aboutAlfa)
    .when(asha, proposeOpening({ readers: [karim.id] }), 11)
    .refuses("grantee-not-eligible", { to: karim.id });
  givenAt(...aboutAlfa)
    .when(ines, proposeOpening(), 11)
    .refuses("tied-to-respondent");
  givenAt(...toAssessed, [bruno, recuse(), 3])
    .when(asha, proposeOpening(), 11)
    .refuses("grantee-not-eligible", { to: bruno.id });
});

test("that all readers are gone is not said while somebody serves who is known to read", () => {
  const gone = proposeOpening({ because: "all-readers-gone" });
  givenAt(...toAssessed)
    .when(bruno, { ...gone, readers: [fabien.id] } as typeof gone, 11)
    .refuses("readers-still-serve");
  givenAt(...toAssessed)
    .when(carla, gone, 11, without(asha))
    .gives("case.opening-proposed/1");
});

test("a holder with a tie to a respondent gives no share, and is not counted", () => {
  const tied = { ...celia, ties: ["bravo"] };
  givenAt(...toProposed)
    .when(tied, agree, 12)
    .refuses("tied-to-respondent");
  const office = without();
  const nowTied = {
    ...office,
    staff: office.staff.map((one) => (one.id === celia.id ? { ...one, ties: ["bravo"] } : one)),
  };
  givenAt(...toAgreed)
    .when(bruno, openEscrow, 60, nowTied)
    .refuses("too-few-holders", { agreed: 2 });
});

test("a holder who left since is not counted, and another may agree in their place", () => {
  const left = without(boris);
  givenAt(...toAgreed)
    .when(bruno, openEscrow, 60, left)
    .refuses("too-few-holders", { agreed: 2 });
  const again = givenAt(...toAgreed, [david, agree, 20, left]);
  again.when(bruno, openEscrow, 60, left).gives("case.escrow-opened/1");
});

test("with three it is enough: of the other two nothing ever tells whether they would have", () => {
  const given = givenAt(...toAgreed);
  for (const other of [david, edith]) given.when(other, agree, 20).refuses("enough-agreed");
  given.when(anna, agree, 20).refuses("already-agreed");
});

test("who holds no share of the case gives none, and sees nothing of it", () => {
  const stranger = { ...anna, id: lena.id };
  const { theCase, when } = givenAt(...toProposed);
  when(stranger, agree, 12).refuses("not-a-holder");
  assert.equal(mayActOn(theCase, stranger), false);
});

test("a holder knows of a case only while its escrow is asked for, and never reads it", () => {
  const reads = (steps: readonly Timed[]) => {
    const { theCase } = givenAt(...steps);
    return [mayActOn(theCase, anna), mayRead(theCase, anna)];
  };
  assert.deepEqual(reads(toAssessed), [false, false]);
  assert.deepEqual(reads(toProposed), [true, false]);
  assert.deepEqual(reads([...toProposed, [fabien, stop, 12]]), [false, false]);
  assert.deepEqual(reads(toOpened), [false, false]);
});

test("who is to read sees the case from the proposal on, and opens it themselves or not at all", () => {
  const forFabien: readonly Timed[] = [...toAssessed, [asha, proposeOpening({ readers: [fabien.id] }), 11]];
  assert.equal(mayRead(givenAt(...toAssessed).theCase, fabien), false);
  assert.equal(mayRead(givenAt(...forFabien).theCase, fabien), true);
  givenAt(...forFabien, [anna, agree, 12], [boris, agree, 13], [celia, agree, 14])
    .when(bruno, openEscrow, 60)
    .refuses("not-a-reader");
  givenAt(...toAgreed)
    .when(anna, openEscrow, 60)
    .refuses("wrong-role");
});

test("a share is handed to those who were proposed, each of them, and to nobody else", () => {
  const given = givenAt(...toProposed);
  given.when(anna, (c) => ({ ...agree(c), shares: [] }) as never, 12).refuses("shares-misfit");
  const other = (c: Parameters<typeof agree>[0]) => {
    const order = agree(c) as Extract<ReturnType<typeof agree>, { readonly type: "agree-opening" }>;
    return { ...order, shares: order.shares.map((share) => ({ ...share, to: asha.id })) };
  };
  given.when(anna, other, 12).refuses("shares-misfit");
});

test("what is agreed to is named by its digest: another proposal's is refused", () => {
  const first = givenAt(...toProposed).theCase;
  const second: readonly Timed[] = [
    ...toProposed,
    [fabien, stop, 12],
    [bruno, proposeOpening({ opening: 2, readers: [fabien.id] }), 13],
  ];
  givenAt(...second)
    .when(anna, () => agree(first), 14)
    .refuses("another-opening");
  givenAt(...second)
    .when(anna, agree, 14)
    .gives("case.opening-agreed/1");
});

test("anybody of the named roles stops it while it waits, and shares given for it open nothing", () => {
  const stopped = givenAt(...toAgreed)
    .when(gerda, stop, 50)
    .gives("case.opening-stopped/1");
  assert.equal(stopped.opening, undefined);
  givenAt(...toAgreed, [gerda, stop, 50])
    .when(bruno, openEscrow, 70)
    .refuses("no-opening");
  givenAt(...toAgreed)
    .when(anna, stop, 50)
    .refuses("wrong-role");
});

test("a proposal counts for two weeks, and then has to be made again", () => {
  const late = 11 + 14 * 24;
  givenAt(...toAgreed)
    .when(bruno, openEscrow, late)
    .refuses("opening-over");
  givenAt(...toProposed)
    .when(asha, proposeOpening({ opening: 2 }), 20)
    .refuses("opening-open", { opening: 1 });
  givenAt(...toAgreed)
    .when(asha, proposeOpening({ opening: 1 }), late)
    .refuses("out-of-number", { expected: 2 });
  const again = givenAt(...toAgreed)
    .when(asha, proposeOpening({ opening: 2 }), late)
    .gives("case.opening-proposed/1");
  assert.deepEqual(again.opening?.agreed, []);
});

test("shares that were used are spent: nothing is proposed, or agreed to, until they are dealt anew", () => {
  const given = givenAt(...toOpened);
  given.when(asha, proposeOpening({ opening: 2 }), 70).refuses("escrow-spent");
  given.when(david, agree, 70).refuses("escrow-spent");
  given.when(bruno, openEscrow, 70).refuses("escrow-spent");
  given.when(gerda, stop, 70).refuses("escrow-spent");
  givenAt(...toOpened, [bruno, deal(), 70])
    .when(asha, proposeOpening({ opening: 2 }), 80)
    .gives("case.opening-proposed/1");
});

test("an escrow dealt anew ends the opening that waits: its shares fit no longer", () => {
  const dealt = givenAt(...toAgreed, [asha, deal(), 20]);
  assert.equal(dealt.theCase.opening, undefined);
  dealt.when(bruno, openEscrow, 60).refuses("no-opening");
});

test("nothing is opened of a case that nobody took up: the page names no holder", () => {
  givenAt().when(asha, proposeOpening(), 11).refuses("wrong-stage");
});

test("after an opening the new reader lets colleagues in, as anybody does who holds the key", () => {
  givenAt(...toOpened)
    .when(bruno, letIn(grantTo(fabien, "story")), 61)
    .gives("case.access-granted/1");
  givenAt(...toOpened)
    .when(bruno, propose(), 61)
    .gives("case.non-admission-proposed/2", "case.access-granted/1");
});
