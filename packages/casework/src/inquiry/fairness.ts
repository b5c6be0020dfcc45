import { type Instant, instantToMillis, type StaffId } from "@temwen/vocabulary";
import type { Finding } from "../acts/fairness-acts.ts";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { type AdmittedCase, inquiryOf, type KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import type { Respondent } from "../case/inquiry-state.ts";
import { personOf } from "../opened/nobody-to-tell.ts";
import { waitsForCorrection } from "./respondent-asks.ts";

type Order<T extends LaterOrder["type"]> = Extract<LaterOrder, { readonly type: T }>;
type FairnessFact = Extract<
  LaterFact,
  {
    readonly type:
      | "case.respondent-notified/1"
      | "case.respondent-notified/2"
      | "case.notice-deferred/1"
      | "case.reply-recorded/1"
      | "case.hearing-offered/1"
      | "case.findings-recommended/1";
  }
>;

/** Days that a respondent has to reply, at least: a platform default. */
export const replyDays = 14;
/** Members of the panel who may read the case from a recommendation on, at least: as many as a quorum. */
export const leastOfPanel = 3;

const dayMillis = 86_400_000;

const findRespondent = (theCase: KnownCase, number: number): Respondent | undefined =>
  inquiryOf(theCase).respondents[number - 1];

export function againstNotice(
  theCase: KnownCase,
  { respondent, replyBy }: Order<"notify-respondent">,
  { at, formerly }: Pick<Deciding, "at" | "formerly">,
): CaseRefusal | undefined {
  const found = findRespondent(theCase, respondent);
  if (!found) return { code: "unknown-respondent" };
  const isLong = instantToMillis(replyBy) >= instantToMillis(at) + replyDays * dayMillis;
  if (!isLong) return { code: "too-short-to-reply", days: replyDays };
  // Whoever was given their days plans by them: a later notice may give more, and takes none away.
  const isTaken = !formerly && found.replyBy !== undefined && replyBy < found.replyBy;
  return isTaken ? { code: "takes-days-away", until: found.replyBy } : undefined;
}

export function againstWaiting(
  theCase: KnownCase,
  { respondent, until }: Order<"defer-notice">,
  at: Instant,
): CaseRefusal | undefined {
  const found = findRespondent(theCase, respondent);
  if (!found) return { code: "unknown-respondent" };
  return found.replyBy || until <= at ? { code: "nothing-to-defer" } : undefined;
}

export function againstReply(theCase: KnownCase, { respondent }: Order<"record-reply">): CaseRefusal | undefined {
  const found = findRespondent(theCase, respondent);
  if (!found) return { code: "unknown-respondent" };
  return found.replyBy ? undefined : { code: "respondent-not-notified" };
}

export function againstRecommendation(
  theCase: KnownCase,
  { findings, grants }: Order<"recommend-findings">,
  at: Instant,
): CaseRefusal | undefined {
  if (grants.length < leastOfPanel) return { code: "too-few-of-panel", least: leastOfPanel };
  if (grants.some(({ keys }) => !keys.includes("story"))) return { code: "no-grants" };
  return againstFindings(theCase, findings, at);
}

/**
 * What findings must be, whoever makes them: one for each allegation and no other; none against somebody identifiable who
 * was not heard, and none against the person who was not offered to be.
 */
export function againstFindings(
  theCase: KnownCase,
  findings: readonly Finding[],
  at: Instant,
): CaseRefusal | undefined {
  const { allegations, respondents, asks, hearingOfferedAt } = inquiryOf(theCase);
  if (allegations.length === 0) return { code: "no-allegation" };
  const isWhole =
    findings.length === allegations.length && findings.every(({ allegation }, place) => allegation === place + 1);
  if (!isWhole) return { code: "finding-missing" };
  const odd = findings.find((finding) => !isSound(finding));
  if (odd) return { code: "finding-misfit", allegation: odd.allegation };
  for (const { allegation, answers } of findings) {
    const respondent = allegations[allegation - 1]?.respondent ?? 0;
    const found = respondents[respondent - 1];
    if (answers !== "established" || !found) continue;
    if (!isHeard(found, at)) return { code: "respondent-not-heard", respondent };
    if (waitsForCorrection(asks, respondent)) return { code: "correction-waits", respondent };
  }
  const isNegative = findings.some(({ happened, answers }) => isAgainstPerson(happened) || isAgainstPerson(answers));
  return isNegative && !hearingOfferedAt && personOf(theCase) ? { code: "person-not-heard" } : undefined;
}

/** Who answers is found only where it happened, and a reason goes with what could not be determined, and with nothing else. */
function isSound({ happened, answers, why }: Finding): boolean {
  const isOpen = happened === "not-determined" || answers === "not-determined";
  return isOpen === (why !== "none") && (answers !== "established" || happened === "established");
}

const isAgainstPerson = (verdict: Finding["happened"]): boolean =>
  verdict === "not-established" || verdict === "within-the-rules";

/** Whether a respondent can be told apart; the others nobody can ask. */
export const mustBeHeard = ({ kind }: Respondent): boolean => ["known-member", "unit", "company"].includes(kind);

/** Somebody who can be told apart was given notice, and replied or let the days pass. */
export function isHeard(respondent: Respondent, at: Instant): boolean {
  if (!mustBeHeard(respondent)) return true;
  const { replyBy, replied } = respondent;
  return replyBy !== undefined && (replied === true || at >= replyBy);
}

/** The case after one of these facts. */
export function evolveFairness(theCase: AdmittedCase, fact: FairnessFact, by: StaffId, at: Instant): AdmittedCase {
  const { inquiry } = theCase;
  switch (fact.type) {
    case "case.respondent-notified/1":
    case "case.respondent-notified/2":
      return withRespondent(theCase, fact.respondent, { replyBy: fact.replyBy });
    case "case.reply-recorded/1":
      return withRespondent(theCase, fact.respondent, { replied: true });
    case "case.notice-deferred/1":
      return theCase;
    case "case.hearing-offered/1":
      return { ...theCase, inquiry: { ...inquiry, hearingOfferedAt: at } };
    case "case.findings-recommended/1": {
      const recommended = { by, at, findings: fact.findings };
      // Whoever had a hand in it until now does not decide on it.
      const before = handsIn(theCase);
      return { ...theCase, stage: "before-panel", before, inquiry: { ...inquiry, recommended } };
    }
  }
}

/** Whose hand is in a case until now. After a review, having sat over it is none; else nobody would be left to decide. */
export const handsIn = ({ handledBy, sentBack }: Pick<KnownCase, "handledBy" | "sentBack">): readonly StaffId[] =>
  sentBack ? [...sentBack.hand, ...handledBy.filter((id) => !sentBack.acted.includes(id))] : handledBy;

function withRespondent(theCase: AdmittedCase, number: number, news: Partial<Respondent>): AdmittedCase {
  const { inquiry } = theCase;
  const respondents = inquiry.respondents.map((one, place) => (place === number - 1 ? { ...one, ...news } : one));
  return { ...theCase, inquiry: { ...inquiry, respondents } };
}
