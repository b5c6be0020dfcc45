import type { Instant } from "@temwen/vocabulary";
import { isOfForum, type Referral, type ReferralStanding, standingOf } from "../case/referral-state.ts";
import { type ReferralAnswer, referralAnswers } from "../words/referral-words.ts";
import { readCame } from "./came-answers.ts";
import { nextForum } from "./next-forum.ts";

/** A referral in brief: what a list and the figures need of it, without opening the case. */
export type BriefReferral = {
  readonly number: number;
  readonly forum: string;
  /** The day on which it was asked, in UTC. */
  readonly asked: string;
  readonly due: string;
  readonly answers: readonly ReferralAnswer[];
  readonly isToken: boolean;
  readonly standing: ReferralStanding;
  /** Since when an answer of its forum lies there that nobody wrote down. */
  readonly cameAt?: Instant;
  /** The forum that was named for this one's silence, once it is silent (`nextForum`). */
  readonly next?: string;
};

/** So many of one case are told in brief; all are in the case. */
const mostInBrief = 12;
const mostAnswers = 3;

/** The referrals of a case as one line of words, for the list of cases; the newest ones, and of each its newest answers. */
export const spellReferrals = (referrals: readonly Referral[]): string =>
  referrals
    .slice(-mostInBrief)
    .map(({ number, forum, at, due, answers, token, fallback }) => {
      const said = newestOf(answers).map(({ answered }) => answered);
      const named = fallback === "none" ? "" : fallback;
      return [number, forum, at.slice(0, 10), due, said.join("+"), token ? "token" : "", named].join("/");
    })
    .join(" ");

/** The newest answers, the forum's last one among them: what the office said since makes no silence of it. */
function newestOf(answers: Referral["answers"]): Referral["answers"] {
  const newest = answers.slice(-mostAnswers);
  if (newest.some(isOfForum)) return newest;
  const last = answers.findLast(isOfForum);
  return last ? [last, ...newest.slice(1)] : newest;
}

/** Reads them back, as they stand on a day of the mission's zone, with what came and nobody wrote down (`spellCame`). */
export function readReferrals(spelled: unknown, today: string, cameSpelled?: unknown): readonly BriefReferral[] {
  const came = readCame(cameSpelled);
  if (typeof spelled !== "string" || spelled === "") return [];
  const all = spelled.split(" ").map((one) => {
    // The last stands there since silence points somewhere.
    const [number = "", forum = "", asked = "", due = "", said = "", token = "", fallback = ""] = one.split("/");
    const answers = said.split("+").flatMap((answer) => referralAnswers.find((known) => known === answer) ?? []);
    const cameAt = came.get(Number(number));
    const replies = answers.map((answered) => ({ answered }));
    const standing = standingOf({ due, answers: replies }, today, cameAt !== undefined);
    const brief = { number: Number(number), forum, asked, due, answers, isToken: token === "token", standing };
    return { ...brief, fallback, ...(cameAt !== undefined && { cameAt }) };
  });
  return all.map(({ fallback, ...brief }) => {
    const next = nextForum({ ...brief, fallback }, all);
    return next === undefined ? brief : { ...brief, next };
  });
}
