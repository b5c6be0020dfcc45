import type { Instant, StaffId } from "@temwen/vocabulary";
import type { ErasureRefusal } from "../case/commands.ts";
import type { Erasure } from "../facts/erasure-facts.ts";

// What holds wherever something is erased, a case or a family's claim: one person wants it, another agrees, days pass, and until the
// hour anybody of them may stop it.

/** What may stand against any erasure. */
export type ErasingRefusal = Exclude<
  ErasureRefusal,
  {
    readonly code:
      | "review-waits"
      | "panel-must-agree"
      | "person-asked-nothing"
      | "retaliation-waits"
      | "referral-waits";
  }
>;

/** Why an erasure may not be wanted, agreed to or stopped by this person, as it stands. */
export function againstErasing(
  step: "propose" | "confirm" | "stop",
  erasure: Erasure | undefined,
  by: StaffId,
): ErasingRefusal | undefined {
  if (step === "propose") return erasure && { code: "erasure-under-way" };
  if (!erasure) return { code: "no-erasure-proposed" };
  if (step === "stop") return undefined;
  if (erasure.step === "confirmed") return { code: "erasure-under-way" };
  return erasure.proposedBy === by ? { code: "cannot-confirm-own-proposal" } : undefined;
}

/** How long it waits is the pack's, so that no desk can hurry it. */
export const againstDelay = (days: number, erasureDays: number): ErasingRefusal | undefined =>
  days !== erasureDays || days < 1 ? { code: "another-delay", days: erasureDays } : undefined;

/** Until the hour it may be stopped; from then on something may be gone already. */
export const againstLateStop = (due: Instant | undefined, at: Instant): ErasingRefusal | undefined =>
  due !== undefined && at >= due ? { code: "erasure-under-way" } : undefined;
