import type { Instant, MatterId, OfficeId, StaffId } from "@temwen/vocabulary";
import type { Actor, OfficeFacts } from "../case/commands.ts";
import type { Erasure } from "../facts/erasure-facts.ts";
import type { MatterAnswer, Payment, Recognition, SampleConsent, SampleCustody, Sampled } from "./words.ts";

/** What everybody was told of a matter. */
export type Told = { readonly [language: string]: string | undefined };

/** An answer, or that none came. */
export type AnswerOfMatter = { readonly answer: MatterAnswer; readonly at: Instant; readonly by: StaffId };

/** True of a matter at every stage. */
export type MatterCore = {
  readonly openedAt: Instant;
  readonly openedBy: StaffId;
  readonly forces: readonly string[];
  /** Where its words are sealed to. */
  readonly recipient: string;
  /** Where they were sealed to before, oldest first; absent until there is a later key. */
  readonly formerRecipients?: readonly string[];
  /** Who has the newest key, where it is a later one; before, everybody in `access` does. */
  readonly holders?: readonly StaffId[];
  readonly access: readonly StaffId[];
  readonly actedBy: readonly StaffId[];
  readonly steppedBack: readonly StaffId[];
  readonly told?: Told;
  /** From whom an answer is awaited, and until which day. */
  readonly to?: string;
  readonly answerDue?: string;
  /** When the question went out; a clock runs from then on. */
  readonly askedAt?: Instant;
  readonly answers: readonly AnswerOfMatter[];
  /** Clocks that were said to have passed; absent until there is one. */
  readonly missed?: readonly { readonly clock: string; readonly due: Instant }[];
};

export type Recommendation = MatterCore & {
  readonly kind: "recommendation";
  readonly stage: "made" | "handed-over" | "answered" | "claimed" | "changed" | "closed";
  readonly basis: string;
  readonly subject: string;
  /** Who wrote down that it was followed: none of them looks whether that is so. */
  readonly claimedBy: readonly StaffId[];
  readonly checkedBy: readonly StaffId[];
};

export type Visit = MatterCore & {
  readonly kind: "visit";
  readonly stage: "planned" | "made" | "reported" | "answered" | "called-off";
  readonly announced: string;
  readonly site: string;
  readonly department: string;
  readonly day: string;
  readonly entry?: string;
  readonly madeBy?: StaffId;
  readonly madeAt?: Instant;
};

export type Paternity = MatterCore & {
  readonly kind: "paternity";
  readonly stage: "open" | "recognised" | "closed" | "erased";
  readonly claimant: string;
  /** The month in which the child is of age; until then it stays open. */
  readonly majority: string;
  readonly consents: { readonly [of in Sampled]?: SampleConsent };
  /** In the order of their numbers, from 1. */
  readonly samples: readonly { readonly of: Sampled; readonly custody: SampleCustody; readonly holder: string }[];
  readonly recognised?: Recognition;
  /** Who wrote down that paternity was ruled out, where that is what stands. */
  readonly disprovedBy?: StaffId;
  readonly payments: { readonly [month: string]: Payment };
  /** Who wrote down last that it is not wanted any more. */
  readonly withdrawnBy?: StaffId;
  /** Somebody wants it gone. */
  readonly erasure?: Erasure;
};

export type KnownMatter = Recommendation | Visit | Paternity;
export type Matter = { readonly stage: "unknown" } | KnownMatter;

/** A claim of paternity: the kind that a matter's id says was checked before. */
export function paternity(matter: KnownMatter): Paternity {
  if (matter.kind !== "paternity") throw new Error("not a claim of paternity");
  return matter;
}

/** Who can read what comes next, as far as the record tells. */
export const holdersOf = ({ holders, access }: Pick<MatterCore, "holders" | "access">): readonly StaffId[] =>
  holders ?? access;

/** Who decides, on what, by which directory, and the hour of the statement. */
export type DecidingMatter = {
  readonly about: MatterId;
  readonly actor: Actor;
  readonly office: Pick<OfficeFacts, "staff" | "forces" | "departments" | "erasureDays">;
  readonly at: Instant;
  /** Whether it was recorded under an earlier number: what was tightened since does not hold then. */
  readonly formerly?: boolean;
};

/** What stands above every fact of a matter. */
export type MatterHeader = {
  readonly matter: MatterId;
  readonly office: OfficeId;
  readonly epoch: number;
  readonly index: number;
  readonly by: StaffId;
  readonly at: Instant;
};
