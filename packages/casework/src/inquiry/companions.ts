// Who interprets for somebody, and who stands by them: of their own choice, of the sex they want, and tied to nobody it is about.
import { isEligible, isNameable } from "@temwen/office";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { type AdmittedCase, barringForces, inquiryOf, type KnownCase } from "../case/case.ts";
import type { CaseRefusal, OfficeFacts } from "../case/commands.ts";
import type { CompanionWish, NamedCompanion } from "../case/companion-state.ts";
import type { SubjectKind } from "../words/inquiry-words.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type CompanionFact = Extract<LaterFact, { readonly type: "case.companion-wished/1" | "case.companion-named/1" }>;
type Whom = { readonly subject: number; readonly of: SubjectKind };

/** Everybody whom the office speaks with is numbered once, by whichever act first names them, and stays who they were. */
export function againstSubject(theCase: KnownCase, { subject, of }: Whom): CaseRefusal | undefined {
  const { subjects } = inquiryOf(theCase);
  if (subject < 1 || subject > subjects.length + 1) return { code: "out-of-number", expected: subjects.length + 1 };
  const known = subjects[subject - 1];
  // That a witness is a child may come out later; that they are none is said of nobody who was taken for one.
  const isFoundChild = known?.of === "witness" && of === "child-witness";
  return known && known.of !== of && !isFoundChild ? { code: "subject-differs" } : undefined;
}

/** A companion fits, or not: by ties that anybody may have, and by sex where the office and not the person chose. */
export function againstNaming(
  theCase: KnownCase,
  order: Order<"name-companion">,
  { forces }: Pick<OfficeFacts, "forces">,
): CaseRefusal | undefined {
  const strange = order.ties.find((tie) => tie === "unknown" || !isNameable(tie, forces));
  if (strange !== undefined) return { code: "unknown-force", force: strange };
  return againstSubject(theCase, order) ?? againstTies(theCase, order, order.of) ?? againstSex(theCase, order);
}

/**
 * Nobody tied to whom it is about hears what is said, whoever chose them; where nobody knows whom, nobody with any tie. Somebody who is
 * accused may have a comrade beside them.
 */
function againstTies(
  theCase: KnownCase,
  { as, ties }: Pick<NamedCompanion, "as" | "ties">,
  of: SubjectKind,
): CaseRefusal | undefined {
  if (of === "respondent" && as === "supporter") return undefined;
  const isFit = barringForces(theCase).every((force) => isEligible({ ties }, force));
  return isFit ? undefined : { code: "companion-tied", ties };
}

/** Whom the person chose they chose whole. Whom the office finds is of the sex that the person was asked about. */
function againstSex(
  theCase: KnownCase,
  { subject, as, chosenBy, sex }: Pick<NamedCompanion, "subject" | "as" | "chosenBy" | "sex">,
): CaseRefusal | undefined {
  if (chosenBy === "person") return undefined;
  const wishes = wishOf(theCase, { subject, as })?.wishes;
  if (wishes === undefined) return { code: "wish-not-asked" };
  return wishes === "either" || wishes === sex ? undefined : { code: "not-as-wished", wishes };
}

const wishOf = (
  theCase: KnownCase,
  { subject, as }: Pick<CompanionWish, "subject" | "as">,
): CompanionWish | undefined => inquiryOf(theCase).wishes?.find((one) => one.subject === subject && one.as === as);

/** Who interprets was named before, by whoever chose them; and fits still: forces and wishes may have changed since. */
export function againstInterpreting(
  theCase: KnownCase,
  { subject, of, interpreter }: Order<"record-interview">,
): CaseRefusal | undefined {
  if (interpreter === "none") return undefined;
  const chosenBy = interpreter === "own" ? "person" : "office";
  const named = inquiryOf(theCase).companions?.findLast((one) => one.subject === subject && one.as === "interpreter");
  if (named?.chosenBy !== chosenBy) return { code: "interpreter-not-named" };
  return againstTies(theCase, named, of) ?? againstSex(theCase, named);
}

/** The case after one of these facts. Whoever is numbered by it was not interviewed by that. */
export function evolveCompanions(theCase: AdmittedCase, fact: CompanionFact): AdmittedCase {
  const { inquiry } = theCase;
  const { subject, of, as } = fact;
  const subjects = inquiry.subjects.slice();
  subjects[subject - 1] = { interviews: 0, ...subjects[subject - 1], of };
  if (fact.type === "case.companion-wished/1") {
    const others = (inquiry.wishes ?? []).filter((one) => one.subject !== subject || one.as !== as);
    const wishes = [...others, { subject, as, wishes: fact.wishes }];
    return { ...theCase, inquiry: { ...inquiry, subjects, wishes } };
  }
  const { chosenBy, sex, ties } = fact;
  const companions = [...(inquiry.companions ?? []), { subject, as, chosenBy, sex, ties }];
  return { ...theCase, inquiry: { ...inquiry, subjects, companions } };
}
