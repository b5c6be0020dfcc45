import { type Instant, instantToMillis, type StaffId } from "@temwen/vocabulary";
import type { Finding } from "../acts/fairness-acts.ts";
import type { LaterFact, LaterOrder } from "../acts/later-acts.ts";
import { type AdmittedCase, inquiryOf, type KnownCase } from "../case/case.ts";
import type { CaseRefusal, Deciding } from "../case/commands.ts";
import type { Allegation, Respondent } from "../case/inquiry-state.ts";
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
  const isTold = found.replyBy !== undefined && untoldOf(theCase, respondent).length === 0;
  return isTold || until <= at ? { code: "nothing-to-defer" } : undefined;
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
  const { allegations, respondents, asks } = inquiryOf(theCase);
  if (allegations.length === 0) return { code: "no-allegation" };
  const isWhole =
    findings.length === allegations.length && findings.every(({ allegation }, place) => allegation === place + 1);
  if (!isWhole) return { code: "finding-missing" };
  const odd = findings.find((finding) => !isSound(finding));
  if (odd) return { code: "finding-misfit", allegation: odd.allegation };
  for (const { allegation, answers } of findings) {
    const respondent = allegations[allegation - 1]?.respondent ?? 0;
    if (answers !== "established" || !respondents[respondent - 1]) continue;
    if (!isHeard(theCase, allegation, at)) return { code: "respondent-not-heard", respondent };
    if (waitsForCorrection(asks, respondent)) return { code: "correction-waits", respondent };
  }
  const isUnheard = findings.some(
    ({ allegation, happened, answers }) =>
      (isAgainstPerson(happened) || isAgainstPerson(answers)) && !isOffered(theCase, allegation),
  );
  return isUnheard && personOf(theCase) ? { code: "person-not-heard" } : undefined;
}

/** Whether the person was offered to be heard behind an allegation. */
function isOffered(theCase: KnownCase, allegation: number): boolean {
  const { allegations, hearingOfferedAt, hearingOf = 0 } = inquiryOf(theCase);
  return hearingOfferedAt !== undefined && (allegations[allegation - 1]?.formerly === true || hearingOf >= allegation);
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

/** Whom one allegation is against was told of it, and replied since or let the days pass; whom nobody can tell apart nobody asks. */
export function isHeard(theCase: KnownCase, allegation: number, at: Instant): boolean {
  const stated = inquiryOf(theCase).allegations[allegation - 1];
  const respondent = stated && findRespondent(theCase, stated.respondent);
  if (!respondent || !mustBeHeard(respondent)) return true;
  const { replyBy, replied = false, repliedTo = 0 } = respondent;
  if (replyBy === undefined || !isToldOf(respondent, stated, allegation)) return false;
  return at >= replyBy || (stated.formerly ? replied : repliedTo >= allegation);
}

/** A notice tells of what was stated against them until then. */
const isToldOf = ({ replyBy, toldOf = 0 }: Respondent, { formerly }: Allegation, allegation: number): boolean =>
  replyBy !== undefined && (formerly === true || toldOf >= allegation);

/** The allegations against a respondent that no notice told them of. */
export function untoldOf(theCase: KnownCase, number: number): readonly number[] {
  const { allegations } = inquiryOf(theCase);
  const respondent = findRespondent(theCase, number);
  return allegations.flatMap((one, place) =>
    respondent && one.respondent === number && !isToldOf(respondent, one, place + 1) ? [place + 1] : [],
  );
}

/** The case after one of these facts. */
export function evolveFairness(theCase: AdmittedCase, fact: FairnessFact, by: StaffId, at: Instant): AdmittedCase {
  const { inquiry } = theCase;
  switch (fact.type) {
    case "case.respondent-notified/1":
    case "case.respondent-notified/2":
      return withRespondent(theCase, fact.respondent, { replyBy: fact.replyBy, toldOf: inquiry.allegations.length });
    case "case.reply-recorded/1": {
      const repliedTo = findRespondent(theCase, fact.respondent)?.toldOf ?? 0;
      return withRespondent(theCase, fact.respondent, { replied: true, repliedTo });
    }
    case "case.notice-deferred/1":
      return theCase;
    case "case.hearing-offered/1":
      return { ...theCase, inquiry: { ...inquiry, hearingOfferedAt: at, hearingOf: inquiry.allegations.length } };
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
