import { isLetIn, type KnownCase } from "../case/case.ts";
import type { Actor, CaseRefusal } from "../case/commands.ts";
import { mayRefer } from "../referral/referring.ts";

/** What only whoever took the case does. Interviewing is apart: of children it is for others. */
const ofTheTaker = [
  ...["plan-inquiry", "state-allegation", "request-evidence", "record-answer", "report-progress"],
  ...["notify-respondent", "defer-notice", "record-reply", "offer-hearing", "recommend-findings"],
];

/** What only those of the panel do who were let in, and had no hand in the case before it came to them. */
const ofThePanel = ["propose-decision", "withdraw-decision", "cast-vote", "close-sitting", "close-not-carried"];

/** Why this person has no part, or not this one, in a case. What an order says is for the families' own laws. */
export function mayTakePart(order: string, theCase: KnownCase, actor: Actor): CaseRefusal | undefined {
  const { id, role } = actor;
  if (theCase.recused?.includes(id)) return { code: "recused" };
  if (theCase.complainedAbout?.includes(id)) return { code: "complained-about" };
  const inquiry = "inquiry" in theCase ? theCase.inquiry : undefined;
  if (order === "recuse") {
    const hasPart = theCase.handledBy.includes(id) || theCase.access.some(({ to }) => to === id);
    return hasPart ? undefined : { code: "no-part-in-case" };
  }
  if (order === "take-case") {
    if (inquiry?.assigned?.to !== id) return { code: "not-assigned" };
    return inquiry.taken ? { code: "already-taken" } : undefined;
  }
  if (ofThePanel.includes(order)) {
    if (!isLetIn(theCase, id)) return { code: "not-let-in" };
    return theCase.before?.includes(id) ? { code: "handled-this-case" } : undefined;
  }
  const referring = mayRefer(order, theCase, actor);
  if (referring) return referring;
  const isTaker = inquiry?.taken?.by === id;
  if (order === "record-interview") {
    const isHelping = role === "child-protection" && theCase.access.some(({ to }) => to === id);
    return isTaker || isHelping ? undefined : { code: "not-your-case" };
  }
  return ofTheTaker.includes(order) && !isTaker ? { code: "not-your-case" } : undefined;
}
