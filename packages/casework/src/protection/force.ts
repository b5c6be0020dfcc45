// A use of force that was not reported, as a case shows it. The mission learns of it only when whoever examines has looked at the danger.
import { type Instant, instantToMillis } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import type { KnownCase, LivingCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";

/** The order that sets, releases or takes back a flag. */
export type Flagging = Extract<LaterOrder, { readonly type: "flag-force" }>;
type ForceFact = Extract<LaterFact, { readonly type: "case.force-flagged/1" }>;

/** A flag is set once, and released only after somebody looked at the danger since: word of it may come back to whoever spoke. */
export function againstFlagging({ force, safety }: KnownCase, order: Flagging): CaseRefusal | undefined {
  if (order.force === "not-reported") return force && { code: "already-flagged" };
  if (force?.is !== "not-reported") return { code: "not-flagged" };
  if (order.force === "taken-back") return undefined;
  const isLookedAt = safety !== undefined && instantToMillis(safety.at) >= instantToMillis(force.at);
  return isLookedAt ? undefined : { code: "danger-not-assessed" };
}

/** The case after a flag was set, released or taken back. */
export function evolveForce(theCase: LivingCase, fact: ForceFact, at: Instant): LivingCase {
  const { force: _, ...without } = theCase;
  return fact.force === "taken-back" ? without : { ...without, force: { is: fact.force, at } };
}
