import type { Digest, Instant, StaffId } from "@temwen/vocabulary";
import type { Finding } from "../acts/fairness-acts.ts";
import type { Measure } from "../acts/sitting-acts.ts";
import type { DecisionKind, Outcome } from "../words/inquiry-words.ts";

/** A decision that the panel is voting on. */
export type Sitting = {
  readonly number: number;
  readonly proposedBy: StaffId;
  readonly proposedAt: Instant;
  /** SHA-256 of what was proposed, as every vote names it. */
  readonly decision: Digest;
  readonly decides: DecisionKind;
  readonly findings: readonly Finding[];
  readonly measures: readonly Measure[];
  readonly outcome: Outcome;
  readonly published: readonly Digest[];
  readonly votes: readonly CastVote[];
  /** Proposed under the first number: it may be closed as it might then. */
  readonly formerly?: true;
};

/** A vote that one member signed; its digest stands in what was decided. */
export type CastVote = { readonly by: StaffId; readonly vote: string; readonly digest: Digest };

/** What the person asked others to look at again. */
export type Review = {
  readonly askedAt: Instant;
  /** Asked behind the days for it: it is written down, and may be taken up all the same. */
  readonly late: boolean;
  /** Whose hand was in the case before the panel decided. */
  readonly hand: readonly StaffId[];
  readonly decidedAt?: Instant;
};
