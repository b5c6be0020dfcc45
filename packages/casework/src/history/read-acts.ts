import { neverHere, type StaffId } from "@temwen/vocabulary";
import { besideOf, isLaterFact, type LaterFact, orderBehind, orderFrom, reasonOf } from "../acts/later-acts.ts";
import type { Grant, StaffCommand, Told } from "../case/commands.ts";
import { custodyOrder } from "../custody/custody.ts";
import type { AccessGrantedFact, CaseFact, StaffFact } from "../facts/facts.ts";
import { floodOrder } from "../flood/flood-orders.ts";
import type { Happened } from "../law/evolve.ts";
import { vaultOrder } from "../vault/vault.ts";

/** An event whose signature, signer and place were checked; staff sign under the directory of an epoch. */
export type Witnessed = Happened & { readonly index: number; readonly epoch?: number };

/** What was recorded together, and the order it must have followed from; one that is torn followed from none. */
export type Act<E extends Witnessed> =
  | { readonly of: "staff"; readonly by: StaffId; readonly events: readonly E[]; readonly order: StaffCommand }
  | { readonly of: "nobody"; readonly events: readonly E[] }
  | { readonly of: "others"; readonly events: readonly [E]; readonly fact: Exclude<CaseFact, StaffFact> };

/** As many facts as one act brings; a server takes no more (docs/specs/http.md). */
const mostFacts = 40;

/**
 * Reads acts back out of a history: the facts of one act stand one behind another, signed by one person under one epoch
 * at one hour, in the order in which the rules give them.
 */
export function readActs<E extends Witnessed>(events: readonly E[]): readonly Act<E>[] {
  const acts: Act<E>[] = [];
  let read = 0;
  for (let first = events[read]; first !== undefined; first = events[read]) {
    const act = readAct(first, events.slice(read + 1, read + mostFacts));
    acts.push(act);
    read += act.events.length;
  }
  return acts;
}

function readAct<E extends Witnessed>(first: E, behind: readonly E[]): Act<E> {
  const { by, fact } = first;
  if (!isStaffFact(fact)) return { of: "others", events: [first], fact };
  const end = behind.findIndex((event) => !isSaidWith(first, event));
  const together = [first, ...(end === -1 ? behind : behind.slice(0, end))];
  const others = together.slice(1).flatMap((event) => (isStaffFact(event.fact) ? [event.fact] : []));
  const read = by && readOrder(fact, others);
  return read
    ? { of: "staff", by, events: together.slice(0, read.facts), order: read.order }
    : { of: "nobody", events: together };
}

/** Who says something, when, and under which directory. */
type Saying = Pick<Witnessed, "by" | "at" | "epoch">;

const isSaidWith = (first: Saying, { fact, by, at, epoch }: Witnessed): boolean =>
  isStaffFact(fact) && by === first.by && at === first.at && epoch === first.epoch;

/**
 * Whether what this person says at this hour would be read as one act with the last thing said in the case. Such an act
 * needs an hour of its own, or two lawful acts would be judged as one that nobody was allowed.
 */
export function runsInto(events: readonly Witnessed[], saying: Saying): boolean {
  const last = events.at(-1);
  return last !== undefined && isSaidWith(saying, last);
}

type ReadOrder = { readonly order: StaffCommand; readonly facts: number };

/** The order behind an act that begins with this fact, and of how many facts the act is. */
function readOrder(fact: StaffFact, others: readonly StaffFact[]): ReadOrder | undefined {
  const [second, third] = others;
  if (isLaterFact(fact)) return readLater(fact, others);
  const told = toldBy(second);
  switch (fact.type) {
    case "case.acknowledged/1": {
      if (second === undefined) return { order: { type: "acknowledge-case", escrow: fact.escrow }, facts: 1 };
      if (second.type !== "case.consent-given/1") return undefined;
      if (third?.type !== "case.message-sent/1") return undefined;
      const { choice, language, explainer } = second;
      const { message, copy } = third;
      const consent = { choice, language, explainer };
      return { order: { type: "acknowledge-case", escrow: fact.escrow, consent, message, copy }, facts: 3 };
    }
    case "case.assessed/1":
    case "case.assessed/2":
    case "case.assessed/3": {
      const { rights, forces, department, month, child } = fact;
      const assessment = { rights, class: fact.class, forces, department, month, child };
      return { order: { type: "assess-case", ...assessment }, facts: 1 };
    }
    case "case.message-sent/1":
      return { order: { type: "send-message", message: fact.message, copy: fact.copy }, facts: 1 };
    case "case.non-admission-proposed/1":
    case "case.non-admission-proposed/2": {
      const { reason, explanation } = fact;
      const grants = grantsIn(others, "confirm-non-admission");
      return { order: { type: "propose-non-admission", reason, explanation, grants }, facts: 1 + grants.length };
    }
    case "case.not-admitted/1":
      return told && { order: { type: "confirm-non-admission", ...told.words }, facts: told.facts };
    case "case.kept-open/1":
      return { order: { type: "keep-open", explanation: fact.explanation }, facts: 1 };
    case "case.access-granted/1": {
      const grants = grantsIn([fact, ...others], fact.reason);
      return { order: { type: "grant-access", reason: fact.reason, grants }, facts: grants.length };
    }
    case "case.rekeyed/1": {
      const grants = grantsIn(others, "colleague-left");
      return { order: { type: "rekey-case", recipient: fact.recipient, grants }, facts: 1 + grants.length };
    }
    case "case.escrow-dealt/1":
      return { order: { type: "deal-escrow", escrow: fact.escrow }, facts: 1 };
    case "case.evidence-opened/1":
    case "case.evidence-exported/1":
      return { order: custodyOrder(fact), facts: 1 };
    case "case.identity-asked/1":
    case "case.identity-approved/1":
    case "case.identity-refused/1":
    case "case.identity-opened/1":
      return { order: vaultOrder(fact), facts: 1 };
    case "case.erasure-proposed/1":
    case "case.erasure-proposed/2":
    case "case.erasure-proposed/3":
      return { order: { type: "propose-erasure", reason: fact.reason }, facts: 1 };
    case "case.erasure-confirmed/1":
      return told && { order: { type: "confirm-erasure", days: fact.days, ...told.words }, facts: told.facts };
    case "case.erasure-stopped/1":
      return { order: { type: "stop-erasure" }, facts: 1 };
    case "case.flood-proposed/1":
    case "case.closed-as-flood/1":
      return { order: floodOrder(fact), facts: 1 };
    case "case.consent-given/1":
      return undefined;
    default:
      return neverHere(fact);
  }
}

/** An act from admission on: its fact, and the message or the grants that go with it. */
function readLater(fact: LaterFact, others: readonly StaffFact[]): ReadOrder | undefined {
  const order = orderBehind(fact.type);
  const told = toldBy(others[0]);
  switch (besideOf(order)) {
    case "nothing":
      return { order: orderFrom(fact, {}), facts: 1 };
    case "message":
      return told && { order: orderFrom(fact, told.words), facts: told.facts };
    case "grants": {
      const grants = grantsIn(others, reasonOf(order));
      return { order: orderFrom(fact, { grants }), facts: 1 + grants.length };
    }
  }
}

/**
 * The message that goes with an act, and of how many facts the act then is. A fact that stands alone told nobody: whether there was
 * somebody to tell, the rules know. With anything else behind it, it is torn.
 */
function toldBy(next: StaffFact | undefined): { readonly words: Told; readonly facts: number } | undefined {
  if (next === undefined) return { words: {}, facts: 1 };
  return next.type === "case.message-sent/1"
    ? { words: { message: next.message, copy: next.copy }, facts: 2 }
    : undefined;
}

/** The grants that these facts begin with; nobody is named twice by one order, so the second time is another's. */
function grantsIn(facts: readonly StaffFact[], reason: AccessGrantedFact["reason"]): readonly Grant[] {
  const grants: Grant[] = [];
  for (const fact of facts) {
    if (fact.type !== "case.access-granted/1" || fact.reason !== reason) break;
    const { to, keys, grant } = fact;
    if (grants.some((before) => before.to === to)) break;
    grants.push({ to, keys, grant });
  }
  return grants;
}

/** What others than staff sign. */
const ofOthers: { readonly [T in Exclude<CaseFact, StaffFact>["type"]]: true } = {
  "case.received/1": true,
  "case.opened/1": true,
  "case.message-received/1": true,
  "case.withdrawal-asked/1": true,
  "case.consent-changed/1": true,
  "case.consent-withdrawn/1": true,
  "case.summary-answered/1": true,
  "case.treatment-told/1": true,
  "case.review-asked/1": true,
  "case.evidence-added/1": true,
  "case.clock-missed/1": true,
  "case.erased/1": true,
};

/** Whether staff sign facts of this kind. */
export const isStaffFact = (fact: CaseFact): fact is StaffFact => !Object.hasOwn(ofOthers, fact.type);
