// The words of a referral (docs/specs/referrals.md). Append only: they are stored for decades.

/** What a forum is asked for. */
export const referralAsks = ["investigate", "prosecute", "preserve", "waive-immunity", "answer"] as const;

/** Why a referral goes before a military forum and not a civilian one; `none` for every other forum. */
export const militaryReasons = [
  "none",
  "no-civilian-forum",
  "civilian-forum-declined",
  "civilian-forum-silent",
  "person-asked-for-it",
] as const;

/** Whether immunity was asked to be waived. */
export const waivers = ["none", "asked"] as const;

/** Why a case may go beyond what the person allows. */
export const overrideReasons = ["best-interests-of-child", "imminent-danger"] as const;
export type OverrideReason = (typeof overrideReasons)[number];
export const beyonds = ["none", ...overrideReasons] as const;

/** What a forum says, as far as it says anything. */
export const forumAnswers = [
  "acknowledged",
  "investigating",
  "prosecuting",
  "declined",
  "waiver-granted",
  "waiver-refused",
  "obstacle-raised",
] as const;
/** What a forum may say of itself over the receipt page. That immunity is waived or kept is for whoever was asked for it. */
export const answersOverPage = [
  "acknowledged",
  "investigating",
  "prosecuting",
  "waiver-granted",
  "waiver-refused",
  "declined",
] as const;
export type AnswerOverPage = (typeof answersOverPage)[number];
/** What is said with a reason, and not without. */
export const answersWithReason: readonly AnswerOverPage[] = ["waiver-refused", "declined"];
/** With what the office itself answers an obstacle. */
export const referralAnswers = [...forumAnswers, "obstacle-challenged"] as const;
export type ReferralAnswer = (typeof referralAnswers)[number];

/** On which way an answer came. */
export const answerWays = ["receipt-page", "letter", "other"] as const;

/** The words to choose from, by what an order calls them; for desks and commands. */
export const referralWords = {
  military: militaryReasons,
  waiver: waivers,
  beyond: beyonds,
  asks: referralAsks,
  answered: referralAnswers,
  cameBy: answerWays,
} as const;
