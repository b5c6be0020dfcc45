import { type Instant, neverHere, type StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { againstShowing, evolvePublishing } from "./publishing.ts";
import { againstReopening, evolveReopening } from "./reopening.ts";
import { againstAccepting, againstCheck, againstGoingOn, evolveWithdrawal } from "./withdrawal.ts";

type Owing = Extract<
  LaterOrder,
  {
    readonly type: "check-pressure" | "accept-withdrawal" | "propose-going-on" | "propose-reopening" | "show-summary";
  }
>;
type OwedFact = Extract<
  LaterFact,
  {
    readonly type:
      | "case.pressure-checked/1"
      | "case.withdrawal-accepted/1"
      | "case.withdrawal-accepted/2"
      | "case.going-on-proposed/1"
      | "case.going-on-confirmed/1"
      | "case.reopening-proposed/1"
      | "case.reopened/1"
      | "case.summary-shown/1";
  }
>;

/** What stands against the acts by which the person gets what is owed to them. */
export function againstOwing(
  theCase: KnownCase,
  order: Owing,
  { actor }: Pick<Deciding, "actor">,
): CaseRefusal | undefined {
  switch (order.type) {
    case "check-pressure":
      return againstCheck(theCase, order, actor);
    case "accept-withdrawal":
      return againstAccepting(theCase);
    case "propose-going-on":
      return againstGoingOn(theCase, order);
    case "propose-reopening":
      return againstReopening(theCase, order);
    case "show-summary":
      return againstShowing(theCase, order);
    default:
      return neverHere(order);
  }
}

/** The case after one of these facts. */
export function evolveOwing(theCase: LivingCase, fact: OwedFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.pressure-checked/1":
    case "case.withdrawal-accepted/1":
    case "case.withdrawal-accepted/2":
    case "case.going-on-proposed/1":
    case "case.going-on-confirmed/1":
      return evolveWithdrawal(theCase, fact, by, at);
    case "case.reopening-proposed/1":
    case "case.reopened/1":
      return evolveReopening(theCase, fact, by, at);
    case "case.summary-shown/1":
      return evolvePublishing(theCase, fact, at);
    default:
      return neverHere(fact);
  }
}
