import type { StaffId } from "@temwen/vocabulary";
import { inquiryOf, isLetIn, type KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import { holdersOfNewest, stillReading } from "../intake/newest-key.ts";
import type { Grant } from "../words/handed-over.ts";
import { isFree, panelOf } from "./panel.ts";

type Listed = Pick<OfficeFacts, "staff" | "listed">;

/**
 * Whom a new key is for too, or one officer could take the case from whoever examines it, or from those who decide: who holds the newest
 * by name and still may, and whoever examines or has a seat and was let in by name, though somebody kept the newest from them.
 */
export function mustReadOn(theCase: KnownCase, office: Listed): readonly StaffId[] {
  const holding = holdersOfNewest(theCase, office);
  const working = workingOn(theCase, office).filter((id) => isLetIn(theCase, id));
  return stillReading(theCase, office).filter((id) => holding.includes(id) || working.includes(id));
}

/**
 * What stands against a new key that leaves somebody out. Whoever is suspended is not to get it, and no reader of a history knows who was:
 * there, whoever was left out is taken to have been (docs/specs/casework.md).
 */
export function againstLeavingOut(
  theCase: KnownCase,
  grants: readonly Pick<Grant, "to">[],
  { office, recordedAs }: Pick<Deciding, "office" | "recordedAs">,
): CaseRefusal | undefined {
  if (recordedAs !== undefined) return undefined;
  const left = mustReadOn(theCase, office).filter((id) => !grants.some(({ to }) => to === id));
  return left.length > 0 ? { code: "reader-left-out", staff: left } : undefined;
}

/** Whoever was given it to examine, and those who have a seat in it. */
function workingOn(theCase: KnownCase, office: Listed): readonly StaffId[] {
  const seats = panelOf(theCase, office).filter((member) => member.isSeated && isFree(member));
  const { assigned } = inquiryOf(theCase);
  return [...(assigned ? [assigned.to] : []), ...seats.map(({ id }) => id)];
}
