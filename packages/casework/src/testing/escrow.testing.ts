// Openings of an escrow, as tests give them: each step at an hour of its own, counted from the filing.
import assert from "node:assert/strict";
import type { StaffId } from "@temwen/vocabulary";
import type { LaterOrder } from "../acts/later-acts.ts";
import type { Case, KnownCase } from "../case/case.ts";
import type { Actor, CaseRefusal, OfficeFacts, StaffCommand } from "../case/commands.ts";
import type { CaseFact } from "../facts/facts.ts";
import type { Witnessed } from "../history/read-acts.ts";
import { decideStaffAct } from "../law/decide.ts";
import { evolveCase } from "../law/evolve.ts";
import {
  acknowledge,
  asha,
  assess,
  bruno,
  digestOf,
  filed,
  holders,
  hourAfter,
  office,
  part,
  received,
} from "./given.testing.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;

/** The five who hold the shares, and one who has none. */
export const keepers: readonly Actor[] = holders.map((id) => ({ id, role: "escrow-holder", ties: [] }));
export const [anna, boris, celia, david, edith] = keepers as readonly [Actor, Actor, Actor, Actor, Actor];

/** The office of these tests, holders among its staff. */
export const officeOfHolders: OfficeFacts = {
  ...office,
  staff: [...office.staff, ...keepers.map((one) => ({ ...one, bench: "first" as const }))],
};
/** The same office after these people left it. */
export const without = (...gone: readonly Actor[]): OfficeFacts => ({
  ...officeOfHolders,
  staff: officeOfHolders.staff.filter(({ id }) => !gone.some((one) => one.id === id)),
});

/** An order, or what somebody orders of the case as it stands then. */
type Ordered = StaffCommand | ((theCase: KnownCase) => StaffCommand);
export type Timed = readonly [actor: Actor, order: Ordered, hour: number, office?: OfficeFacts];

const standing = ({ opening, openings }: KnownCase) => ({
  opening: opening?.number ?? openings ?? 1,
  terms: opening?.terms ?? digestOf("nothing was proposed"),
});
export const proposeOpening = (change: Partial<Order<"propose-opening">> = {}): StaffCommand => ({
  type: "propose-opening",
  opening: 1,
  because: "readers-unreachable",
  readers: [bruno.id],
  ...change,
});
export const confirmDanger = (theCase: KnownCase): StaffCommand => ({ type: "confirm-danger", ...standing(theCase) });
export const agree = (theCase: KnownCase): StaffCommand => ({
  type: "agree-opening",
  ...standing(theCase),
  shares: (theCase.opening?.readers ?? []).map((to: StaffId, i) => ({ to, ...part(`opening-9-${i + 1}`) })),
});
export const stop = (theCase: KnownCase): StaffCommand => ({
  type: "stop-opening",
  ...standing(theCase),
  because: "not-needed",
});
export const openEscrow = (theCase: KnownCase): StaffCommand => ({
  type: "open-escrow",
  ...standing(theCase),
  because: theCase.opening?.because ?? "readers-refuse",
});

/** Every order of an opening, and the roles that give it. */
export const openingOrders = (): readonly (readonly [StaffCommand, string])[] => {
  const nothing = givenAt(...toAssessed).theCase;
  const careful = "intake investigator child-protection panel support";
  return [
    [proposeOpening(), "intake investigator child-protection panel"],
    [confirmDanger(nothing), careful],
    [stop(nothing), careful],
    [agree(nothing), "escrow-holder"],
    [openEscrow(nothing), "intake investigator"],
  ];
};

/** About the force called bravo; at the eleventh hour bruno is to have the key. */
export const toAssessed: readonly Timed[] = [
  [asha, acknowledge(), 1],
  [bruno, assess({ forces: ["bravo"] }), 2],
];
export const toProposed: readonly Timed[] = [...toAssessed, [asha, proposeOpening(), 11]];
export const toAtRisk: readonly Timed[] = [...toAssessed, [asha, proposeOpening({ because: "life-at-risk" }), 11]];
export const toAgreed: readonly Timed[] = [...toProposed, [anna, agree, 12], [boris, agree, 13], [celia, agree, 14]];
export const toOpened: readonly Timed[] = [...toAgreed, [bruno, openEscrow, 60]];

type Answer = { readonly facts: readonly CaseFact[] } | { readonly refusal: CaseRefusal };

/** What the rules answer to one step at its hour. */
export function answerTo(theCase: Case, [actor, ordered, hour, where = officeOfHolders]: Timed): Answer {
  const order = typeof ordered === "function" ? ordered(theCase as KnownCase) : ordered;
  const decided = decideStaffAct(theCase, order, { actor, office: where, at: hourAfter(hour) });
  return decided.ok ? { facts: decided.value } : { refusal: decided.refusal };
}

/** The case after the facts of a step. */
export const afterStep = (theCase: Case, [actor, , hour]: Timed, facts: readonly CaseFact[]): Case =>
  facts.reduce<Case>((before, fact) => evolveCase(before, { fact, at: hourAfter(hour), by: actor.id }), theCase);

/** A history of steps that were all granted, as a reader has it. */
export function historyAt(...steps: readonly Timed[]): readonly Witnessed[] {
  let theCase: Case = filed;
  const history: Witnessed[] = [{ fact: received, at: hourAfter(0), index: 0 }];
  for (const step of steps) {
    const answer = answerTo(theCase, step);
    if ("refusal" in answer) throw new Error(`a step was refused: ${answer.refusal.code}`);
    theCase = afterStep(theCase, step, answer.facts);
    for (const fact of answer.facts) {
      history.push({ fact, at: hourAfter(step[2]), by: step[0].id, epoch: 7, index: history.length });
    }
  }
  return history;
}

/** Given steps at their hours, when somebody orders something at another, then facts or a refusal. */
export function givenAt(...steps: readonly Timed[]) {
  const theCase = steps.reduce<Case>((before, step, i) => {
    const answer = answerTo(before, step);
    if ("refusal" in answer) throw new Error(`step ${i} was refused: ${answer.refusal.code}`);
    return afterStep(before, step, answer.facts);
  }, filed);
  return {
    theCase: theCase as KnownCase,
    when: (...step: Timed) => ({
      refuses(code: CaseRefusal["code"], more: object = {}): void {
        const answer = answerTo(theCase, step);
        assert.ok("refusal" in answer, `granted, but ${code} was expected`);
        assert.deepEqual({ ...answer.refusal, ...more }, answer.refusal);
        assert.equal(answer.refusal.code, code);
      },
      gives(...types: readonly CaseFact["type"][]): KnownCase {
        const answer = answerTo(theCase, step);
        assert.ok("facts" in answer, `refused: ${JSON.stringify(answer)}`);
        assert.deepEqual(
          answer.facts.map(({ type }) => type),
          types,
        );
        return afterStep(theCase, step, answer.facts) as KnownCase;
      },
    }),
  };
}
