import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { againstLinking, againstUnlinking, evolveLinks } from "./links.ts";
import { againstTaking, evolveTaking } from "./taken-evidence.ts";
import { againstTransfer, evolveTransfer } from "./transfer.ts";

type TakingIn = Extract<
  LaterOrder,
  { readonly type: "take-evidence" | "link-case" | "unlink-case" | "propose-transfer" | "confirm-transfer" }
>;
type TakenInFact = Extract<
  LaterFact,
  {
    readonly type:
      | "case.linked/1"
      | "case.unlinked/1"
      | "case.transfer-proposed/1"
      | "case.transfer-proposed/2"
      | "case.transferred/1"
      | "case.evidence-taken/1";
  }
>;

/** What stands against what comes in by the office's own hands, and what is joined (docs/specs/taking-in.md). */
export function againstTakingIn(theCase: KnownCase, order: TakingIn, deciding: Deciding): CaseRefusal | undefined {
  switch (order.type) {
    case "take-evidence":
      return againstTaking(theCase, order);
    case "link-case":
      return againstLinking(theCase, order);
    case "unlink-case":
      return againstUnlinking(theCase, order, deciding.actor);
    case "propose-transfer":
    case "confirm-transfer":
      return againstTransfer(theCase, order, deciding);
  }
}

/** The case after one of these facts. */
export function evolveTakingIn(theCase: LivingCase, fact: TakenInFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.linked/1":
    case "case.unlinked/1":
      return evolveLinks(theCase, fact, by, at);
    case "case.transfer-proposed/1":
    case "case.transfer-proposed/2":
    case "case.transferred/1":
      return evolveTransfer(theCase, fact, by, at);
    case "case.evidence-taken/1":
      return evolveTaking(theCase, fact, at);
  }
}
