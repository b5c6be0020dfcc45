import type { Role } from "@temwen/office";
import { type ConsentChoice, consentChoices, granted, type Result, refused } from "@temwen/vocabulary";
import type { Case, KnownCase } from "./case.ts";
import type { CaseRefusal, Grant, OfficeFacts } from "./commands.ts";
import type { ConsentChangedFact } from "./facts.ts";

/**
 * What the person allows now: what they last signed themselves, else what the acknowledging officer read in the story.
 * Undefined before anybody has read it, unless the person has signed meanwhile.
 */
export function consentOf(theCase: Case): ConsentChoice | undefined {
  if (theCase.stage === "unknown") return undefined;
  return theCase.consentChange ?? ("consent" in theCase ? theCase.consent : undefined);
}

const rankOf = (choice: ConsentChoice): number => consentChoices.indexOf(choice);

/**
 * Decides a change of what the person allows. Less may be allowed at every stage, also after the end: copies lie about
 * then too. More, after the end, would be a promise that nothing keeps.
 */
export function decideConsent(theCase: KnownCase, fact: ConsentChangedFact): Result<ConsentChangedFact, CaseRefusal> {
  if (theCase.consentChange === fact.choice) return refused({ code: "consent-unchanged" });
  const given = consentOf(theCase);
  const isMore = given !== undefined && rankOf(fact.choice) > rankOf(given);
  if (isMore && theCase.stage === "not-admitted") {
    const allowed = ["received", "acknowledged", "assessed", "non-admission-proposed"];
    return refused({ code: "wrong-stage", stage: theCase.stage, allowed });
  }
  return granted(fact);
}

/** Who is let in to examine a case; everybody else is let in to help, or to keep it. */
const examining: readonly Role[] = ["investigator", "panel"];
const leastToExamine: ConsentChoice = "investigate-without-me";

/**
 * The refusal of an order that lets somebody in to examine when the person has taken that back. Whoever was let in
 * before keeps what they have, and may be given the case's newest key. A choice made at filing binds no order: it was
 * only told by an officer, and histories of the first release were decided without it.
 */
export function findBeyondConsent(
  theCase: KnownCase,
  grants: readonly Grant[],
  { staff }: OfficeFacts,
): Result<never, CaseRefusal> | undefined {
  const given = theCase.consentChange;
  if (given === undefined || rankOf(given) >= rankOf(leastToExamine)) return undefined;
  const isBeyond = grants.some(({ to }) => {
    const role = staff.find(({ id }) => id === to)?.role;
    return role !== undefined && examining.includes(role) && !theCase.access.some((before) => before.to === to);
  });
  return isBeyond ? refused({ code: "beyond-consent", given, needs: leastToExamine }) : undefined;
}
