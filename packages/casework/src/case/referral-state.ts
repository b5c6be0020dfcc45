import type { Digest, Instant, StaffId } from "@temwen/vocabulary";
import type { OverrideReason, ReferralAnswer } from "../words/referral-words.ts";

/** A body outside the office that was asked, and what it answered so far. */
export type Referral = {
  readonly number: number;
  readonly forum: string;
  readonly at: Instant;
  /** The last day, in the mission's zone, on which an answer comes in time. */
  readonly due: string;
  readonly waiver: "none" | "asked";
  readonly fallback: string;
  readonly asks: readonly string[];
  readonly language: string;
  readonly obstacle: readonly string[];
  readonly dossier?: Digest;
  readonly answers: readonly ReferralReply[];
  /** Who of the panel says that the answers are only a token; by two of them it is said. */
  readonly tokenProposedBy?: StaffId;
  readonly token?: true;
};

/** One answer, as somebody of the office wrote it down. */
export type ReferralReply = {
  readonly answered: ReferralAnswer;
  readonly obstacle: readonly string[];
  readonly on: string;
  readonly at: Instant;
  readonly cameBy: string;
  readonly received?: Digest;
};

/** That two people want to go beyond what the person allows, for one forum. */
export type Override = {
  readonly forum: string;
  readonly beyond: OverrideReason;
  readonly proposedBy: StaffId;
  readonly confirmed?: true;
  /** Under the first number: nobody asked for its ground, and no later word of the person ended it. */
  readonly formerly?: true;
};

/** Whether the forum said it, and not the office. */
export const isOfForum = ({ answered }: Pick<ReferralReply, "answered">): boolean => answered !== "obstacle-challenged";

/** What stands of a referral on a day of the mission's zone. */
export type ReferralStanding = "answered" | "to-be-recorded" | "silent" | "waiting";

/**
 * Silence follows from the record and the day; the office's own words are no answer of the forum. A forum of which an answer came, and
 * lies at the office for somebody to write down (`hasCome`), is not silent.
 */
export function standingOf(
  { due, answers }: Pick<Referral, "due"> & { readonly answers: readonly Pick<ReferralReply, "answered">[] },
  today: string,
  hasCome = false,
): ReferralStanding {
  if (answers.some(isOfForum)) return "answered";
  if (hasCome) return "to-be-recorded";
  return today > due ? "silent" : "waiting";
}
