// A case of the mission together with others: it is ruled on the mission's part, and the United Nations' due-diligence focal point is told.
import type { Instant } from "@temwen/vocabulary";
import { forcesOf, type KnownCase, type LivingCase } from "../case/case.ts";
import type { CaseRefusal, OfficeFacts } from "../case/commands.ts";
import { findBeyondExamining } from "../consent/consent.ts";
import { attributionOf } from "../words/attribution.ts";

const order = "notify-focal-point";
type ByDirectory = Pick<OfficeFacts, "hostForces">;

const isJoint = (theCase: KnownCase, { hostForces }: ByDirectory): boolean =>
  attributionOf(forcesOf(theCase), hostForces) === "joint";

/** Nobody is told of what is not said to be joint, nor before somebody looked at the danger: word may come back to those it is about. */
export function againstFocalPoint(theCase: KnownCase, office: ByDirectory): CaseRefusal | undefined {
  if (!isJoint(theCase, office)) return { code: "not-joint" };
  return theCase.safety ? undefined : { code: "danger-not-assessed" };
}

/** Whether the focal point is still to be told. Where the person allows no inquiry it is not, and nothing waits for it. */
export const owesFocalPoint = (theCase: KnownCase, office: ByDirectory): boolean =>
  isJoint(theCase, office) && theCase.focalPointAt === undefined && findBeyondExamining(theCase, order) === undefined;

/** A joint case is not closed before. A directory that does not say who the host police are knows no such case: old ends stay lawful. */
export const againstSilentEnd = (theCase: KnownCase, office: ByDirectory): CaseRefusal | undefined =>
  owesFocalPoint(theCase, office) ? { code: "focal-point-not-told" } : undefined;

/** The case after it was told; told once more, the first time stands. */
export const evolveFocalPoint = <C extends LivingCase>(theCase: C, at: Instant): C => ({
  ...theCase,
  focalPointAt: theCase.focalPointAt ?? at,
});
