import type { KnownCase } from "../case/case.ts";
import type { Override } from "../case/referral-state.ts";

/** Doubt about age counts as child. */
export const isOfChild = (theCase: KnownCase): boolean =>
  "child" in theCase && (theCase.child === "yes" || theCase.child === "doubt");

/** Whether what may outweigh a person's no is there: a child, or danger that somebody found to be immediate when they looked last. */
export const isGrave = (theCase: KnownCase, reason: "child" | "imminent-danger"): boolean =>
  reason === "child" ? isOfChild(theCase) : theCase.safety?.level === "immediate";

/** The same of going beyond consent for one forum. */
export const isGraveEnough = (theCase: KnownCase, { beyond }: Pick<Override, "beyond">): boolean =>
  isGrave(theCase, beyond === "best-interests-of-child" ? "child" : beyond);

/** What two people agreed to counts for as long as its ground is there; of the first number whatever the ground. */
export const overrideCounts = (theCase: KnownCase, override: Override): boolean =>
  override.formerly === true || isGraveEnough(theCase, override);
