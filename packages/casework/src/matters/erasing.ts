import type { Instant, StaffId } from "@temwen/vocabulary";
import { againstDelay, againstErasing, againstLateStop } from "../erasure/two-people.ts";
import { erasureDue } from "../facts/erasure-facts.ts";
import type { MatterFact, MatterOrder } from "./acts.ts";
import type { KnownMatter, Paternity } from "./matter.ts";
import type { MatterRefusal } from "./refusals.ts";

type Order = Extract<
  MatterOrder,
  { readonly type: "propose-claim-erasure" | "confirm-claim-erasure" | "stop-claim-erasure" }
>;
type ErasureFact = Extract<MatterFact, { readonly type: `paternity.erasure-${string}` }>;

const steps: { readonly [order: string]: Parameters<typeof againstErasing>[0] } = {
  "propose-claim-erasure": "propose",
  "confirm-claim-erasure": "confirm",
  "stop-claim-erasure": "stop",
};

/**
 * A family's claim that ended goes as a case goes: two people want it, days pass, and until then it may be stopped. What stands against an
 * order whatever it says.
 */
export function mayEraseClaim(order: MatterOrder["type"], matter: KnownMatter, by: StaffId): MatterRefusal | undefined {
  const step = steps[order];
  return step && matter.kind === "paternity" ? againstErasing(step, matter.erasure, by) : undefined;
}

/** What stands against what an order says, and its hour. */
export function againstClaimErasure(
  claim: Paternity,
  order: Order,
  { at, erasureDays }: { readonly at: Instant; readonly erasureDays: number },
): MatterRefusal | undefined {
  switch (order.type) {
    case "propose-claim-erasure":
      return undefined;
    case "confirm-claim-erasure":
      return againstDelay(order.days, erasureDays);
    case "stop-claim-erasure":
      return againstLateStop(dueOfMatter(claim), at);
  }
}

/** The hour from which a claim may be erased; undefined while nobody, or one person alone, wants it. */
export const dueOfMatter = (matter: KnownMatter): Instant | undefined =>
  matter.kind === "paternity" && matter.stage === "closed" && matter.erasure?.step === "confirmed"
    ? matter.erasure.due
    : undefined;

/** The claim after one of these facts. */
export function evolveErasure(claim: Paternity, fact: ErasureFact, by: StaffId, at: Instant): Paternity {
  const { erasure, ...rest } = claim;
  switch (fact.type) {
    case "paternity.erasure-proposed/1":
      return { ...claim, erasure: { step: "proposed", reason: fact.reason, proposedBy: by, proposedAt: at } };
    case "paternity.erasure-confirmed/1":
      if (!erasure || erasure.proposedBy === by) throw new Error("two people did not want it");
      return { ...claim, erasure: { ...erasure, step: "confirmed", confirmedBy: by, due: erasureDue(at, fact.days) } };
    case "paternity.erasure-stopped/1":
      return rest;
  }
}
