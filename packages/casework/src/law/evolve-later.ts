import { type Instant, neverHere, type StaffId } from "@temwen/vocabulary";
import { isDecided, type LaterFact } from "../acts/later-acts.ts";
import type { LivingCase } from "../case/case.ts";
import { evolveClocks } from "../clocks/clock-law.ts";
import { evolveConsent } from "../consent/purpose-consent.ts";
import { evolveOpening } from "../escrow/escrow.ts";
import { evolveExamining, isExamining } from "../inquiry/evolve-examining.ts";
import { evolveAdmission } from "../intake/admission.ts";
import { evolveOwing } from "../owed/owing.ts";
import { evolveSitting } from "../panel/evolve-sitting.ts";
import { evolveForce } from "../protection/force.ts";
import { evolveProtection } from "../protection/protection.ts";
import { evolveReferrals } from "../referral/referrals.ts";
import { evolveTakingIn } from "../taking-in/taking-in.ts";

/** What whoever examines does while the panel has the case already. */
const examined: readonly LaterFact["type"][] = [
  "case.taken/1",
  "case.respondent-notified/1",
  "case.respondent-notified/2",
  "case.notice-deferred/1",
  "case.reply-recorded/1",
  "case.hearing-offered/1",
];

/** The case after one more fact of those from admission on. Whoever examines it decides nothing in it, also where they come to it late. */
export function evolveLater(theCase: LivingCase, fact: LaterFact, by: StaffId, at: Instant): LivingCase {
  const next = evolveOf(theCase, fact, by, at);
  if (next.stage !== "before-panel" || !next.before || !examined.includes(fact.type)) return next;
  return next.before.includes(by) ? next : { ...next, before: [...next.before, by] };
}

function evolveOf(theCase: LivingCase, fact: LaterFact, by: StaffId, at: Instant): LivingCase {
  if (isExamining(fact)) return evolveExamining(theCase, fact, by, at);
  if (isDecided(fact)) return evolveSitting(theCase, fact, by, at);
  switch (fact.type) {
    case "case.admitted/1":
    case "case.admitted/2":
    case "case.assigned/1":
    case "case.assigned/2":
    case "case.taken/1":
    case "case.recused/1":
      return evolveAdmission(theCase, fact, by, at);
    case "case.decision-proposed/1":
    case "case.decision-proposed/2":
    case "case.decision-proposed/3":
    case "case.decision-withdrawn/1":
    case "case.decision-not-carried/1":
    case "case.vote-cast/1":
    case "case.delivery-recorded/1":
    case "case.delivery-recorded/2":
    case "case.delivery-recorded/3":
      return evolveSitting(theCase, fact, by, at);
    case "case.safety-assessed/1":
    case "case.support-offered/1":
    case "case.retaliation-reported/1":
    case "case.retaliation-reported/2":
    case "case.best-interests-assessed/1":
      return evolveProtection(theCase, fact, by, at);
    case "case.force-flagged/1":
      return evolveForce(theCase, fact, at);
    case "case.consent-recorded/1":
      return evolveConsent(theCase, fact, at);
    case "case.override-proposed/1":
    case "case.override-proposed/2":
    case "case.override-confirmed/1":
    case "case.referred/1":
    case "case.referred/2":
    case "case.referral-answered/1":
    case "case.token-proposed/1":
    case "case.token-confirmed/1":
      return evolveReferrals(theCase, fact, by, at);
    case "case.linked/1":
    case "case.unlinked/1":
    case "case.transfer-proposed/1":
    case "case.transfer-proposed/2":
    case "case.transferred/1":
    case "case.evidence-taken/1":
      return evolveTakingIn(theCase, fact, by, at);
    default:
      return evolveFurther(theCase, fact, by, at);
  }
}

type FurtherFact = Extract<
  LaterFact,
  Parameters<typeof evolveClocks>[1] | Parameters<typeof evolveOpening>[1] | Parameters<typeof evolveOwing>[1]
>;

/** The case after one more fact of its hours, of opening its story anew, and of what is owed to the person. */
function evolveFurther(theCase: LivingCase, fact: FurtherFact, by: StaffId, at: Instant): LivingCase {
  switch (fact.type) {
    case "case.clock-extended/1":
    case "case.delay-explained/1":
    case "case.progress-reported/1":
    case "case.retaliation-reviewed/1":
    case "case.retaliation-reviewed/2":
      return evolveClocks(theCase, fact, at);
    case "case.opening-proposed/1":
    case "case.danger-confirmed/1":
    case "case.opening-agreed/1":
    case "case.opening-stopped/1":
    case "case.escrow-opened/1":
      return evolveOpening(theCase, fact, by, at);
    case "case.pressure-checked/1":
    case "case.withdrawal-accepted/1":
    case "case.withdrawal-accepted/2":
    case "case.going-on-proposed/1":
    case "case.going-on-confirmed/1":
    case "case.reopening-proposed/1":
    case "case.reopened/1":
    case "case.summary-shown/1":
      return evolveOwing(theCase, fact, by, at);
    default:
      return neverHere(fact);
  }
}
