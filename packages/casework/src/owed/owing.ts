import { neverHere } from "@temwen/vocabulary";
import type { LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { againstShowing } from "./publishing.ts";
import { againstReopening } from "./reopening.ts";
import { againstAccepting, againstCheck, againstGoingOn } from "./withdrawal.ts";

type Owing = Extract<
  LaterOrder,
  {
    readonly type: "check-pressure" | "accept-withdrawal" | "propose-going-on" | "propose-reopening" | "show-summary";
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
