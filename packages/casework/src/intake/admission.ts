import type { Instant, StaffId } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { type AdmittedCase, type AssessedCase, inquiryOf, type KnownCase, type LivingCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import { type Inquiry, noInquiry } from "../case/inquiry-state.ts";
import { heldElsewhere } from "../case/link-state.ts";
import { mayGo } from "../case/sea.ts";

type Admitting = Extract<LaterOrder, { readonly type: "admit-case" }>;
type Assigning = Extract<LaterOrder, { readonly type: "assign-case" }>;
type AdmissionFact = Extract<
  LaterFact,
  { readonly type: `case.${"admitted" | "assigned"}/${1 | 2}` | "case.taken/1" | "case.recused/1" }
>;

/** What stands against admitting a case down a way, or giving it to somebody. */
export function againstTakingUp(
  theCase: KnownCase,
  order: Admitting | Assigning,
  { formerly }: Pick<Deciding, "formerly">,
): CaseRefusal | undefined {
  if (order.type === "assign-case")
    return againstAssigning(theCase, order) ?? (formerly ? undefined : againstAgain(theCase, order.to));
  // What is assessed as sexual exploitation or abuse is not examined among all the rest.
  return formerly || mayGo(assessed(theCase), order.track) ? undefined : { code: "track-misfit" };
}

/** Whoever examines, one at a time; somebody else takes their place by name, so that nobody is passed over unseen. */
function againstAssigning(theCase: KnownCase, { to, replaces, grants }: Assigning): CaseRefusal | undefined {
  const assigned = inquiryOf(theCase).assigned?.to;
  if (replaces[0] !== assigned) return { code: "another-assigned", ...(assigned && { assigned }) };
  if (to === assigned) return { code: "grantee-not-eligible", to };
  const held = heldElsewhere(theCase, to);
  if (held) return held;
  const isForThem = grants.length === 1 && grants.every((grant) => grant.to === to && grant.keys.includes("story"));
  return isForThem ? undefined : { code: "no-grants" };
}

/** What a review sent back goes to nobody who was given it before and acted in it: the person asked for other people. */
function againstAgain({ sentBack, access }: KnownCase, to: StaffId): CaseRefusal | undefined {
  const wasReviewed = sentBack !== undefined && sentBack.reviewed.length > 0;
  const hadIt = access.some((entry) => entry.to === to && entry.reason === "assigned");
  return wasReviewed && hadIt && sentBack.acted.includes(to) ? { code: "examined-before", to } : undefined;
}

/** The case after one of these facts. A fact out of order is a fault: the rules never let it into the record. */
export function evolveAdmission(theCase: LivingCase, fact: AdmissionFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.admitted/1":
    case "case.admitted/2":
      return { ...assessed(theCase), stage: "admitted", admittedAt: at, track: fact.track, inquiry: noInquiry };
    case "case.assigned/1":
    case "case.assigned/2": {
      const { taken: _, ...inquiry } = admitted(theCase).inquiry;
      return { ...admitted(theCase), inquiry: { ...inquiry, assigned: { to: fact.to, at } } };
    }
    case "case.taken/1": {
      const known = admitted(theCase);
      const inquiry = { ...known.inquiry, taken: { by, at } };
      return known.stage === "before-panel" ? { ...known, inquiry } : { ...known, stage: "investigating", inquiry };
    }
    case "case.recused/1":
      return unassigned({ ...theCase, recused: [...(theCase.recused ?? []), by] }, by, at);
  }
}

/** An assignment ends with whoever steps back from it, or may not have it; the case waits for another, and nothing found so far is lost. */
export function unassigned(theCase: LivingCase, by: StaffId, at: Instant): LivingCase {
  if (!("inquiry" in theCase) || theCase.inquiry.assigned?.to !== by) return theCase;
  return { ...theCase, inquiry: withoutAssignment(theCase.inquiry), toBeGivenAt: at };
}

/** What was found out so far, given to nobody. */
export function withoutAssignment({ assigned: _assigned, taken: _taken, ...inquiry }: Inquiry): Inquiry {
  return inquiry;
}

/** The case as it was admitted. */
export function admitted(theCase: LivingCase): AdmittedCase {
  if (!("admittedAt" in theCase)) throw new Error("it was never admitted");
  return theCase;
}

function assessed(theCase: KnownCase): Extract<AssessedCase, { readonly stage: "assessed" }> {
  if (theCase.stage !== "assessed") throw new Error("it was not waiting to be admitted");
  return theCase;
}
