import type { LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { againstLinking, againstUnlinking } from "./links.ts";
import { againstTaking } from "./taken-evidence.ts";
import { againstTransfer } from "./transfer.ts";

type TakingIn = Extract<
  LaterOrder,
  { readonly type: "take-evidence" | "link-case" | "unlink-case" | "propose-transfer" | "confirm-transfer" }
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
