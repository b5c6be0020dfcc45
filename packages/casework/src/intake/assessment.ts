import { isNameable, strictTiesWith, tiesWith } from "@temwen/office";
import type { Instant } from "@temwen/vocabulary";
import { type Acknowledgement, type Assessment, forcesOf, type KnownCase, type LivingCase } from "../case/case.ts";
import type { AssessCase, CaseRefusal, Deciding } from "../case/commands.ts";
import { nameAnew } from "../case/named-forces.ts";
import type { AssessedFact } from "../facts/facts.ts";

/** Why a case may not be assessed so. */
export function againstAssessment(
  theCase: KnownCase,
  { rights, forces, department, child }: AssessCase,
  { actor, office, formerly }: Deciding,
): CaseRefusal | undefined {
  if (rights.length === 0 || forces.length === 0) return { code: "nothing-assessed" };
  for (const force of forces) {
    if (!isNameable(force, office.forces)) return { code: "unknown-force", force };
  }
  if (department !== "unknown" && !office.departments.includes(department)) {
    return { code: "unknown-department", department };
  }
  // To say that nobody knows whom it is about takes as little of a tie as to decide on it then.
  const ties = (formerly ? tiesWith : strictTiesWith)(actor.ties, forces);
  if (ties.length > 0) return { code: "tied-to-respondent", ties };
  if (!("inquiry" in theCase)) return undefined;
  // Ties hang on whom it is against, and the care for a child on the doubt: neither is corrected away.
  const against = theCase.inquiry.respondents.flatMap((one) => one.forces);
  if (!against.every((force) => forces.includes(force))) return { code: "forces-misfit" };
  const wasChild = theCase.child === "yes" || theCase.child === "doubt";
  return wasChild && child !== "yes" && child !== "doubt" ? { code: "child-stays" } : undefined;
}

/** The case with what was assessed last; what was begun before is not begun again, and whom it was about before is kept. */
export function assessAnew(
  theCase: Extract<LivingCase, Acknowledgement>,
  fact: AssessedFact,
  assessedAt: Instant,
): LivingCase {
  // Named one by one: the fact comes with its statement's header, and that is not part of the case.
  const { rights, forces, department, month, child } = fact;
  const assessment: Assessment = { assessedAt, rights, class: fact.class, forces, department, month, child };
  const named = nameAnew(theCase, forcesOf(theCase), fact.type);
  if ("inquiry" in theCase) return { ...theCase, ...assessment, ...named };
  if (theCase.stage !== "acknowledged" && theCase.stage !== "assessed")
    throw new Error("nobody assesses what waits for an answer");
  return { ...theCase, stage: "assessed", ...assessment, ...named };
}
