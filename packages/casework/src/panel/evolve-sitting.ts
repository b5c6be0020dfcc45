import type { CaseId, Instant, StaffId } from "@temwen/vocabulary";
import type { DecidedFact, LaterFact } from "../acts/later-acts.ts";
import { type AdmittedCase, inquiryOf, type LivingCase } from "../case/case.ts";
import type { Inquiry, OrderedMeasure } from "../case/inquiry-state.ts";
import type { Sitting } from "../case/sitting-state.ts";
import { handsIn } from "../inquiry/fairness.ts";
import { admitted } from "../intake/admission.ts";
import { evolveReview } from "../owed/review.ts";
import { nameDecision, nameVote } from "./decision-name.ts";
import type { DeliveryFact, ProposalFact } from "./follow-measures.ts";
import { measuresInForce } from "./settling.ts";

type Fact<T extends LaterFact["type"]> = Extract<LaterFact, { readonly type: T }>;
type SittingFact =
  | ProposalFact
  | Fact<"case.vote-cast/1">
  | DecidedFact
  | Fact<"case.decision-withdrawn/1">
  | Fact<"case.decision-not-carried/1">
  | DeliveryFact;

/** The case after one of the facts of a sitting, or of what it ordered. */
export function evolveSitting(theCase: LivingCase, fact: SittingFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.decision-proposed/1":
    case "case.decision-proposed/2":
    case "case.decision-proposed/3":
      return { ...theCase, sittings: fact.sitting, sitting: openSitting(theCase.caseId, fact, by, at) };
    case "case.vote-cast/1": {
      const { sitting } = theCase;
      if (!sitting || sitting.votes.some((one) => one.by === by)) throw new Error("nobody votes there, or votes twice");
      const cast = { by, vote: fact.vote, digest: nameVote(theCase.caseId, fact, by) };
      return { ...theCase, sitting: { ...sitting, votes: [...sitting.votes, cast] } };
    }
    case "case.decision-withdrawn/1":
    case "case.decision-not-carried/1":
      return withoutSitting(theCase);
    case "case.found/1": {
      const known = admitted(withoutSitting(theCase));
      const inquiry = { ...known.inquiry, found: fact.findings };
      return { ...known, stage: "found", outcomeToldAt: at, inquiry };
    }
    case "case.sent-back/1":
      return sendBack(admitted(withoutSitting(theCase)));
    case "case.ruled/1": {
      const known = admitted(withoutSitting(theCase));
      return { ...known, stage: "ruled", inquiry: { ...known.inquiry, measures: withRuling(known, fact) } };
    }
    case "case.closed/1":
      return { ...admitted(withoutSitting(theCase)), stage: "closed", outcomeToldAt: at };
    case "case.review-decided/1":
      return evolveReview(withoutSitting(theCase), fact.outcome, at);
    case "case.delivery-recorded/1":
    case "case.delivery-recorded/2":
    case "case.delivery-recorded/3":
      return withDelivery(theCase, fact);
  }
}

function openSitting(caseId: CaseId, fact: ProposalFact, proposedBy: StaffId, proposedAt: Instant): Sitting {
  const { sitting: number, decides, findings, measures, outcome, published } = fact;
  const decision = nameDecision(caseId, fact);
  const proposed = {
    number,
    proposedBy,
    proposedAt,
    decision,
    decides,
    findings,
    measures,
    outcome,
    published,
    votes: [],
  };
  return fact.type === "case.decision-proposed/1" ? { ...proposed, formerly: true } : proposed;
}

function withoutSitting(theCase: LivingCase): LivingCase {
  const { sitting: _, ...rest } = theCase;
  return rest;
}

/**
 * A case that the panel cannot decide yet, back with whoever examines it: all that was found out stays, and what was recommended is
 * over. Its clocks run on. Having sat over it is no hand in it when it comes before the panel again; every other act is.
 */
function sendBack({ before, ...theCase }: AdmittedCase): LivingCase {
  const { recommended: _, ...inquiry } = theCase.inquiry;
  const { handledBy, sentBack } = theCase;
  const hands = { hand: before ?? handsIn(theCase), acted: handledBy, reviewed: sentBack?.reviewed ?? [] };
  return { ...theCase, stage: "investigating", inquiry, sentBack: hands };
}

/** All measures after a ruling. Those of a ruling before it stay, unless its numbers are taken again, as they were once. */
function withRuling({ inquiry }: AdmittedCase, { sitting, measures }: Fact<"case.ruled/1">): readonly OrderedMeasure[] {
  const taken = new Set(measures.map(({ number }) => number));
  const before = (inquiry.measures ?? []).filter(({ number }) => !taken.has(number));
  return [...before, ...measures.map((measure) => ({ ...measure, sitting }))];
}

/**
 * A case is settled when every measure of the last ruling has come to an end; silence of whoever had to deliver is one. Where the
 * case stands elsewhere it stays: what is paid late is written down, and nothing is decided by it.
 */
function withDelivery(theCase: LivingCase, fact: DeliveryFact): LivingCase {
  const inquiry = withAnswer(inquiryOf(theCase), fact);
  const known = { ...theCase, inquiry } as LivingCase;
  if (known.stage !== "ruled" && known.stage !== "settled") return known;
  const isSettled = measuresInForce(inquiry).every((one) => "delivered" in one && one.delivered !== "partly");
  return { ...known, stage: isSettled ? "settled" : "ruled" };
}

function withAnswer(inquiry: Inquiry, fact: DeliveryFact): Inquiry {
  const measures = (inquiry.measures ?? []).map((one) => (one.number === fact.measure ? answered(one, fact) : one));
  return { ...inquiry, measures };
}

/** A measure with what became of it last, and whether the reason for that is published. */
function answered({ reasoned: _, ...measure }: OrderedMeasure, { delivered, published }: DeliveryFact): OrderedMeasure {
  return { ...measure, delivered, ...(published.length > 0 && { reasoned: true }) };
}
