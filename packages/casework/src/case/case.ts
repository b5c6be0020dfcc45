import type { CaseId, ConsentChoice, Digest, Instant, OfficeId, StaffId } from "@temwen/vocabulary";
import type { Protection } from "../acts/protection-acts.ts";
import type { Erasure } from "../facts/erasure-facts.ts";
import type { AssessedFact } from "../facts/facts.ts";
import type { ClosedFlood, Flood } from "../facts/flood-facts.ts";
import type { OpeningSaid } from "../facts/opened-fact.ts";
import type { Vault } from "../vault/vault.ts";
import type { DangerLevel, GuardianAnswer } from "../words/inquiry-words.ts";
import type { NonAdmissionReason } from "../words/vocabulary.ts";
import type { DealtEscrow, heldBy, Opening } from "./escrow-state.ts";
import { type Admission, type Inquiry, noInquiry } from "./inquiry-state.ts";
import type { CaseLink } from "./link-state.ts";
import { barringBeside, type NamedForces } from "./named-forces.ts";
import type { Owed } from "./owed-state.ts";
import type { Override, Referral } from "./referral-state.ts";
import type { Review, Sitting } from "./sitting-state.ts";
import type { Transfer } from "./transfer-state.ts";

type Kept = Owed & NamedForces;

/** True of a case at every stage. */
export type CaseCore = Kept & {
  readonly caseId: CaseId;
  readonly office: OfficeId;
  readonly epoch: number;
  /** The deadlines that its filing names. */
  readonly policy?: Digest;
  readonly bucket: number;
  readonly receivedAt: Instant;
  /** Of the person; absent where nobody brought the case (`opened/nobody-to-tell.ts`). */
  readonly receiptKey?: string;
  readonly replyRecipient?: string;
  /** That the office opened it itself, or another body handed it over: who, and on what. */
  readonly opened?: OpeningSaid & { readonly by: StaffId };
  /** Where words are sealed to now: the manifest's, or the last of later keys. */
  readonly storyRecipient: string;
  /** Those before it, in order; so the key named `words-N` is the newest when N have been. */
  readonly formerRecipients: readonly string[];
  /** How many messages went each way; the next of each has this number plus one. */
  readonly sent: number;
  readonly sequence: number;
  /** When the office last told the person something. */
  readonly toldAt?: Instant;
  readonly unanswered: boolean;
  readonly withdrawalAsked: boolean;
  /** What the person signed last of what they allow; it counts before what was read in the story. */
  readonly consentChange?: ConsentChoice;
  /** Pieces of evidence that the person announced after filing. */
  readonly added?: number;
  /** To whom somebody proposed to transfer it, or it was transferred. */
  readonly transfer?: Transfer;
  /** Other cases that it belongs to. */
  readonly links?: readonly CaseLink[];
  /** A use of force that was not reported, as the case shows it; no longer where that was a mistake. */
  readonly force?: { readonly is: "not-reported" | "released"; readonly at: Instant };
  /** When the United Nations' due-diligence focal point was told of it; only of a joint case. */
  readonly focalPointAt?: Instant;
  /** Evidence that the office took in: how often, how many pieces, and their sealed bytes. */
  readonly brought?: {
    readonly times: number;
    readonly pieces: number;
    readonly bytes: number;
    /** When something came in last that was no copy of what the office had. */
    readonly newAt?: Instant;
  };
  /** Who asked to see the person's name, or was allowed to; absent until somebody asks. */
  readonly vault?: Vault;
  /** Everybody who acted, so that nobody confirms or rules on what they handled. */
  readonly handledBy: readonly StaffId[];
  readonly access: readonly CaseAccess[];
  /** Whom the person says they are harmed by for having spoken: as if they had stepped back. */
  readonly complainedAbout?: readonly StaffId[];
  /** Whom one person's report put out, while no report of anybody else waited for a look. */
  readonly outByOne?: readonly { readonly by: StaffId; readonly about: StaffId }[];
  /** When the oldest report came that nobody has looked at; where all were looked at, of the last of them. */
  readonly retaliationAt?: Instant;
  /** Who wrote down the last report. */
  readonly retaliationBy?: StaffId;
  /** Who wrote down a report that nobody has looked at. */
  readonly retaliationWaits?: readonly StaffId[];
  readonly retaliationReviewedAt?: Instant;
  /** How much danger the person was in when somebody last looked, and what was asked for. */
  readonly safety?: { readonly level: DangerLevel; readonly at: Instant; readonly protecting: readonly Protection[] };
  /** What was done about whoever has the care of a child, when somebody last looked at what is best for the child. */
  readonly interests?: { readonly guardian: GuardianAnswer; readonly at: Instant };
  /** What help was offered, in its order. */
  readonly support?: readonly { readonly service: string; readonly offered: string }[];
  /** How often the panel has sat over it, and what it votes on now. */
  readonly sittings?: number;
  readonly sitting?: Sitting;
  /** The bodies outside the office that were asked, and where two people went beyond what the person allows. */
  readonly referrals?: readonly Referral[];
  readonly overrides?: readonly Override[];
  /** When an outcome was told to the person. */
  readonly outcomeToldAt?: Instant;
  /** That the person asked others to look again, and whether they have. */
  readonly review?: Review;
  /** When a review or the panel sent the case back: whose hand was in it before the panel, and everybody who had acted by then. */
  readonly sentBack?: {
    readonly hand: readonly StaffId[];
    readonly acted: readonly StaffId[];
    /** Who first acted after it was asked: whoever sent it back is among them. */
    readonly reviewed: readonly StaffId[];
  };
  /** Who had handled the case before it came to those who decide on it. */
  readonly before?: readonly StaffId[];
  /** Who stepped back: they do and read nothing more here. */
  readonly recused?: readonly StaffId[];
  /** Since when it is to be given to somebody to examine, where that is not since it came: the panel kept it open, or whoever had it is gone. */
  readonly toBeGivenAt?: Instant;
  /** Who holds the story's shares, since the office dealt them first. */
  readonly [heldBy]?: DealtEscrow;
  /** How often an opening of it was proposed, and the one that stands. */
  readonly openings?: number;
  readonly opening?: Opening;
  /** Each by clock and due hour: a clock that starts again can be missed again. */
  readonly missed: readonly { readonly clock: string; readonly due: string }[];
  /** Due hours that were put off, each once. */
  readonly extensions?: readonly { readonly clock: string; readonly due: Instant; readonly until: Instant }[];
  /** Evidence was opened before anybody took the case up. */
  readonly looked?: true;
  /** Wanted by one person, or by two; absent when nobody wants it, or somebody stopped it. */
  readonly erasure?: Erasure;
};

/** A grant made by name after filing. Who the first four readers are, nobody but they knows. */
export type CaseAccess = {
  readonly to: StaffId;
  readonly by: StaffId;
  readonly at: Instant;
  readonly keys: readonly string[];
  readonly reason: string;
};

export type Acknowledgement = {
  readonly acknowledgedAt: Instant;
  readonly acknowledgedBy: StaffId;
  readonly consent?: ConsentChoice;
};

export type Assessment = { readonly assessedAt: Instant } & Omit<AssessedFact, "type">;

export type Proposal = {
  readonly proposedAt: Instant;
  readonly proposedBy: StaffId;
  readonly reason: NonAdmissionReason;
  /** Proposed under the first number: it may be decided by whoever might then. */
  readonly formerly?: true;
};

/** The stages of a case, each with what is true only there and after. */
export type Case =
  | { readonly stage: "unknown" }
  | ({ readonly stage: "received" } & CaseCore)
  | ({ readonly stage: "flood-proposed"; readonly flood: Flood } & CaseCore)
  /** Closed unread, as noise, by two people; the person's next act, or an officer who takes it up, opens it again. */
  | ({ readonly stage: "closed-as-flood"; readonly flood: ClosedFlood } & CaseCore)
  | ({ readonly stage: "acknowledged" } & CaseCore & Acknowledgement)
  | ({ readonly stage: "assessed" } & CaseCore & Acknowledgement & Assessment)
  | ({ readonly stage: "non-admission-proposed" } & CaseCore & Acknowledgement & Assessment & Proposal)
  | ({ readonly stage: "not-admitted" } & CaseCore &
      Acknowledgement &
      Assessment &
      Proposal & { readonly decidedAt: Instant; readonly decidedBy: StaffId })
  | ({ readonly stage: "admitted" } & Admitted)
  | ({ readonly stage: "investigating" } & Admitted)
  | ({ readonly stage: "before-panel" | "found" | "ruled" | "settled" | "closed" } & Admitted)
  /** Ended because the person asked, who was found free to; `endedSequence` is their last act by then. */
  | ({ readonly stage: "withdrawn"; readonly endedSequence: number } & CaseCore & Acknowledgement & Assessment)
  | ({ readonly stage: "withdrawn"; readonly endedSequence: number } & Admitted)
  /** It goes on elsewhere, as the person wanted; here it ended. */
  | ({ readonly stage: "transferred" } & CaseCore & Acknowledgement & Assessment)
  | ({ readonly stage: "transferred" } & Admitted)
  /** What was sealed is gone, and nothing more happens. Whom it is about stays, so that whoever is tied learns nothing. */
  | ({ readonly stage: "erased"; readonly forces: readonly string[]; readonly erasedAt: Instant } & CaseCore);

type Admitted = CaseCore & Acknowledgement & Assessment & Admission;

export type KnownCase = Exclude<Case, { readonly stage: "unknown" }>;
/** A case in which something may still happen. */
export type LivingCase = Exclude<KnownCase, { readonly stage: "erased" }>;
export type AssessedCase = Extract<Case, Assessment>;
export type AdmittedCase = Extract<Case, Admission>;
export type ProposedCase = Extract<Case, { readonly stage: "non-admission-proposed" }>;

/** Whether a case came to an end that the person was told. */
export const isEnded = ({ stage }: KnownCase): boolean =>
  stage === "not-admitted" || stage === "closed" || stage === "withdrawn" || stage === "transferred";

/** Whether somebody has no part in the case any more: they stepped back, or the person complains about them. */
export const isOut = (
  { recused, complainedAbout }: Pick<CaseCore, "recused" | "complainedAbout">,
  id: StaffId,
): boolean => recused?.includes(id) === true || complainedAbout?.includes(id) === true;

/** Whether somebody was let in by name to what the person wrote. */
export const isLetIn = ({ access }: Pick<CaseCore, "access">, id: StaffId): boolean =>
  access.some(({ to, keys }) => to === id && keys.includes("story"));

/** What the office found out so far; nothing, in a case that was not admitted. */
export const inquiryOf = (theCase: KnownCase): Inquiry => ("inquiry" in theCase ? theCase.inquiry : noInquiry);

/** What the key to words that are sealed from now on is called in grants. */
export const newestKey = ({ formerRecipients }: Pick<CaseCore, "formerRecipients">): string =>
  formerRecipients.length === 0 ? "story" : wordsKey(formerRecipients.length);

export const wordsKey = (number: number): string => `words-${number}`;

/** The forces a case is attributed to so far: by its newest assessment, and what was stated since. Ties hang on more (`barringForces`). */
export function forcesOf(theCase: Case): readonly string[] {
  if ("forces" in theCase) return theCase.forces;
  return theCase.stage === "unknown" ? [] : (theCase.opened?.forces ?? []);
}

/** Every force by which ties to this case are judged: who acts, reads, is let in, sits or holds a share. */
export const barringForces = (theCase: Case): readonly string[] =>
  theCase.stage === "unknown" ? [] : barringBeside(forcesOf(theCase), theCase);
