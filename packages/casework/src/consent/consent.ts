import { type ConsentChoice, granted, type Result, refused } from "@temwen/vocabulary";
import type { Case, KnownCase } from "../case/case.ts";
import type { CaseRefusal, Grant, OfficeFacts } from "../case/commands.ts";
import type { ConsentChangedFact } from "../facts/facts.ts";
import { goesBeyond, leastConsentFor, rankOf } from "./consent-uses.ts";
import { goesOn } from "./going-on.ts";

/**
 * What the person allows now: what they last signed themselves, else what the acknowledging officer read in the story.
 * Undefined before anybody has read it, unless the person has signed meanwhile.
 */
export function consentOf(theCase: Case): ConsentChoice | undefined {
  if (theCase.stage === "unknown") return undefined;
  return theCase.consentChange ?? ("consent" in theCase ? theCase.consent : undefined);
}

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

/**
 * The refusal of an order that lets somebody in to examine when the person has taken that back. Whoever was let in
 * before keeps what they have, and may be given the case's newest key. A choice made at filing binds no order: it was
 * only told by an officer, and histories of the first release were decided without it.
 */
export function findBeyondConsent(
  theCase: KnownCase,
  grants: readonly Pick<Grant, "to">[],
  { staff }: Pick<OfficeFacts, "staff">,
): Result<never, CaseRefusal> | undefined {
  const given = theCase.consentChange;
  if (given === undefined || goesOn(theCase)) return undefined;
  for (const { to } of grants) {
    const role = staff.find(({ id }) => id === to)?.role;
    if (role === undefined || theCase.access.some((before) => before.to === to)) continue;
    const needs = leastConsentFor({ use: "let-in", role });
    if (needs !== undefined && goesBeyond(given, { use: "let-in", role })) {
      return refused({ code: "beyond-consent", given, needs });
    }
  }
  return undefined;
}

/** What examines, or gives to somebody to examine. */
const examining: readonly string[] = [
  "assign-case",
  "take-case",
  "plan-inquiry",
  "state-allegation",
  "record-interview",
  "request-evidence",
  "notify-respondent",
  "recommend-findings",
  "notify-focal-point",
  "flag-force",
];

/**
 * The refusal of an order that examines against what the person allows. These orders came after the first release, so what
 * was chosen at filing, as an officer read it, binds them too: with "help only" nobody is given the case to examine.
 */
export function findBeyondExamining(theCase: KnownCase, order: string): CaseRefusal | undefined {
  const given = consentOf(theCase);
  const needs = "investigate-without-me";
  return given !== undefined && !goesOn(theCase) && examining.includes(order) && rankOf(given) < rankOf(needs)
    ? { code: "beyond-consent", given, needs }
    : undefined;
}
