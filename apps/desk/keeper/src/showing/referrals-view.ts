import type { ConsentPart, ReferralAnswer, ReferralStanding } from "@temwen/casework";
import type { Digest, Instant, StaffId } from "@temwen/vocabulary";

/** What somebody of the office wrote down, with the words that only colleagues read where this person opens them. */
type Said = { readonly at: Instant; readonly by: StaffId; readonly text?: string };

/** A body outside the office that was asked, and what it answered. */
export type ReferralView = Said & {
  readonly number: number;
  readonly forum: string;
  readonly asks: readonly string[];
  readonly basis: readonly string[];
  readonly obstacle: readonly string[];
  readonly waiver: string;
  readonly fallback: string;
  readonly due: string;
  readonly dossier?: Digest;
  readonly standing: ReferralStanding;
  readonly answers: readonly (Said & {
    readonly answered: ReferralAnswer;
    readonly obstacle: readonly string[];
    readonly on: string;
    readonly cameBy: string;
  })[];
  /** That two of the panel call the answers a token, or one does. */
  readonly token: "none" | "proposed" | "said";
};

/** What a forum wrote on the receipt page, as far as this person opens it; it changes nothing until it is recorded. */
export type WaitingAnswer = {
  readonly referral: number;
  /** Digest of it as it is sealed: what recording it names. */
  readonly received: Digest;
  readonly answered?: string;
  readonly text?: string;
};

/** Where a case went before bodies outside the office. */
export type ReferralsView = {
  readonly referrals: readonly ReferralView[];
  readonly waiting: readonly WaitingAnswer[];
  /** What the person said of single forums: it counts before what they allow in all. */
  readonly said: { readonly [forum: string]: boolean };
  /** What they named beside the words, where they said yes to it. */
  readonly along: { readonly [forum: string]: readonly ConsentPart[] };
  /** Going beyond what the person allows, for one forum; as long as its ground is there. */
  readonly overrides: readonly { readonly forum: string; readonly beyond: string; readonly isConfirmed: boolean }[];
};
