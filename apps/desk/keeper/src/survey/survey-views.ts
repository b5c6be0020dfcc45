import type { RunningClock } from "@temwen/casework";
import type { CaseId, Instant, StaffId } from "@temwen/vocabulary";

/**
 * One case as a board counts it: clear facts of a history that was checked. Of the sealed words only the name of a unit, where
 * it is asked for and this person's keys open it; no server is told which it was.
 */
export type SurveyedCase = {
  readonly caseId: CaseId;
  readonly stage: string;
  readonly receivedAt: Instant;
  /** With whom it lies now; nobody while it waits. */
  readonly inHandsOf: readonly StaffId[];
  readonly clocks: readonly RunningClock[];
  /** Absent before the assessment. */
  readonly assessed?: { readonly department: string; readonly month: string };
  readonly allegations: readonly {
    readonly right: string;
    readonly kind: string;
    readonly forces: readonly string[];
    /** The respondent's unit, as it was written. */
    readonly unit?: string;
    /** Words that may name a unit do not open with this person's keys. */
    readonly isSealed?: true;
  }[];
  readonly measures: readonly {
    readonly number: number;
    readonly form: string;
    readonly bearer: string;
    readonly due: string;
    /** What was recorded last, and who decided it. */
    readonly delivered?: string;
    readonly decidedBy?: string;
    /** A reason is published. */
    readonly isPublished: boolean;
  }[];
};

/** Where a survey goes on: at which stage, behind which page of the queue. */
export type SurveyPlace = { readonly stage: string; readonly after?: string };

/** Some cases of a survey; `untrusted` are those whose history does not hold together, which nobody counts. */
export type SurveyPage = {
  readonly cases: readonly SurveyedCase[];
  readonly untrusted: readonly CaseId[];
  readonly now: Instant;
  readonly next?: SurveyPlace;
};
