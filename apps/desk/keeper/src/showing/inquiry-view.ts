import type { CompanionWish, Finding, NamedCompanion, OpenQuestion } from "@temwen/casework";
import type { Instant, StaffId } from "@temwen/vocabulary";

/** When it was recorded, by whom, and the words that went with it as far as this person's keys open them. */
export type Recorded = { readonly at: Instant; readonly by: StaffId; readonly text?: string };

/** What was found out since the admission, each thing once and by its number. */
export type InquiryView = {
  readonly track: string;
  readonly assigned?: { readonly to: StaffId; readonly at: Instant };
  readonly taken?: { readonly by: StaffId; readonly at: Instant };
  /** The newest last; it takes the place of those before. */
  readonly plans: readonly Recorded[];
  readonly allegations: readonly (Recorded & {
    readonly number: number;
    readonly right: string;
    readonly class: string;
    readonly respondent: number;
    readonly recommended?: Finding;
    readonly found?: Finding;
    /** What the rules hold against finding it now. */
    readonly against: readonly OpenQuestion[];
  })[];
  readonly respondents: readonly RespondentView[];
  readonly subjects: readonly SubjectView[];
  readonly requests: readonly (Recorded & {
    readonly number: number;
    readonly holder: string;
    readonly due: string;
    /** The newest last. */
    readonly answers: readonly (Recorded & { readonly answer: string })[];
  })[];
  /** What respondents asked about themselves. */
  readonly asks: readonly (Recorded & {
    readonly number: number;
    readonly respondent: number;
    readonly wants: string;
    readonly answer?: Recorded & { readonly became: string; readonly cause: string };
  })[];
  readonly hearingOfferedAt?: Instant;
  /** What whoever examined recommended, in words. */
  readonly recommended?: Recorded;
};

/** Whom an allegation is against, and what became of hearing them. */
export type RespondentView = {
  readonly number: number;
  readonly kind: string;
  readonly forces: readonly string[];
  /** What their unit is called, as far as this person's keys open the words that say so. */
  readonly unit?: string;
  /** Somebody who can be told apart: they are not found against unheard. */
  readonly mustBeHeard: boolean;
  /** Of every allegation against them. */
  readonly isHeard: boolean;
  /** The allegations against them that no notice told them of. */
  readonly untold: readonly number[];
  readonly notice?: Recorded & { readonly how: string; readonly replyBy: Instant };
  /** Why the notice waits, and until when; of no account once it was given of every allegation. */
  readonly waits?: Recorded & { readonly because: string; readonly until: Instant };
  readonly replies: readonly (Recorded & { readonly represented: string; readonly interpreter: string })[];
};

/** With whom the office speaks: how often, and who is at their side. */
export type SubjectView = {
  readonly number: number;
  readonly of: string;
  readonly interviews: readonly (Recorded & {
    readonly language: string;
    readonly interpreter: string;
    readonly repeats: string;
  })[];
  /** What they said last of the sex of an interpreter and of a supporter. */
  readonly wishes: readonly CompanionWish[];
  /** The newest last. */
  readonly companions: readonly (Recorded & NamedCompanion)[];
};
