import { granted, type Result, refused } from "@temwen/vocabulary";
import type { KnownCase } from "../case/case.ts";
import type { CaseRefusal } from "../case/commands.ts";
import type { TreatmentToldFact } from "../facts/own-facts.ts";
import { ends, isAtEnd } from "./opening-again.ts";

/** The name of the sealed answers of a turn. */
export const partOfTreatment = (sequence: number): string => `treatment-in-${sequence}`;

/** How they were treated a person tells when it has ended, once for each end; the record learns only that they did. */
export function decideTreatment(theCase: KnownCase, fact: TreatmentToldFact): Result<TreatmentToldFact, CaseRefusal> {
  if (!isAtEnd(theCase)) return refused({ code: "wrong-stage", stage: theCase.stage, allowed: ends });
  return theCase.treatmentTold ? refused({ code: "treatment-already-told" }) : granted(fact);
}
