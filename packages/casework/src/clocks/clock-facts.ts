import { type Clock, type ClockCondition, hourBehind } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import { inquiryOf, isEnded, type LivingCase } from "../case/case.ts";
import { type Referral, standingOf } from "../case/referral-state.ts";
import { classOf, trackOf } from "../case/sea.ts";
import { personOf } from "../opened/nobody-to-tell.ts";
import type { ReferralAnswer } from "../words/referral-words.ts";

// What a clock may start on, stop on and be renewed by, and what of a case it may ask for (docs/specs/deadlines.md). A pack
// may name other facts too; a clock of a fact that nobody here knows does not run.

type Hours = (theCase: LivingCase) => Instant | undefined;
type Holds = (theCase: LivingCase) => boolean;

/** What was done before a case was taken up again starts its clocks from that hour. */
const anew = ({ reopenedAt = "" as Instant }: LivingCase, at: Instant | undefined): Instant | undefined =>
  at !== undefined && at < reopenedAt ? reopenedAt : at;

/** Whether something was done since a case was taken up last: what was done before stops no clock of what is owed now. */
const isDone = ({ reopenedAt = "" as Instant }: LivingCase, at: Instant | undefined): boolean =>
  at !== undefined && at >= reopenedAt;

const waitsForReview = ({ review }: LivingCase): boolean => review !== undefined && review.decidedAt === undefined;

/** Whether nobody looks into a case any further, for now or for good: findings are recommended, the panel is to refuse it, or it ended. */
const isBehindInquiry = (theCase: LivingCase): boolean =>
  isDone(theCase, inquiryOf(theCase).recommended?.at) || theCase.stage === "non-admission-proposed" || isEnded(theCase);

const starts: { readonly [fact: string]: Hours } = {
  "case.received": (theCase) => anew(theCase, theCase.receivedAt),
  // From when it came; anew from when the panel kept it open, or whoever had it was gone. A correction puts nothing off.
  "case.to-be-given": (theCase) => anew(theCase, theCase.toBeGivenAt ?? theCase.receivedAt),
  "case.acknowledged": (theCase) => anew(theCase, "acknowledgedAt" in theCase ? theCase.acknowledgedAt : undefined),
  // The person waits for a word: of the office, also where nobody took the case up; and while others look again, of those. Of what was
  // closed unread they were told: else noise would be missed anew every 28 days.
  "case.awaited": (theCase) =>
    waitsForReview(theCase)
      ? theCase.review?.askedAt
      : (starts["case.acknowledged"]?.(theCase) ??
        (theCase.stage === "closed-as-flood" ? undefined : starts["case.received"]?.(theCase))),
  "case.assessed": (theCase) => anew(theCase, "assessedAt" in theCase ? theCase.assessedAt : undefined),
  "case.non-admission-proposed": (theCase) =>
    theCase.stage === "non-admission-proposed" ? theCase.proposedAt : undefined,
  "case.review-asked": ({ review }) => review?.askedAt,
  "case.admitted": (theCase) => anew(theCase, "admittedAt" in theCase ? theCase.admittedAt : undefined),
  "case.retaliation-reported": ({ retaliationAt }) => retaliationAt,
};

const stops: { readonly [fact: string]: Holds } = {
  "case.acknowledged": (theCase) => "acknowledgedAt" in theCase,
  "case.assessed": (theCase) => "assessedAt" in theCase,
  "case.outcome-told": (theCase) => theCase.stage === "not-admitted" || isDone(theCase, theCase.outcomeToldAt),
  "case.non-admission-decided": ({ stage }) => stage !== "non-admission-proposed",
  "case.reviewed": ({ review }) => review?.decidedAt !== undefined,
  "case.safety-assessed": (theCase) => isDone(theCase, theCase.safety?.at) || isEnded(theCase),
  "case.passed-on": (theCase) => inquiryOf(theCase).assigned !== undefined || isBehindInquiry(theCase),
  "case.evidence-secured": (theCase) => isDone(theCase, theCase.brought?.newAt) || isBehindInquiry(theCase),
  "case.findings-recommended": (theCase) => isDone(theCase, inquiryOf(theCase).recommended?.at) || isEnded(theCase),
  "case.retaliation-reviewed": ({ retaliationAt = "", retaliationReviewedAt = "" }) =>
    retaliationReviewedAt >= retaliationAt,
  "case.ended": isEnded,
  "case.rests": (theCase) => isEnded(theCase) && !waitsForReview(theCase),
  // Each referral waits by itself: which of them do, `answers` knows.
  "case.referral-answered": () => false,
  "case.investigation-answered": () => false,
};

const renewals: { readonly [fact: string]: Hours } = {
  "case.message-sent": ({ toldAt }) => toldAt,
  "case.delay-explained": (theCase) => inquiryOf(theCase).delayExplainedAt,
  "case.progress-reported": (theCase) => inquiryOf(theCase).progressReportedAt,
};

/** What is renewed by a word to the person is owed to nobody where there is none. */
const toldBy: readonly string[] = ["case.message-sent", "case.delay-explained"];

/** Since when a clock runs on a case; several times, where several bodies outside are asked; never, where it does not. */
export function runsOf(theCase: LivingCase, clock: Clock, zone: string): readonly Instant[] {
  const { startsOn, stopsOn, renewsOn = "", when } = clock;
  const isWanted = (state?: string): boolean =>
    when === undefined || when.some((condition) => isMet(theCase, condition, state));
  if (stops[stopsOn]?.(theCase) || (toldBy.includes(renewsOn) && !personOf(theCase))) return [];
  if (startsOn === "case.referred") {
    const isAnswered = answers[stopsOn] ?? (() => false);
    const open = (theCase.referrals ?? []).filter((referral) => !isAnswered(referral));
    return open.filter(({ forum }) => isWanted(forum.split("-")[0])).map(({ at }) => at);
  }
  const start = isWanted() ? startOf(theCase, clock, zone) : undefined;
  return start === undefined ? [] : [start];
}

/** The hour of its own fact, or the latest at which it starts without that, whichever is first. */
function startOf(theCase: LivingCase, { startsOn, startsBy }: Clock, zone: string): Instant | undefined {
  const own = starts[startsOn]?.(theCase);
  const other = startsBy && starts[startsBy.on]?.(theCase);
  const latest = startsBy && other && hourBehind(other, startsBy.after, zone);
  return latest && (own === undefined || latest < own) ? latest : own;
}

/** By which a forum says whether it looks into what it was asked; that it has the case says nothing of that. */
const saysWhether: readonly ReferralAnswer[] = ["investigating", "prosecuting", "declined"];

/** Whether a forum has answered: judged of no day, so that an answer that is late stops a clock too. */
const answers: { readonly [fact: string]: (referral: Referral) => boolean } = {
  "case.referral-answered": ({ due, answers: said }) => standingOf({ due, answers: said }, due) !== "waiting",
  "case.investigation-answered": ({ answers: said }) => said.some(({ answered }) => saysWhether.includes(answered)),
};

/** When a clock that comes back was answered last, since it started. */
export function renewedAt(theCase: LivingCase, { renewsOn = "" }: Clock, start: Instant): Instant | undefined {
  const at = renewals[renewsOn]?.(theCase);
  return at !== undefined && at >= start ? at : undefined;
}

/** Whether a case is what a clock asks for. What nobody has said of it yet is not met. */
function isMet(theCase: LivingCase, condition: ClockCondition, state: string | undefined): boolean {
  const said: { readonly [N in keyof ClockCondition]-?: string | undefined } = {
    track: trackOf(theCase),
    class: classOf(theCase),
    child: "child" in theCase ? theCase.child : undefined,
    state,
  };
  return (Object.entries(condition) as [keyof ClockCondition, readonly string[]][]).every(([name, words]) =>
    words.includes(said[name] ?? ""),
  );
}

/** Every fact that a clock may name, for whoever reads a pack. */
export const clockFacts = {
  starts: [...Object.keys(starts), "case.referred"],
  stops: Object.keys(stops),
  renewals: Object.keys(renewals),
} as const;
