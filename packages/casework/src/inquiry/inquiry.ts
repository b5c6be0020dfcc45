import { isNameable, privateCompany, tiesWith } from "@temwen/office";
import type { Instant } from "@temwen/vocabulary";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { type AdmittedCase, inquiryOf, type KnownCase } from "../case/case.ts";
import type { Actor, CaseRefusal, OfficeFacts } from "../case/commands.ts";
import type { Allegation } from "../case/inquiry-state.ts";
import { endOfDay } from "../words/end-of-day.ts";
import { againstInterpreting, againstNaming, againstSubject } from "./companions.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type InquiryFact = Extract<
  LaterFact,
  {
    readonly type:
      | "case.inquiry-planned/1"
      | "case.allegation-stated/1"
      | "case.allegation-stated/2"
      | "case.interview-recorded/1"
      | "case.interview-recorded/2"
      | "case.evidence-requested/1"
      | "case.evidence-requested/2"
      | "case.answer-recorded/1"
      | "case.answer-recorded/2";
  }
>;
type Deciding = {
  readonly actor: Actor;
  readonly office: Pick<OfficeFacts, "forces">;
  readonly at: Instant;
  readonly formerly?: boolean;
};

/** What stands against one of the acts that find out. */
export function againstInquiring(
  theCase: KnownCase,
  order: Order<
    | "state-allegation"
    | "record-interview"
    | "record-companion-wish"
    | "name-companion"
    | "request-evidence"
    | "record-answer"
  >,
  deciding: Deciding,
): CaseRefusal | undefined {
  switch (order.type) {
    case "state-allegation":
      return againstAllegation(theCase, order, deciding);
    case "record-interview":
      return againstInterview(theCase, order, deciding);
    case "record-companion-wish":
      return againstSubject(theCase, order);
    case "name-companion":
      return againstNaming(theCase, order, deciding.office);
    case "request-evidence":
      return againstRequest(theCase, order, deciding);
    case "record-answer":
      return againstAnswer(theCase, order, deciding);
  }
}

/** An allegation against somebody: numbered, counted once, and by nobody who turns out to be tied to them. */
function againstAllegation(
  theCase: KnownCase,
  order: Order<"state-allegation">,
  { actor, office }: Deciding,
): CaseRefusal | undefined {
  const { allegations, respondents } = inquiryOf(theCase);
  const { number, right, respondent, kind, forces } = order;
  if (number !== allegations.length + 1) return { code: "out-of-number", expected: allegations.length + 1 };
  if (respondent < 1 || respondent > respondents.length + 1)
    return { code: "out-of-number", expected: respondents.length + 1 };
  const strange = forces.find((force) => !isNameable(force, office.forces));
  if (strange !== undefined) return { code: "unknown-force", force: strange };
  const isSeveral = kind === "several-forces";
  const isFit = isSeveral ? forces.length > 1 && !forces.includes("unknown") : forces.length === 1;
  // A company itself answers as one; whoever works for it is one of the other kinds.
  const isCompany = kind !== "company" || forces.includes(privateCompany);
  if (!isFit || !isCompany || new Set(forces).size !== forces.length) return { code: "forces-misfit" };
  const known = respondents[respondent - 1];
  if (known && (known.kind !== kind || known.forces.join() !== forces.join())) return { code: "respondent-differs" };
  const isStated = allegations.some(
    (one) => one.right === right && one.class === order.class && one.respondent === respondent,
  );
  if (isStated) return { code: "already-stated" };
  const ties = tiesWith(actor.ties, forces);
  return ties.length > 0 ? { code: "tied-to-respondent", ties } : undefined;
}

/** One planned interview for each; whoever is asked once more is told why. A child is asked by those who know how. */
function againstInterview(
  theCase: KnownCase,
  order: Order<"record-interview">,
  { actor, formerly }: Pick<Deciding, "actor" | "formerly">,
): CaseRefusal | undefined {
  const { subject, of, repeats } = order;
  const stranger = againstSubject(theCase, order);
  if (stranger) return stranger;
  const isAgain = (inquiryOf(theCase).subjects[subject - 1]?.interviews ?? 0) > 0;
  if (isAgain && repeats === "first") return { code: "repeat-needs-reason" };
  if (!isAgain && repeats !== "first") return { code: "never-interviewed" };
  // Doubt about age counts as child.
  const isOfChild = "child" in theCase && theCase.child !== "no" && theCase.child !== "unsaid";
  const isChild = of === "child-witness" || (isOfChild && (of === "complainant" || of === "harmed"));
  if (isChild && actor.role !== "child-protection") return { code: "child-protection-only" };
  return formerly ? undefined : againstInterpreting(theCase, order);
}

function againstRequest(
  theCase: KnownCase,
  { number, due }: Order<"request-evidence">,
  { at, formerly }: Pick<Deciding, "at" | "formerly">,
): CaseRefusal | undefined {
  const expected = inquiryOf(theCase).requests.length + 1;
  if (number !== expected) return { code: "out-of-number", expected };
  return formerly || at < endOfDay(due) ? undefined : { code: "day-is-past", day: due };
}

/** Whoever was asked has the whole day for it; a silence is written down behind it. */
function againstAnswer(
  theCase: KnownCase,
  { request, answer }: Order<"record-answer">,
  { at, formerly }: Pick<Deciding, "at" | "formerly">,
): CaseRefusal | undefined {
  const asked = inquiryOf(theCase).requests[request - 1];
  if (!asked) return { code: "unknown-request" };
  const isEarly = !formerly && answer === "none" && at < endOfDay(asked.due);
  return isEarly ? { code: "day-not-past", day: asked.due } : undefined;
}

/** The case after one of these facts. */
export function evolveInquiry<C extends AdmittedCase>(theCase: C, fact: InquiryFact): C {
  const { inquiry } = theCase;
  switch (fact.type) {
    case "case.inquiry-planned/1":
      return { ...theCase, inquiry: { ...inquiry, plans: inquiry.plans + 1 } };
    case "case.allegation-stated/1":
    case "case.allegation-stated/2": {
      const { right, respondent, kind, forces } = fact;
      const stated: Allegation = { right, class: fact.class, respondent };
      const isFormer = fact.type === "case.allegation-stated/1";
      const allegations = [...inquiry.allegations, isFormer ? { ...stated, formerly: true as const } : stated];
      const isNew = respondent > inquiry.respondents.length;
      const respondents = isNew ? [...inquiry.respondents, { kind, forces }] : inquiry.respondents;
      // Whom it is about now: whoever is tied to a force that comes in is tied from here on.
      const all = [...new Set([...theCase.forces, ...forces])];
      return { ...theCase, forces: all, inquiry: { ...inquiry, allegations, respondents } };
    }
    case "case.interview-recorded/1":
    case "case.interview-recorded/2": {
      const subjects = inquiry.subjects.slice();
      const known = subjects[fact.subject - 1];
      subjects[fact.subject - 1] = { of: fact.of, interviews: (known?.interviews ?? 0) + 1 };
      return { ...theCase, inquiry: { ...inquiry, subjects } };
    }
    case "case.evidence-requested/1":
    case "case.evidence-requested/2": {
      const { holder, due } = fact;
      return { ...theCase, inquiry: { ...inquiry, requests: [...inquiry.requests, { holder, due }] } };
    }
    case "case.answer-recorded/1":
    case "case.answer-recorded/2": {
      const { request, answer } = fact;
      const requests = inquiry.requests.map((one, place) => (place === request - 1 ? { ...one, answer } : one));
      return { ...theCase, inquiry: { ...inquiry, requests } };
    }
  }
}
