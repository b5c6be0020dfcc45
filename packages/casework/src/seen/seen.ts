import { type StaffMember, strictTiesWith, tiesWith } from "@temwen/office";
import type { Instant, StaffId } from "@temwen/vocabulary";
import { isDecided, isLaterFact, type LaterFact, orderBehind } from "../acts/later-acts.ts";
import type { Case } from "../case/case.ts";
import type { StaffCommand } from "../case/commands.ts";
import { againstSeenOpening } from "../escrow/escrow.ts";
import type { CaseFact, StaffFact } from "../facts/facts.ts";
import { isFormer } from "../facts/former.ts";
import { isStaffFact, type Witnessed } from "../history/read-acts.ts";
import {
  type DirectoryOf,
  type Judged,
  judgeOthers,
  type StepRefusal,
  signedUnder,
  type UnlawfulStep,
} from "../history/step-law.ts";
import { evolveCase } from "../law/evolve.ts";
import { mayGive } from "../law/orders.ts";
import { agreesWithSitting } from "../panel/sitting.ts";
import { againstSecond } from "../referral/referrals.ts";

/**
 * Facts that are the office's alone: who was let in, who holds keys, what is only proposed, what protects. A type and no list, for
 * nothing asks for it at run time, and the page that judges is weighed.
 */
type OfOffice =
  // Nobody brought it, and no receipt finds it.
  | "case.opened/1"
  | "case.consent-given/1"
  | "case.access-granted/1"
  // Where messages go is served apart, to whoever writes one (docs/specs/http.md).
  | "case.rekeyed/1"
  | "case.escrow-dealt/1"
  | "case.evidence-opened/1"
  | "case.evidence-exported/1"
  // The person is told in words, in the message that goes with the second signature; then no receipt finds the case.
  | "case.erasure-proposed/1"
  | "case.erasure-proposed/2"
  | "case.erasure-proposed/3"
  | "case.erasure-confirmed/1"
  | "case.erasure-stopped/1"
  | "case.erased/1"
  // Who was asked to examine, and who stepped back and why, is the office's; that somebody began is the person's.
  | "case.assigned/1"
  | "case.assigned/2"
  | "case.recused/1"
  // Whom the office asks and what it looks for could warn others, where a phone is looked through.
  | "case.inquiry-planned/1"
  | "case.allegation-stated/1"
  | "case.allegation-stated/2"
  | "case.interview-recorded/1"
  | "case.interview-recorded/2"
  | "case.companion-wished/1"
  | "case.companion-named/1"
  | "case.evidence-requested/1"
  | "case.evidence-requested/2"
  | "case.answer-recorded/1"
  | "case.answer-recorded/2"
  | "case.respondent-notified/1"
  | "case.respondent-notified/2"
  | "case.notice-deferred/1"
  | "case.reply-recorded/1"
  | "case.respondent-asked/1"
  | "case.focal-point-notified/1"
  | "case.force-flagged/1"
  | "case.respondent-answered/1"
  // What protects a person must not be read over their shoulder.
  | "case.safety-assessed/1"
  | "case.support-offered/1"
  | "case.best-interests-assessed/1"
  | "case.retaliation-reported/1"
  | "case.retaliation-reported/2"
  // Whoever handed it over must not be looked for on the person's phone.
  | "case.evidence-taken/1"
  | "case.opening-agreed/1"
  // Which cases belong together tells of other people.
  | "case.linked/1"
  | "case.unlinked/1"
  | "case.retaliation-reviewed/1"
  | "case.retaliation-reviewed/2"
  | "case.progress-reported/1";

/** What a person may come to see. Whatever tells a person of their case says of each whether and how it tells it. */
export type ShownFact = Exclude<CaseFact["type"], OfOffice>;

/** Who sees them: the person at once, or when it has been decided on. */
const shownTo: { readonly [T in ShownFact]: "person" | "person-once-decided" } = {
  "case.received/1": "person",
  "case.acknowledged/1": "person",
  "case.message-sent/1": "person",
  "case.message-received/1": "person",
  "case.withdrawal-asked/1": "person",
  "case.consent-changed/1": "person",
  // What the office wrote down of them they can read, and take back.
  "case.consent-recorded/1": "person",
  "case.consent-withdrawn/1": "person",
  // Behind the end it led to: two signatures. Before that, whoever presses the person may be looking.
  "case.pressure-checked/1": "person-once-decided",
  "case.withdrawal-accepted/1": "person",
  "case.withdrawal-accepted/2": "person",
  "case.going-on-proposed/1": "person",
  "case.going-on-confirmed/1": "person",
  "case.reopening-proposed/1": "person-once-decided",
  "case.reopened/1": "person",
  "case.summary-shown/1": "person",
  "case.summary-answered/1": "person",
  "case.treatment-told/1": "person",
  "case.review-asked/1": "person",
  "case.evidence-added/1": "person",
  "case.assessed/1": "person",
  "case.assessed/2": "person",
  "case.assessed/3": "person",
  // Behind a decision, so that the person's own device sees two signatures of two people.
  "case.non-admission-proposed/1": "person-once-decided",
  "case.non-admission-proposed/2": "person-once-decided",
  "case.not-admitted/1": "person",
  "case.kept-open/1": "person",
  // As a proposal not to admit is: the person's own device sees two signatures of two people.
  "case.flood-proposed/1": "person-once-decided",
  "case.closed-as-flood/1": "person",
  // Whose name it is sees who wanted it, who said yes, and each time it was looked at.
  "case.identity-asked/1": "person",
  "case.identity-approved/1": "person",
  "case.identity-refused/1": "person",
  "case.identity-opened/1": "person",
  "case.clock-missed/1": "person",
  "case.admitted/1": "person",
  "case.admitted/2": "person",
  "case.taken/1": "person",
  "case.hearing-offered/1": "person",
  "case.findings-recommended/1": "person",
  // Behind what was decided: the person's own device sees who voted for it, each by a signature of their own.
  "case.decision-proposed/1": "person-once-decided",
  "case.decision-proposed/2": "person-once-decided",
  "case.decision-proposed/3": "person-once-decided",
  "case.decision-withdrawn/1": "person-once-decided",
  "case.decision-not-carried/1": "person-once-decided",
  "case.vote-cast/1": "person-once-decided",
  "case.found/1": "person",
  "case.sent-back/1": "person",
  "case.ruled/1": "person",
  "case.closed/1": "person",
  "case.review-decided/1": "person",
  "case.delivery-recorded/1": "person",
  "case.delivery-recorded/2": "person",
  "case.delivery-recorded/3": "person",
  // Whose words go out sees to whom they go, who wanted it against them, and what was answered.
  "case.override-proposed/1": "person",
  "case.override-proposed/2": "person",
  "case.override-confirmed/1": "person",
  "case.referred/1": "person",
  "case.referred/2": "person",
  "case.referral-answered/1": "person",
  "case.token-proposed/1": "person-once-decided",
  "case.token-confirmed/1": "person",
  // As every end: the person's own device sees the signatures of two people.
  "case.transfer-proposed/1": "person-once-decided",
  "case.transfer-proposed/2": "person-once-decided",
  "case.transferred/1": "person",
  // That more time was given is hers to know; why is sealed to the office, and told in a message where it may be.
  "case.clock-extended/1": "person",
  "case.delay-explained/1": "person",
  // Whose words they are sees that others asked for them, and each opening; who holds shares is the office's.
  "case.opening-proposed/1": "person",
  "case.danger-confirmed/1": "person",
  "case.opening-stopped/1": "person",
  "case.escrow-opened/1": "person",
};

/** The events of a case that are the person's to see. */
export function seenByPerson<E extends { readonly fact: Pick<CaseFact, "type"> }>(events: readonly E[]): readonly E[] {
  const isAnswered = (type: CaseFact["type"], place: number): boolean =>
    events.some((event, later) => later > place && decides(event.fact.type, type));
  return events.filter(({ fact }, place) => {
    const whose = (shownTo as { readonly [type: string]: string })[fact.type];
    return whose === "person" || (whose === "person-once-decided" && isAnswered(fact.type, place));
  });
}

const sat: readonly CaseFact["type"][] = [
  "case.found/1",
  "case.sent-back/1",
  "case.ruled/1",
  "case.closed/1",
  "case.review-decided/1",
];

function decides(type: CaseFact["type"], proposal: CaseFact["type"]): boolean {
  if (proposal === "case.flood-proposed/1") return type === "case.closed-as-flood/1";
  if (proposal === "case.transfer-proposed/1" || proposal === "case.transfer-proposed/2")
    return type === "case.transferred/1";
  if (proposal === "case.non-admission-proposed/1" || proposal === "case.non-admission-proposed/2")
    return type === "case.not-admitted/1" || type === "case.kept-open/1";
  if (proposal === "case.token-proposed/1") return type === "case.token-confirmed/1";
  if (proposal === "case.pressure-checked/1")
    return type === "case.withdrawal-accepted/1" || type === "case.withdrawal-accepted/2";
  if (proposal === "case.reopening-proposed/1") return type === "case.reopened/1";
  return sat.includes(type);
}

/**
 * Judges what the person sees by the same law as `judgeHistory`, as far as it goes: role, stage, ties, and the two
 * different people behind every decision. What the person does not see is taken to be in order: that whoever acted had
 * been let in, and that the facts of an act which are the office's were there.
 */
export function judgeSeen<E extends Witnessed>(events: readonly E[], directoryOf: DirectoryOf): Judged<E> {
  let theCase: Case = { stage: "unknown" };
  const lawful: E[] = [];
  const unlawful: UnlawfulStep[] = [];
  for (const event of seenByPerson(events)) {
    const refusal = judgeStep(theCase, event, directoryOf);
    if (refusal) unlawful.push({ index: event.index, refusal });
    else {
      theCase = evolveCase(theCase, event);
      lawful.push(event);
    }
  }
  return { theCase, lawful, unlawful };
}

function judgeStep(theCase: Case, event: Witnessed, directoryOf: DirectoryOf): StepRefusal | undefined {
  const { fact, at } = event;
  if (!isStaffFact(fact)) {
    const judged = judgeOthers(theCase, fact, at);
    return judged.ok ? undefined : judged.refusal;
  }
  const signed = signedUnder(event, directoryOf);
  if (!signed.ok) return signed.refusal;
  const { signer, directory } = signed.value;
  const roleOf = (id: StaffId) => directory.staff.find((one) => one.id === id)?.role;
  return (
    judgeStaffStep(theCase, fact, signer, at) ?? againstSeenOpening(theCase, fact, { at, role: signer.role, roleOf })
  );
}

function judgeStaffStep(theCase: Case, fact: StaffFact, signer: StaffMember, at: Instant): StepRefusal | undefined {
  const order = isLaterFact(fact)
    ? orderBehind(fact.type)
    : // Nothing else of those before an admission is the person's to see.
      ordersShown[fact.type as keyof typeof ordersShown];
  const formerly = isFormer(fact);
  const may = mayGive(order, letIn(theCase, signer, order), signer, { formerly, at });
  if (!may.ok) return may.refusal;
  const ties =
    order === "assess-case" && "forces" in fact ? (formerly ? tiesWith : strictTiesWith)(signer.ties, fact.forces) : [];
  if (ties.length > 0) return { code: "tied-to-respondent", ties };
  if (isLaterFact(fact) && isDecided(fact)) {
    const isSame = theCase.stage !== "unknown" && agreesWithSitting(theCase, fact);
    return isSame ? undefined : { code: "decision-differs" };
  }
  if (fact.type === "case.override-confirmed/1" || fact.type === "case.token-confirmed/1")
    return theCase.stage === "unknown" ? undefined : againstSecond(theCase, fact, signer);
  if (fact.type === "case.closed-as-flood/1") return agreesWithProposal(theCase, fact);
  const proposedBy = "proposedBy" in theCase ? theCase.proposedBy : undefined;
  return "proposedBy" in fact && fact.proposedBy !== proposedBy ? { code: "decision-differs" } : undefined;
}

/** Who agrees to close what was taken for noise signs what was proposed: the same cases, by the same person. */
function agreesWithProposal(
  theCase: Case,
  { casesDigest, caseCount, proposedBy }: Extract<StaffFact, { readonly type: "case.closed-as-flood/1" }>,
): StepRefusal | undefined {
  const flood = theCase.stage === "flood-proposed" ? theCase.flood : undefined;
  const isSame = flood?.casesDigest === casesDigest && flood.caseCount === caseCount && flood.proposedBy === proposedBy;
  return isSame ? undefined : { code: "decision-differs" };
}

/** The case as it would be if whoever acts had been let in, or given the case, which only the office's own facts tell. */
function letIn(theCase: Case, { id }: StaffMember, order: string): Case {
  if (theCase.stage === "unknown") return theCase;
  const access = [{ to: id, by: id, at: theCase.receivedAt, keys: ["story"], reason: "" }];
  if (order !== "take-case" || !("inquiry" in theCase)) return { ...theCase, access };
  const { taken: _, ...inquiry } = theCase.inquiry;
  return { ...theCase, access, inquiry: { ...inquiry, assigned: { to: id, at: theCase.admittedAt } } };
}

type EarlyFact = Exclude<StaffFact, LaterFact>["type"];

/** The order behind each fact that the person sees, of those before an admission. */
const ordersShown: { readonly [T in Exclude<EarlyFact, OfOffice>]: StaffCommand["type"] } = {
  "case.acknowledged/1": "acknowledge-case",
  "case.message-sent/1": "send-message",
  "case.assessed/1": "assess-case",
  "case.assessed/2": "assess-case",
  "case.assessed/3": "assess-case",
  "case.non-admission-proposed/1": "propose-non-admission",
  "case.non-admission-proposed/2": "propose-non-admission",
  "case.not-admitted/1": "confirm-non-admission",
  "case.kept-open/1": "keep-open",
  "case.identity-asked/1": "ask-identity",
  "case.identity-approved/1": "approve-identity",
  "case.identity-refused/1": "refuse-identity",
  "case.identity-opened/1": "open-identity",
  "case.flood-proposed/1": "propose-flood",
  "case.closed-as-flood/1": "confirm-flood",
};
