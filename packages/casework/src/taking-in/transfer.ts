import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { consentFor } from "../consent/purpose-consent.ts";

type Transferring = Extract<LaterOrder, { readonly type: "propose-transfer" | "confirm-transfer" }>;
type TransferFact = Extract<
  LaterFact,
  { readonly type: "case.transfer-proposed/1" | "case.transfer-proposed/2" | "case.transferred/1" }
>;

/** Nothing goes on elsewhere but where the person wants it to, now, and two people of the office do. */
export function againstTransfer(
  theCase: KnownCase,
  order: Transferring,
  { actor, at }: Deciding,
): CaseRefusal | undefined {
  const { recipient } = order;
  if (order.type === "confirm-transfer") {
    const { transfer } = theCase;
    if (transfer?.recipient !== recipient) return { code: "no-transfer-proposed" };
    if (transfer.proposedBy === actor.id) return { code: "cannot-confirm-own-proposal" };
  }
  return consentFor(theCase, "transfer", recipient, at) ? undefined : { code: "transfer-not-allowed", recipient };
}

/** The case after one of these facts. A newer proposal takes the place of an older one. */
export function evolveTransfer(theCase: LivingCase, fact: TransferFact, by: StaffId, at: Instant): LivingCase {
  if (fact.type !== "case.transferred/1") {
    const { recipient, dossier } = fact;
    const proposed = { recipient, dossier, proposedBy: by, proposedAt: at };
    return { ...theCase, transfer: fact.type.endsWith("/1") ? { ...proposed, formerly: true } : proposed };
  }
  if (theCase.transfer?.recipient !== fact.recipient || theCase.transfer.proposedBy === by)
    throw new Error("two people did not want it");
  if (!("assessedAt" in theCase)) throw new Error("it was never assessed");
  return { ...theCase, stage: "transferred", outcomeToldAt: at };
}
