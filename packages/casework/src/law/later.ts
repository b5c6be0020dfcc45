import { granted, neverHere, type Result, refused } from "@temwen/vocabulary";
import { besideOf, factOf, type LaterOrder, reasonOf } from "../acts/later-acts.ts";
import type { KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import { againstExtension, againstRetaliationReview } from "../clocks/clock-law.ts";
import { findBeyondExamining } from "../consent/consent.ts";
import { againstConsent } from "../consent/purpose-consent.ts";
import { againstOpening } from "../escrow/escrow.ts";
import type { StaffFact } from "../facts/facts.ts";
import { againstHearing } from "../inquiry/hearing.ts";
import { againstInquiring } from "../inquiry/inquiry.ts";
import { againstFocalPoint } from "../inquiry/joint.ts";
import { againstTakingUp } from "../intake/admission.ts";
import { grantAccess } from "../intake/letting-in.ts";
import { againstOldKeys } from "../intake/newest-key.ts";
import { tell } from "../opened/nobody-to-tell.ts";
import { againstOwing } from "../owed/owing.ts";
import { againstSitting } from "../panel/against-sitting.ts";
import { againstEmptying } from "../panel/keeping-quorum.ts";
import { hasSeat } from "../panel/panel.ts";
import { againstDelivery, closeSitting } from "../panel/sitting.ts";
import { againstProtecting } from "../protection/protection.ts";
import {
  againstOverriding,
  againstReferralAnswer,
  againstReferring,
  againstSecond,
  againstToken,
} from "../referral/referrals.ts";
import { againstTakingIn } from "../taking-in/taking-in.ts";
import type { Told } from "../words/handed-over.ts";

/** Decides an order from admission on, after `mayGive`: its fact, and what goes with it. */
export function decideLater(
  theCase: KnownCase,
  order: LaterOrder,
  deciding: Deciding,
): Result<readonly StaffFact[], CaseRefusal> {
  const against = findBeyondExamining(theCase, order.type) ?? findAgainst(theCase, order, deciding);
  if (against) return refused(against);
  if (order.type === "close-sitting") {
    const decided = closeSitting(theCase, order, deciding);
    return decided.ok ? withTelling(theCase, order, decided.value) : decided;
  }
  const fact = factOf(order, deciding);
  if (besideOf(order.type) === "message") return withTelling(theCase, order as Told, fact);
  if (!("grants" in order)) return granted([fact]);
  const { grants } = order;
  const old = againstOldKeys(theCase, grants, deciding);
  if (old) return refused(old);
  const { office } = deciding;
  const isWanted = (grantee: Grantee): boolean => wantedBy[order.type](grantee, theCase, office);
  const letIn = grantAccess(theCase, { grants, reason: reasonOf(order.type) }, office, isWanted);
  return letIn.ok ? granted([fact, ...letIn.value]) : letIn;
}

function withTelling(theCase: KnownCase, told: Told, fact: StaffFact): Result<readonly StaffFact[], CaseRefusal> {
  const telling = tell(theCase, told);
  return telling.ok ? granted([fact, ...telling.value]) : telling;
}

type Grantee = OfficeFacts["staff"][number];

/** Whom an order may let in. */
const wantedBy = {
  "assign-case": ({ role }: Grantee): boolean => role === "investigator" || role === "child-protection",
  // Of the reserve only who takes a seat: the others stay free for a review.
  "recommend-findings": ({ id }: Grantee, theCase: KnownCase, office: OfficeFacts): boolean =>
    hasSeat(id, false, theCase, office),
} as const;

/** What stands against what an order says. */
function findAgainst(theCase: KnownCase, order: LaterOrder, deciding: Deciding): CaseRefusal | undefined {
  switch (order.type) {
    case "admit-case":
    case "assign-case":
      return againstTakingUp(theCase, order, deciding);
    case "state-allegation":
    case "record-interview":
    case "record-companion-wish":
    case "name-companion":
    case "request-evidence":
    case "record-answer":
      return againstInquiring(theCase, order, deciding);
    case "notify-respondent":
    case "defer-notice":
    case "record-reply":
    case "record-respondent-ask":
    case "answer-respondent-ask":
    case "recommend-findings":
      return againstHearing(theCase, order, deciding);
    case "notify-focal-point":
      return againstFocalPoint(theCase, deciding.office);
    case "propose-decision":
    case "withdraw-decision":
    case "close-not-carried":
    case "cast-vote":
      return againstSitting(theCase, order, deciding);
    case "record-delivery":
      return againstDelivery(theCase, order, deciding);
    case "flag-force":
    case "report-retaliation":
    case "assess-best-interests":
      return againstProtecting(theCase, order, deciding) ?? emptied(theCase, order, deciding);
    case "record-consent":
      return againstConsent(theCase, order, deciding.at);
    case "propose-override":
    case "confirm-override":
      return againstOverriding(theCase, order, deciding);
    case "refer-case":
      return againstReferring(theCase, order, deciding);
    case "record-referral-answer":
      return againstReferralAnswer(theCase, order, deciding.at);
    case "propose-token":
      return againstToken(theCase, order);
    case "confirm-token":
      return againstSecond(theCase, order, deciding.actor);
    case "take-evidence":
    case "link-case":
    case "unlink-case":
    case "propose-transfer":
    case "confirm-transfer":
      return againstTakingIn(theCase, order, deciding);
    case "extend-clock":
      return againstExtension(theCase, order, deciding);
    case "review-retaliation":
      return againstRetaliationReview(theCase, deciding);
    case "propose-opening":
    case "confirm-danger":
    case "agree-opening":
    case "stop-opening":
    case "open-escrow":
      return againstOpening(theCase, order, deciding);
    case "check-pressure":
    case "accept-withdrawal":
    case "propose-going-on":
    case "propose-reopening":
    case "show-summary":
      return againstOwing(theCase, order, deciding);
    case "confirm-going-on":
    case "confirm-reopening":
    case "explain-delay":
    case "report-progress":
    case "assess-safety":
    case "offer-support":
    case "close-sitting":
    case "offer-hearing":
    case "take-case":
    case "recuse":
    case "plan-inquiry":
      return undefined;
    default:
      return neverHere(order);
  }
}

const emptied = (theCase: KnownCase, order: LaterOrder, deciding: Deciding): CaseRefusal | undefined =>
  order.type === "report-retaliation" ? againstEmptying(theCase, order, deciding) : undefined;
