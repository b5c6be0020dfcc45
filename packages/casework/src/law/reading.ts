import { type Role, tiesWith } from "@temwen/office";
import { barringForces, type Case, isOut } from "../case/case.ts";
import type { Actor } from "../case/commands.ts";
import { isAskedForShare, isToRead } from "../escrow/escrow.ts";

/** What waits for a second person comes first: a role's list begins there. */
const decided = [
  "non-admission-proposed",
  "flood-proposed",
  "before-panel",
  "found",
  "ruled",
  "settled",
  "not-admitted",
  "withdrawn",
  "transferred",
  "closed-as-flood",
  "closed",
] as const;

/** Stages at which a role sees a case without having been let in by name. */
const openStages: { readonly [R in Role]?: readonly string[] } = {
  intake: ["received", "acknowledged", "assessed", "admitted", "investigating", ...decided, "erased"],
  panel: [...decided, "erased"],
};

/** Stages whose cases stand in a role's queue. */
export const queueStages = (role: Role): readonly string[] => openStages[role] ?? [];

/** Roles that are let into each case by name: what lies with one of them is a list of its own, whatever stage it stands at. */
const byName: readonly Role[] = ["investigator", "support", "child-protection"];

/** Whether somebody of a role has a list of the cases that they hold by name, and of no other. */
export const listsByName = (role: Role): boolean => byName.includes(role);

/** Whether a person may see that a case exists and what is clear of it. What is sealed needs a key besides. */
export function mayRead(theCase: Case, actor: Actor): boolean {
  if (theCase.stage === "unknown" || tiesWith(actor.ties, barringForces(theCase)).length > 0) return false;
  if (isOut(theCase, actor.id)) return false;
  const isLetIn = theCase.access.some(({ to }) => to === actor.id) || isToRead(theCase, actor.id);
  return isLetIn || queueStages(actor.role).includes(theCase.stage);
}

/**
 * Whether a person may give orders about a case: whoever reads it, and whoever is asked for the share they hold, who learns of it
 * only that, and reads nothing.
 */
export const mayActOn = (theCase: Case, actor: Actor): boolean =>
  mayRead(theCase, actor) || (theCase.stage !== "unknown" && isAskedForShare(theCase, actor));
