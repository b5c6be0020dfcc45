import { granted, neverHere, type Result, refused } from "@temwen/vocabulary";
import type { Case, KnownCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import { decideConsent } from "../consent/consent.ts";
import { decideTakenBack } from "../consent/purpose-consent.ts";
import { isNamedAsAdded, mostAdded } from "../facts/added.ts";
import type { EvidenceAddedFact, PersonFact } from "../facts/facts.ts";
import { decideAnswer } from "../owed/publishing.ts";
import { decideReview } from "../owed/review.ts";
import { decideTreatment } from "../owed/treatment.ts";

/** Decides what a person asks with the receipt's key: at every stage, in their own order, and no hour of theirs counts. */
export function decidePersonAct(theCase: Case, fact: PersonFact): Result<PersonFact, CaseRefusal> {
  // Of an erased case no receipt is known any more.
  if (theCase.stage === "unknown" || theCase.stage === "erased") return refused({ code: "unknown-case" });
  if (fact.sequence !== theCase.sequence + 1) return refused({ code: "out-of-turn", expected: theCase.sequence + 1 });
  switch (fact.type) {
    case "case.message-received/1":
      return granted(fact);
    case "case.withdrawal-asked/1":
      return theCase.withdrawalAsked ? refused({ code: "already-withdrawn" }) : granted(fact);
    case "case.consent-changed/1":
      return decideConsent(theCase, fact);
    case "case.consent-withdrawn/1":
      return decideTakenBack(theCase, fact);
    case "case.summary-answered/1":
      return decideAnswer(theCase, fact);
    case "case.treatment-told/1":
      return decideTreatment(theCase, fact);
    case "case.evidence-added/1":
      return decideAdded(theCase, fact);
    case "case.review-asked/1":
      return decideReview(theCase, fact);
    default:
      return neverHere(fact);
  }
}

function decideAdded(theCase: KnownCase, fact: EvidenceAddedFact): Result<PersonFact, CaseRefusal> {
  if (!isNamedAsAdded(fact)) return refused({ code: "evidence-misnamed" });
  const isTooMuch = (theCase.added ?? 0) + fact.evidence.length > mostAdded;
  return isTooMuch ? refused({ code: "too-much-evidence", most: mostAdded }) : granted(fact);
}
