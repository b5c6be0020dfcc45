import type { Digest, Instant, StaffId } from "@temwen/vocabulary";
import type { GoingOnReason, ReopeningFact, SummaryAnswer } from "../words/owed-words.ts";
import type { PurposeConsent } from "./consent-state.ts";

/** What a case holds of what is owed to the person. */
export type Owed = {
  /** What the person said last, purpose by purpose and recipient by recipient. */
  readonly consents?: readonly PurposeConsent[];
  /** Somebody of protection looked at whether the person is free to withdraw; `sequence` is the person's last act by then. */
  readonly pressure?: { readonly by: StaffId; readonly isFree: boolean; readonly sequence: number };
  /** What goes on although the person does not want it: proposed by one, and confirmed by another. */
  readonly goingOn?: {
    readonly goesOnFor: GoingOnReason;
    readonly proposedBy: StaffId;
    readonly confirmedBy?: StaffId;
  };
  readonly reopening?: { readonly facts: ReopeningFact; readonly proposedBy: StaffId };
  /** From when the clocks of a case that was taken up again count. */
  readonly reopenedAt?: Instant;
  readonly summary?: Summary;
  /** The person said how they were treated, since the last end. */
  readonly treatmentTold?: true;
};

/** What would be published, as it was shown to the person last, and what they said of it. */
export type Summary = {
  readonly number: number;
  readonly digest: Digest;
  readonly shownAt: Instant;
  readonly answer?: SummaryAnswer;
  /** The case is examined anew: it tells of an end that stands no more. */
  readonly isOver?: true;
};
