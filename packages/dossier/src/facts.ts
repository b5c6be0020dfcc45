import type { Forum } from "@temwen/mission-pack";
import type { CaseId, ConsentChoice, Digest, Instant, OfficeId } from "@temwen/vocabulary";
import type { Language } from "@temwen/words";

/** What a covering letter can ask of a forum; the words for each stand in the catalogues. */
export const asks = ["investigate", "prosecute", "preserve", "waive-immunity", "answer"] as const;
export type Ask = (typeof asks)[number];

/** Why a dossier may go beyond what the person allows. */
export const beyondReasons = ["best-interests-of-child", "imminent-danger"] as const;
export type BeyondReason = (typeof beyondReasons)[number];

/** What of name and contact goes along; `included` is both. */
export type IdentityIn = "left out" | "name" | "contact" | "included";

/** One of these words, or the part of a piece: `evidence-2`. */
export type LeftOutThing =
  | "identity"
  | "name"
  | "contact"
  | "support"
  | "colleagues"
  | "keys"
  | "words"
  | "messages"
  | "proofs"
  | "steps"
  | PiecePart;
type PiecePart = `evidence-${number}` | `added-${string}` | `taken-${string}`;

/** Why something is missing. */
export type LeftOutReason =
  | "identity-not-allowed"
  | "evidence-not-allowed"
  | "for-those-who-help"
  | "among-colleagues"
  | "stay-with-the-office"
  | "not-arrived"
  | "no-key"
  | "by-choice"
  | "no-public-log"
  | "not-in-the-log-yet"
  | "not-for-a-forum";
export type LeftOut = {
  readonly what: LeftOutThing;
  readonly why: LeftOutReason;
  /** Indexes of events. */
  readonly steps?: readonly number[];
};

/** One event in a line. */
export type Step = {
  readonly index: number;
  readonly at: Instant;
  readonly type: string;
  /** A role of the office, the person, or the clock. */
  readonly by: string;
};

/** A piece of evidence as it is handed over. */
export type Piece = {
  readonly part: string;
  /** As the person's device called it. */
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Of the untouched original. */
  readonly sha256: Digest;
  /** Of the sealed piece, which the record names. */
  readonly sealed: Digest;
  /** On a working copy: the part of its original. */
  readonly copyOf?: string;
  /** Where the office took it in: its custody begins there. Who handed it over stays among colleagues. */
  readonly taken?: { readonly at: Instant; readonly by: string; readonly role: string; readonly source: string };
  readonly custody: readonly {
    readonly at: Instant;
    readonly by: string;
    readonly role: string;
    readonly exportedFor?: string;
  }[];
};

/**
 * What the panel found in a case and ruled on it; codes are those of the record. A desk gives forces by their ids; in a
 * dossier they stand by their names.
 */
export type Found = {
  readonly at: Instant;
  readonly findings: readonly {
    readonly allegation: number;
    readonly right: string;
    readonly respondent: number;
    readonly kind: string;
    readonly forces: readonly string[];
    readonly happened: string;
    readonly answers: string;
    readonly why: string;
    readonly standard: string;
    /** What is alleged; words stand here as far as whoever made it could open them. */
    readonly text?: string;
  }[];
  readonly reasons?: string;
  readonly measures: readonly {
    readonly number: number;
    readonly form: string;
    /** `contributing-state:` stands before a force. */
    readonly bearer: string;
    readonly due: string;
    /** What was recorded last, and who decided it. */
    readonly delivered?: string;
    readonly decidedBy?: string;
  }[];
  /** What each measure says. */
  readonly ruling?: string;
};

/** Everything that letter and summary say. */
export type DossierFacts = {
  readonly case: CaseId;
  readonly office: OfficeId;
  /** When the dossier is made; nothing here asks a clock. */
  readonly at: Instant;
  readonly zone: string;
  readonly language: Language;
  readonly forum: Forum;
  readonly asks: readonly Ask[];
  readonly consent: ConsentChoice;
  /** Nobody filed it: the office opened it, and no person chose anything. */
  readonly openedByOffice?: true;
  /** The person said yes to this very body. */
  readonly byName: boolean;
  readonly withdrawalAsked: boolean;
  readonly beyond?: BeyondReason;
  readonly identity: IdentityIn;
  /** Where its receiver answers, and by which code, once; printed in the letter and nowhere else. */
  readonly receipt?: { readonly address: string; readonly code: string };
  readonly stage: string;
  readonly receivedAt: Instant;
  /** Clear facts of the assessment; forces and department by their names, the rest by their codes. */
  readonly assessment?: Assessment;
  /** Absent where it is left out. */
  readonly story?: { readonly text: string; readonly language: string };
  readonly messages: readonly {
    readonly direction: "from-person" | "from-office";
    readonly at: Instant;
    readonly text?: string;
  }[];
  readonly steps: readonly Step[];
  readonly pieces: readonly Piece[];
  /** Absent as long as the panel found nothing. */
  readonly found?: Found;
  /** How many steps have a proof in the public log. */
  readonly provedSteps: number;
  readonly leftOut: readonly LeftOut[];
};

type Assessment = {
  readonly rights: readonly string[];
  readonly class: string;
  readonly forces: readonly string[];
  readonly department: string;
  readonly month: string;
  readonly child: string;
};
