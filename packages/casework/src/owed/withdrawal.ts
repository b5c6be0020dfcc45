import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { Actor, CaseRefusal } from "../case/commands.ts";
import { consentOf } from "../consent/consent.ts";
import { rankOf } from "../consent/consent-uses.ts";
import { isGrave, isOfChild } from "../consent/grave.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type Fact<T extends LaterFact["type"]> = Extract<LaterFact, { readonly type: T }>;
type WithdrawalFact =
  | Fact<"case.pressure-checked/1">
  | Fact<"case.withdrawal-accepted/1">
  | Fact<"case.withdrawal-accepted/2">
  | Fact<"case.going-on-proposed/1">
  | Fact<"case.going-on-confirmed/1">;

/** Whether the law lets this person end a case because the person asked, or go on in spite of it. Two people each time. */
export function mayWithdraw(order: string, theCase: KnownCase, by: StaffId): CaseRefusal | undefined {
  const { pressure, goingOn, withdrawalAsked } = theCase;
  if (order === "confirm-going-on") {
    if (!goingOn || goingOn.confirmedBy) return { code: "nothing-proposed" };
    return goingOn.proposedBy === by ? { code: "cannot-confirm-own-proposal" } : undefined;
  }
  if (order !== "accept-withdrawal" && order !== "check-pressure") return undefined;
  if (!withdrawalAsked) return { code: "no-withdrawal-asked" };
  if (order === "check-pressure") return undefined;
  if (!pressure) return { code: "pressure-not-checked" };
  if (!pressure.isFree) return { code: "not-free-yet" };
  // What they wrote since may say otherwise: somebody of protection reads it first.
  if (pressure.sequence !== theCase.sequence) return { code: "pressure-not-checked" };
  return pressure.by === by ? { code: "cannot-confirm-own-proposal" } : undefined;
}

/** Whether the person asked for an end, and somebody of protection found them free to, behind all that they said. */
export const isFreeToEnd = ({ withdrawalAsked, pressure, sequence }: KnownCase): boolean =>
  withdrawalAsked && pressure?.isFree === true && pressure.sequence === sequence;

/** Nobody is free whom nobody spoke with; and with a child speaks who knows how. */
export function againstCheck(
  theCase: KnownCase,
  { spoke, free }: Order<"check-pressure">,
  { role }: Actor,
): CaseRefusal | undefined {
  if (isOfChild(theCase) && role !== "child-protection") return { code: "child-protection-only" };
  return free === "yes" && spoke !== "person" ? { code: "not-asked-in-person" } : undefined;
}

/** The panel finishes what it votes on, or takes it back. */
export const againstAccepting = ({ sitting }: KnownCase): CaseRefusal | undefined =>
  sitting && { code: "sitting-open", sitting: sitting.number };

/** Only for a child, or where somebody's life is at risk; and only where there is a wish that stands against it. */
export function againstGoingOn(theCase: KnownCase, { goesOnFor }: Order<"propose-going-on">): CaseRefusal | undefined {
  if (theCase.goingOn) return { code: "already-proposed" };
  const allowed = consentOf(theCase) ?? "keep-words";
  const isWanted = !theCase.withdrawalAsked && rankOf(allowed) >= rankOf("investigate-without-me");
  if (isWanted) return { code: "nothing-to-override" };
  return isGrave(theCase, goesOnFor) ? undefined : { code: "not-grave-enough" };
}

/** The case after one of these facts. */
export function evolveWithdrawal(theCase: LivingCase, fact: WithdrawalFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.pressure-checked/1": {
      const { protecting } = theCase.safety ?? { protecting: [] };
      const pressure = { by, isFree: fact.free === "yes", sequence: theCase.sequence };
      return { ...theCase, pressure, safety: { level: fact.level, at, protecting } };
    }
    case "case.withdrawal-accepted/1":
    case "case.withdrawal-accepted/2": {
      const { goingOn: _on, pressure: _pressure, ...rest } = theCase;
      if (!("assessedAt" in rest)) throw new Error("nobody knew what it was about");
      return { ...rest, stage: "withdrawn", outcomeToldAt: at, endedSequence: rest.sequence };
    }
    case "case.going-on-proposed/1":
      return { ...theCase, goingOn: { goesOnFor: fact.goesOnFor, proposedBy: by } };
    case "case.going-on-confirmed/1": {
      const { goingOn, pressure: _, ...rest } = theCase;
      if (!goingOn || goingOn.proposedBy === by) throw new Error("two people did not want it");
      // They may ask again, and be heard again.
      return { ...rest, goingOn: { ...goingOn, confirmedBy: by }, withdrawalAsked: false };
    }
  }
}
