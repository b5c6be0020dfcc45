import { type Instant, neverHere, type StaffId } from "@temwen/vocabulary";
import type { LaterFact } from "../acts/later-acts.ts";
import type { LivingCase } from "../case/case.ts";
import { admitted } from "../intake/admission.ts";
import { evolveCompanions } from "./companions.ts";
import { evolveFairness } from "./fairness.ts";
import { evolveInquiry } from "./inquiry.ts";
import { evolveFocalPoint } from "./joint.ts";
import { evolveAsks } from "./respondent-asks.ts";

const examining = [
  "case.inquiry-planned/1",
  "case.allegation-stated/1",
  "case.allegation-stated/2",
  "case.interview-recorded/1",
  "case.interview-recorded/2",
  "case.evidence-requested/1",
  "case.evidence-requested/2",
  "case.answer-recorded/1",
  "case.answer-recorded/2",
  "case.respondent-notified/1",
  "case.respondent-notified/2",
  "case.notice-deferred/1",
  "case.reply-recorded/1",
  "case.hearing-offered/1",
  "case.findings-recommended/1",
  "case.respondent-asked/1",
  "case.respondent-answered/1",
  "case.companion-wished/1",
  "case.companion-named/1",
  "case.focal-point-notified/1",
] as const satisfies readonly LaterFact["type"][];

/** What is said while a case is examined and both sides are heard. */
export type ExaminingFact = Extract<LaterFact, { readonly type: (typeof examining)[number] }>;

const names: ReadonlySet<string> = new Set(examining);
export const isExamining = (fact: LaterFact): fact is ExaminingFact => names.has(fact.type);

/** The case after one of these facts. */
export function evolveExamining(theCase: LivingCase, fact: ExaminingFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.inquiry-planned/1":
    case "case.allegation-stated/1":
    case "case.allegation-stated/2":
    case "case.interview-recorded/1":
    case "case.interview-recorded/2":
    case "case.evidence-requested/1":
    case "case.evidence-requested/2":
    case "case.answer-recorded/1":
    case "case.answer-recorded/2":
      return evolveInquiry(admitted(theCase), fact);
    case "case.respondent-notified/1":
    case "case.respondent-notified/2":
    case "case.notice-deferred/1":
    case "case.reply-recorded/1":
    case "case.hearing-offered/1":
    case "case.findings-recommended/1":
      return evolveFairness(admitted(theCase), fact, by, at);
    case "case.respondent-asked/1":
    case "case.respondent-answered/1":
      return evolveAsks(admitted(theCase), fact, by);
    case "case.companion-wished/1":
    case "case.companion-named/1":
      return evolveCompanions(admitted(theCase), fact);
    case "case.focal-point-notified/1":
      return evolveFocalPoint(theCase, at);
    default:
      return neverHere(fact);
  }
}
