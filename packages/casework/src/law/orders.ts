import type { Role } from "@temwen/office";
import { granted, type Instant, type Result, refused } from "@temwen/vocabulary";
import { type Case, isLetIn, type KnownCase } from "../case/case.ts";
import type { Actor, CaseRefusal, Deciding, StaffCommand } from "../case/commands.ts";
import { mayErase } from "../erasure/erasure.ts";
import { mayTouchOpening } from "../escrow/escrow.ts";
import { whoRekeys } from "../facts/early-facts.ts";
import { mayCloseUnread } from "../flood/flood.ts";
import { againstNobody } from "../opened/nobody-to-tell.ts";
import { againstOpener } from "../opened/opening-law.ts";
import { ends } from "../owed/opening-again.ts";
import { mayReopen } from "../owed/reopening.ts";
import { mayWithdraw } from "../owed/withdrawal.ts";
import { mayLetOthersIn } from "../panel/keys-of-seats.ts";
import { mayTouchVault } from "../vault/vault.ts";
import { mayTakePart } from "./taking-part.ts";
import { tiesAgainst } from "./ties.ts";

type Stage = KnownCase["stage"];

/** Nobody has taken it up: an officer may at any hour, also where it was taken for noise. */
const untaken = ["received", "flood-proposed", "closed-as-flood"] as const;
const sittingAt = ["before-panel", "found", "ruled", "settled"] as const;
const sinceAdmitted = ["admitted", "investigating", ...sittingAt, "closed", "withdrawn", "transferred"] as const;
const assignable = ["admitted", "investigating"] as const;
/** Whoever examined may leave while the panel has it: somebody still hears the respondent, and the person. */
const givable = [...assignable, "before-panel"] as const;
const sinceAcknowledged = [
  ...["acknowledged", "assessed", "non-admission-proposed", "not-admitted"],
  ...sinceAdmitted,
] as const satisfies readonly Stage[];

/** Evidence may be looked at from the first hour: help may depend on it. */
const custody = {
  roles: ["intake", "investigator", "child-protection", "panel"],
  stages: [...untaken, ...sinceAcknowledged],
} as const;
/** Who may decide about a case has no need of a name. */
const vault = { roles: ["intake", "investigator", "child-protection"], stages: sinceAcknowledged } as const;
/** From the first ruling on, wherever the case went since. */
const deliverable = ["investigating", ...sittingAt, "closed", "withdrawn", "transferred"] as const;
const erasable = ["acknowledged", "assessed", ...ends] as const;

const examiners = ["investigator", "child-protection"] as const;
const inquiry = { roles: examiners, stages: ["investigating"] } as const;

/** What somebody of the case asks about themselves, as long as the office holds something of them. */
const ofRespondent = {
  roles: ["intake", ...examiners, "panel"],
  stages: ["investigating", ...sittingAt, ...ends],
} as const;

/** The panel may come to find more than was recommended: nobody is found against unheard then either. */
const hearing = { roles: examiners, stages: ["investigating", "before-panel"] } as const;

const besidePerson = {
  roles: ["intake", "support", ...examiners],
  stages: [...assignable, ...sittingAt],
} as const;

const sitting = { roles: ["panel"], stages: [...sittingAt, ...ends] } as const;

/** Help and protection wait for no stage. */
const protection = {
  roles: ["intake", "investigator", "support", "child-protection"],
  stages: sinceAcknowledged,
} as const;

/** A referral needs reasonable grounds and no finding; who refers at which stage is in `referring.ts`. */
const referable = ["assessed", ...sinceAdmitted] as const;
const referral = { roles: ["intake", "investigator", "child-protection", "panel"], stages: referable } as const;
/** An answer may come when the case has ended otherwise. */
const answerable = [...referable, "non-admission-proposed", "not-admitted"] as const;
/** Somebody has to say that it is time, and nobody of these need be able to read the words. */
const openers = ["intake", "investigator", "child-protection", "panel"] as const;
const opening = { roles: openers, stages: sinceAcknowledged } as const;
const careful = { roles: [...openers, "support"], stages: sinceAcknowledged } as const;
/** While something may still come of it. */
const open = ["acknowledged", "assessed", "non-admission-proposed", ...assignable, ...sittingAt] as const;

/** Who may give which order, at which stage. */
const orders: {
  readonly [C in StaffCommand["type"]]: { readonly roles: readonly Role[]; readonly stages: readonly Stage[] };
} = {
  "acknowledge-case": { roles: ["intake"], stages: untaken },
  // What comes out later corrects it, until it comes before the panel.
  "assess-case": { roles: ["intake"], stages: ["acknowledged", "assessed", ...assignable] },
  "send-message": {
    roles: ["intake", "investigator", "support", "child-protection", "panel"],
    stages: sinceAcknowledged,
  },
  "propose-flood": { roles: ["intake"], stages: ["received"] },
  "confirm-flood": { roles: ["panel"], stages: ["flood-proposed"] },
  "propose-non-admission": { roles: ["intake"], stages: ["assessed"] },
  "confirm-non-admission": { roles: ["panel"], stages: ["non-admission-proposed"] },
  "keep-open": { roles: ["panel"], stages: ["non-admission-proposed"] },
  "grant-access": { roles: ["intake", "investigator"], stages: sinceAcknowledged },
  // A colleague may leave, and a person write, after the outcome too.
  "rekey-case": { roles: whoRekeys, stages: sinceAcknowledged },
  "deal-escrow": { roles: ["intake", "investigator"], stages: sinceAcknowledged },
  "open-evidence": custody,
  "export-evidence": custody,
  "ask-identity": vault,
  "approve-identity": vault,
  "refuse-identity": vault,
  "open-identity": vault,
  // Not while the panel has a proposal before it: what it is to read would go under its eyes.
  "propose-erasure": { roles: ["intake", "investigator"], stages: erasable },
  "confirm-erasure": { roles: ["intake", "panel"], stages: erasable },
  // Whoever may want it may also stop it, so that it never hangs on two people who have left.
  "stop-erasure": { roles: ["intake", "investigator", "panel"], stages: sinceAcknowledged },
  "admit-case": { roles: ["intake"], stages: ["assessed"] },
  "assign-case": { roles: ["intake"], stages: givable },
  "take-case": { roles: examiners, stages: givable },
  // Whoever has a tie says so at any hour, and whatever they do in the case.
  recuse: { roles: ["intake", "investigator", "support", "child-protection", "panel"], stages: sinceAcknowledged },
  "plan-inquiry": inquiry,
  "state-allegation": inquiry,
  "record-interview": inquiry,
  // Whoever speaks with the person asks them; help and protection speak with them too.
  "record-companion-wish": besidePerson,
  "name-companion": besidePerson,
  "request-evidence": inquiry,
  "record-answer": inquiry,
  "notify-respondent": hearing,
  "defer-notice": hearing,
  "record-reply": hearing,
  "offer-hearing": hearing,
  "record-respondent-ask": ofRespondent,
  "answer-respondent-ask": ofRespondent,
  "flag-force": { roles: examiners, stages: ["investigating", ...sittingAt, "closed"] },
  // Whoever sees that it is joint tells it; from the panel too, for without it nothing is closed.
  "notify-focal-point": {
    roles: ["intake", ...examiners, "panel"],
    stages: ["assessed", ...assignable, ...sittingAt, "closed"],
  },
  "recommend-findings": inquiry,
  "propose-decision": sitting,
  "withdraw-decision": sitting,
  "close-not-carried": sitting,
  "cast-vote": sitting,
  "close-sitting": sitting,
  "assess-safety": protection,
  "offer-support": protection,
  "assess-best-interests": { roles: ["child-protection"], stages: ["assessed", ...sinceAdmitted] },
  "link-case": { roles: ["intake", "investigator", "child-protection"], stages: sinceAcknowledged },
  "unlink-case": { roles: ["intake", "investigator", "child-protection"], stages: sinceAcknowledged },
  // While nothing is before the panel: what it decides on does not go under its eyes.
  "propose-transfer": { roles: ["intake", ...examiners], stages: ["assessed", ...assignable] },
  "confirm-transfer": { roles: ["intake", ...examiners], stages: ["assessed", ...assignable] },
  // What somebody hands over waits for nobody: whoever is at the door takes it in.
  "take-evidence": { roles: ["intake", "investigator", "child-protection"], stages: sinceAcknowledged },
  "report-retaliation": { roles: [...protection.roles, "panel"], stages: sinceAcknowledged },
  "record-consent": protection,
  "propose-override": referral,
  "confirm-override": referral,
  "refer-case": referral,
  "record-referral-answer": { roles: referral.roles, stages: answerable },
  "propose-token": { roles: ["panel"], stages: answerable },
  "confirm-token": { roles: ["panel"], stages: answerable },
  "extend-clock": { roles: ["intake", "panel"], stages: assignable },
  "explain-delay": { roles: ["intake", ...examiners], stages: [...assignable, "before-panel"] },
  "report-progress": inquiry,
  "review-retaliation": { roles: [...protection.roles, "panel"], stages: sinceAcknowledged },
  "propose-opening": opening,
  "confirm-danger": careful,
  "stop-opening": careful,
  "agree-opening": { roles: ["escrow-holder"], stages: sinceAcknowledged },
  "open-escrow": { roles: ["intake", "investigator"], stages: sinceAcknowledged },
  "check-pressure": { roles: ["support", "child-protection"], stages: open },
  // Behind a finding the panel closes: what was found is not the person's alone.
  "accept-withdrawal": { roles: ["intake", "panel"], stages: ["assessed", ...assignable, "before-panel"] },
  "propose-going-on": { roles: ["intake", ...examiners], stages: open },
  "confirm-going-on": { roles: ["intake", ...examiners, "panel"], stages: open },
  "propose-reopening": { roles: ["intake", ...examiners], stages: ends },
  "confirm-reopening": { roles: ["intake", "panel"], stages: ends },
  "show-summary": { roles: ["intake", "panel"], stages: ["found", "ruled", "settled", "closed"] },
  // What a State pays late, after the close or while others look again, is written down too.
  "record-delivery": { roles: ["intake", "investigator", "panel"], stages: deliverable },
};

/**
 * The orders this person could give at an hour, with the reason why not for the others: what the desk shows as next acts.
 * Ties and stage are checked; what only the order's content decides is not.
 */
export function lawfulOrders(
  theCase: Case,
  actor: Actor,
  at: Instant,
): readonly { readonly order: StaffCommand["type"]; readonly refusal?: CaseRefusal }[] {
  return (Object.keys(orders) as readonly StaffCommand["type"][]).map((order) => {
    const may = mayGive(order, theCase, actor, { at });
    return may.ok ? { order } : { order, refusal: may.refusal };
  });
}

/**
 * Whether this person may give this order now: role, stage, ties and the two-person rules. What only the order's content
 * decides is for `decide.ts`. Who judges what happened long ago asks the same (`history.ts`, `seen.ts`).
 */
export function mayGive(
  order: StaffCommand["type"],
  theCase: Case,
  actor: Actor,
  { formerly, at }: Pick<Deciding, "formerly" | "at">,
): Result<KnownCase, CaseRefusal> {
  const { roles, stages } = orders[order];
  if (theCase.stage === "unknown") return refused({ code: "unknown-case" });
  if (!roles.includes(actor.role) && !mayLetOthersIn(order, theCase, actor))
    return refused({ code: "wrong-role", role: actor.role, allowed: roles });
  if (!stages.includes(theCase.stage)) return refused({ code: "wrong-stage", stage: theCase.stage, allowed: stages });
  const ties = tiesAgainst(order, theCase, actor, formerly);
  if (ties.length > 0) return refused({ code: "tied-to-respondent", ties });
  const part =
    againstNobody(order, theCase) ?? againstOpener(order, theCase, actor.id) ?? mayTakePart(order, theCase, actor);
  if (part) return refused(part);
  if (order === "confirm-non-admission" || order === "keep-open") {
    if ("proposedBy" in theCase && theCase.proposedBy === actor.id)
      return refused({ code: "cannot-confirm-own-proposal" });
    if (theCase.handledBy.includes(actor.id)) return refused({ code: "handled-this-case" });
    // Whom nobody let in has not read what they would decide on; so the reserve bench stays free for a review.
    if (!isLetIn(theCase, actor.id)) return refused({ code: "not-let-in" });
  }
  const refusal =
    mayTouchVault(order, theCase.vault, actor.id) ??
    mayErase(order, theCase, actor, at) ??
    mayTouchOpening(order, theCase, actor) ??
    mayWithdraw(order, theCase, actor.id) ??
    mayReopen(order, theCase, actor.id) ??
    mayCloseUnread(order, theCase, actor);
  return refusal ? refused(refusal) : granted(theCase);
}
