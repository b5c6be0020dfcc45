import type { LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { againstNotCarried, againstWithdrawal } from "./coming-to-nothing.ts";
import { againstLeavingOut } from "./keys-of-seats.ts";
import { againstProposal, againstVote } from "./sitting.ts";

type OfSitting = Extract<
  LaterOrder,
  { readonly type: "propose-decision" | "withdraw-decision" | "close-not-carried" | "cast-vote" }
>;

/** What stands against proposing, voting, and ending a sitting that decided nothing. */
export function againstSitting(theCase: KnownCase, order: OfSitting, deciding: Deciding): CaseRefusal | undefined {
  switch (order.type) {
    case "propose-decision":
      return againstProposal(theCase, order, deciding) ?? againstLeavingOut(theCase, deciding);
    case "withdraw-decision":
      return againstWithdrawal(theCase, order, deciding);
    case "close-not-carried":
      return againstNotCarried(theCase, order, deciding);
    case "cast-vote":
      return againstVote(theCase, order, deciding);
  }
}
