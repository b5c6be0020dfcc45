import type { ConsentAnswer, ConsentPart, ConsentPurpose, Publication } from "@temwen/casework";
import type { Digest, Instant, StaffId, TreatmentAnswer, TreatmentQuestion } from "@temwen/vocabulary";

/** What the person said for one purpose and one recipient, as somebody heard it, or took back themselves. */
export type ConsentForView = {
  readonly purpose: ConsentPurpose;
  readonly recipient: string;
  readonly given: ConsentAnswer;
  readonly including: readonly ConsentPart[];
  readonly until?: string;
  readonly at: Instant;
  /** Whoever wrote it down; absent where the person signed it. */
  readonly by?: StaffId;
  /** It is the newest of its kind, a yes, and not over. */
  readonly countsNow: boolean;
};

/** Somebody who has something of the case, whatever the person allows from now on. */
export type CopyView = { readonly at: Instant } & (
  | { readonly how: "let-in"; readonly who: StaffId }
  | { readonly how: "exported"; readonly who: StaffId; readonly piece: string; readonly reason: string }
  | { readonly how: "referred"; readonly forum: string }
);

/** How the person says that the office treated them. */
export type TreatmentView = {
  readonly at: Instant;
  readonly answers: { readonly [Q in TreatmentQuestion]: TreatmentAnswer };
  readonly text: string;
};

/** A reason that was named to be published: of what the panel found, or of a measure that came to nothing. */
export type PublishedReason = {
  readonly of: "findings" | "measure";
  /** Of the sitting, or the measure. */
  readonly number: number;
  readonly digest: Digest;
  /** Absent where this person's keys do not open it. */
  readonly text?: string;
};

/** What is owed to the person, as a desk shows it. */
export type OwedView = {
  readonly consents: readonly ConsentForView[];
  /** Something was taken back, or the person asked to stop: who holds copies is to be told to them. */
  readonly isTakenBack: boolean;
  readonly copies: readonly CopyView[];
  readonly treatments: readonly TreatmentView[];
  /** Whether the summary may be published, once one was shown to the person. */
  readonly publication?: Publication;
  /** The reasons that are to be published with it; a summary goes to the person with each. */
  readonly reasons?: readonly PublishedReason[];
};
