import type { StaffId } from "@temwen/vocabulary";
import { isOut, type KnownCase } from "../case/case.ts";

/**
 * With whom a case lies now, so that work can be counted by person: whoever took it up, was given it, or was let in to decide.
 * Nobody where it waits to be taken up or given, and nobody where it has ended.
 */
export function inHandsOf(theCase: KnownCase): readonly StaffId[] {
  switch (theCase.stage) {
    case "acknowledged":
    case "assessed":
      return [theCase.acknowledgedBy].filter((id) => !isOut(theCase, id));
    case "admitted":
    case "investigating": {
      const { assigned } = theCase.inquiry;
      return assigned ? [assigned.to] : [];
    }
    case "non-admission-proposed":
      return letInFor(theCase, "confirm-non-admission");
    case "before-panel":
    case "found":
    case "ruled":
    case "settled":
      return letInFor(theCase, "before-panel");
    case "not-admitted":
    case "withdrawn":
    case "transferred":
    case "closed":
      return reviewersOf(theCase);
    case "received":
    case "flood-proposed":
    case "closed-as-flood":
    case "erased":
      return [];
  }
}

/** Where the person asked others to look again: whoever was let in since. */
function reviewersOf(theCase: KnownCase): readonly StaffId[] {
  const { review, access } = theCase;
  if (!review || review.decidedAt !== undefined) return [];
  return alive(
    theCase,
    access.filter(({ at }) => at >= review.askedAt),
  );
}

const letInFor = (theCase: KnownCase, reason: string): readonly StaffId[] =>
  alive(
    theCase,
    theCase.access.filter((one) => one.reason === reason),
  );

const alive = (theCase: KnownCase, access: KnownCase["access"]): readonly StaffId[] => [
  ...new Set(access.map(({ to }) => to).filter((id) => !isOut(theCase, id))),
];
