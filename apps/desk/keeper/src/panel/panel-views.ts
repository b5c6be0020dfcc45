import type { CaseRefusal, DecisionKind, DecisionWords, PanelMember, Tally } from "@temwen/casework";
import type { Digest, Instant, StaffId } from "@temwen/vocabulary";

type Measure = DecisionWords["measures"][number];

/** What a member voted, and why they dissent where they said so. */
export type VoteView = {
  readonly by: StaffId;
  readonly at: Instant;
  readonly vote: string;
  readonly text?: string;
};

/** One decision of the panel: what everybody votes on, word for word, the votes, and how it ended. */
export type SittingView = DecisionWords & {
  readonly proposedBy: StaffId;
  readonly at: Instant;
  /** What the keeper calls it; the page computes its own from what it shows, and compares. */
  readonly decision: Digest;
  readonly text?: string;
  readonly votes: readonly VoteView[];
  readonly ended?: {
    readonly how: "decided" | "taken-back" | "not-carried";
    readonly by: StaffId;
    readonly at: Instant;
  };
};

/** What was recorded of a measure; a later record takes the place of an earlier one. */
export type DeliveryView = {
  readonly at: Instant;
  readonly by: StaffId;
  readonly delivered: string;
  readonly decidedBy: string;
  readonly published: readonly Digest[];
  /** The pieces of evidence that show it, by digest. */
  readonly shownBy: readonly Digest[];
  readonly text?: string;
};

export type MeasureView = Measure & {
  readonly ruledAt: Instant;
  readonly sitting: number;
  readonly deliveries: readonly DeliveryView[];
};

/** What the panel has before it, has decided, and what became of it. */
export type PanelView = {
  /** Oldest first; the last one may be open. */
  readonly sittings: readonly SittingView[];
  readonly nextSitting: number;
  /** What it may decide now; nothing where the case does not wait for it. */
  readonly kinds: readonly DecisionKind[];
  /** Why it may not close the case as settled now; absent where it may. */
  readonly againstSettling?: CaseRefusal;
  /** Outcomes that do not go with what was found. */
  readonly misfits: readonly DecisionWords["outcome"][];
  readonly members: readonly PanelMember[];
  /** Who of them has a seat in what is decided next and no key yet, and whether whoever is signed in may give it to them. */
  readonly withoutKey: readonly StaffId[];
  readonly mayLetIn: boolean;
  /** Of the open sitting. */
  readonly tally?: Tally;
  /** Whether whoever is signed in may take the open proposal back, and whether it may be closed as not carried. */
  readonly mayTakeBack: boolean;
  readonly mayCloseNotCarried: boolean;
  readonly measures: readonly MeasureView[];
  /** That the person asked others to look again, and what they came to. */
  readonly review?: {
    readonly askedAt: Instant;
    readonly late: boolean;
    readonly decidedAt?: Instant;
  };
};
