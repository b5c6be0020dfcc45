import type {
  CaseRefusal,
  Erasure,
  ExportReason,
  IdentityReason,
  LaterOrder,
  OpeningSaid,
  PanelMember,
  PassedOn,
  Protection,
  StaffCommand,
  StandingClock,
  StillOwed,
} from "@temwen/casework";
import type { QueueEntry } from "@temwen/courier/desk";
import type { EvidenceNote, Story, Support } from "@temwen/sealing/open";
import type { EvidenceFile } from "@temwen/sealing/seal-pieces";
import type {
  CaseId,
  ConsentChoice,
  Digest,
  Instant,
  Json,
  MatterId,
  MatterKind,
  PressureAnswer,
  StaffId,
} from "@temwen/vocabulary";
import type { PanelView } from "./panel/panel-views.ts";
import type { AttributionView } from "./showing/attribution-view.ts";
import type { InquiryView, Recorded } from "./showing/inquiry-view.ts";
import type { CaseOpeningView } from "./showing/opening-view.ts";
import type { OwedView } from "./showing/owed-view.ts";
import type { ReferralsView } from "./showing/referrals-view.ts";
import type { ShownFact } from "./showing/shown-facts.ts";
import type { TransferView } from "./showing/transfer-view.ts";

export type { Identity } from "@temwen/sealing/open";
export type { InquiryView } from "./showing/inquiry-view.ts";
export type { ReferralsView } from "./showing/referrals-view.ts";

/** Why the desk said no: by its own rules, by the server's, or because the line broke. */
export type KeeperRefusal = { readonly code: string; readonly [more: string]: unknown };

/** Who is signed in at this desk. */
export type Me = {
  readonly id: StaffId;
  readonly role: string;
  readonly ties: readonly string[];
  readonly epoch: number;
  readonly expires: Instant;
};

/** A case in the list, and who must act on what is most pressing. */
export type QueueRow = QueueEntry & { readonly acting?: Acting };

/** Who must act on a clock, whose else it has become, and whether one of them is whoever is signed in, by their role. */
export type Acting = { readonly bearer: string; readonly passedOn?: PassedOn; readonly isMine: boolean };

/** The queue as the desk shows it. */
export type QueueView = {
  readonly rows: readonly QueueRow[];
  readonly stages: { readonly [stage: string]: number };
  /** With the first page: late cases that have become this role's to see to, and that its list does not show. */
  readonly passedOn?: { readonly [clock: string]: number };
  /** Where to go on; absent behind the last case. */
  readonly next?: string;
  readonly now: Instant;
};

/** Cases that were looked for by the beginning of their number. */
export type FoundCases = Pick<QueueView, "rows" | "now">;

/** Something that does not fit together: shown before anything else, never hidden. */
export type Alarm =
  /** The manifest's receipt key or reply recipient is not the one in the sealed story. */
  | { readonly code: "manifest-differs-from-story" }
  /** An event of the stream bears no valid signature of whom it names. */
  | { readonly code: "event-not-vouched-for"; readonly index: number }
  /** The chain of `previous` digests is broken. */
  | { readonly code: "chain-broken"; readonly index: number }
  /** A step that the law does not know: signed by somebody of another role, alone where it takes two, out of its stage. */
  | { readonly code: "unlawful-step"; readonly index: number; readonly broken: string }
  /** A sealed part is not the one its event named, or cannot be opened. */
  | { readonly code: "part-differs"; readonly part: string }
  /** Sealed with an older directory than the one in force. */
  | { readonly code: "sealed-with-old-directory"; readonly epoch: number }
  /** A message of the person was sealed to a key that had been replaced: on its way, or the server hid the new key. */
  | { readonly code: "message-to-old-key"; readonly number: number }
  /** Somebody who can read what comes next no longer serves: the case needs a new key. */
  | { readonly code: "reader-left"; readonly staff: StaffId }
  /** Somebody who holds a share no longer serves: the escrow is to be dealt anew. */
  | { readonly code: "holder-left"; readonly staff: StaffId }
  /** Somebody who holds a share is tied to whom the case is about by now: the escrow is to be dealt anew. */
  | { readonly code: "holder-tied"; readonly staff: StaffId }
  /** The story was opened by its shares: they are to be dealt anew. */
  | { readonly code: "escrow-spent" };

/** One line of the timeline. */
export type TimelineEntry = {
  readonly index: number;
  readonly at: Instant;
  readonly type: string;
  readonly by: StaffId | "person" | "clock";
  /** Clear facts of the event, for display. */
  readonly facts: { readonly [F in ShownFact]?: string };
  /** The words that went with it, where this person can open them: a message, or reasons for colleagues. */
  readonly text?: string;
};

/** A message either way, opened; `text` is absent where this person has no key to it. */
export type MessageView = {
  readonly direction: "from-person" | "from-office";
  readonly at: Instant;
  readonly number: number;
  readonly by?: StaffId;
  readonly text?: string;
  /** Where the message answers whether somebody presses the person to withdraw; its words may be empty. */
  readonly pressed?: PressureAnswer;
};

/** One line of what the person allows: what they chose, when, and how it was given. */
export type ConsentEntry = { readonly at: Instant; readonly countsNow?: true } & (
  | { readonly how: "filed"; readonly choice: ConsentChoice }
  /** What an officer read in the complaint; `differs` where the complaint says something else. */
  | {
      readonly how: "read";
      readonly choice: ConsentChoice;
      readonly by: StaffId;
      readonly language: string;
      readonly explainer: string;
      readonly differs: boolean;
    }
  | { readonly how: "signed"; readonly choice: ConsentChoice }
  | { readonly how: "asked-to-stop" }
);

/** Who can open what, and why. The four first readers are hidden by design and shown as such. */
export type AccessView = {
  readonly firstReaders: { readonly slots: number; readonly readers: number; readonly mine: boolean };
  readonly named: readonly {
    readonly to: StaffId;
    readonly by: StaffId;
    readonly at: Instant;
    readonly keys: readonly string[];
    readonly reason: string;
  }[];
  /** Who of them gets every new key, as long as they serve, have no tie and do not step back. */
  readonly readOn: readonly StaffId[];
  readonly escrow: { readonly dealtBy: "page" | StaffId; readonly holders: readonly StaffId[] };
};

/** Who opened a piece, or took it out of the seal. */
export type CustodyView = {
  readonly at: Instant;
  readonly by: StaffId;
  /** Present when it was written to a file. */
  readonly exportedFor?: ExportReason;
};

/** Another case that this one belongs to. */
export type LinkView = {
  readonly other: CaseId;
  readonly reason: string;
  readonly by: StaffId;
  readonly at: Instant;
  /** Who is kept from examining this case by it. */
  readonly team: readonly StaffId[];
};

/** How a piece came by the office's hands. */
export type TakenView = {
  readonly at: Instant;
  readonly by: StaffId;
  readonly source: string;
  /** The question that it answers, by its number. */
  readonly request?: number;
  /** Who handed it over, and how; absent where this person has no key to it. */
  readonly from?: string;
};

/** A piece of evidence: what the story or a later note says of it, whether it arrived, and who looked at it. */
export type EvidenceView = EvidenceNote & {
  /** On a working copy: the part of its original. */
  readonly copyOf?: string;
  readonly arrived: boolean;
  /** Of its sealed bytes, as it was announced; by it other acts name it. */
  readonly sealed?: Digest;
  readonly addedAt?: Instant;
  /** Where the office took it in: its custody begins there. */
  readonly taken?: TakenView;
  /** Sealed and announced, and not all of it has left this machine. */
  readonly waitsHere?: true;
  readonly custody: readonly CustodyView[];
};

type Question = {
  readonly askedBy: StaffId;
  readonly isMine: boolean;
  readonly reason: IdentityReason;
  /** In words; absent where this person has no key to it. */
  readonly explanation?: string;
  readonly ends: Instant;
};

/** Where the person's name stands. */
export type VaultView =
  | { readonly state: "sealed" }
  | ({ readonly state: "asked" } & Question)
  | ({ readonly state: "approved"; readonly approvedBy: StaffId } & Question);

/** A case as the desk shows it. */
export type CaseView = {
  readonly caseId: CaseId;
  readonly stage: string;
  readonly version: number;
  readonly receivedAt: Instant;
  readonly now: Instant;
  readonly clocks: readonly StandingClock[];
  readonly consent?: ConsentChoice;
  /** Everything that was said about it, oldest first; the complaint's own choice only for whoever can read the story. */
  readonly consents: readonly ConsentEntry[];
  readonly owed: OwedView;
  /** The person asked to withdraw: speak with them before anything else. */
  readonly withdrawalAsked: boolean;
  readonly alarms: readonly Alarm[];
  /** Absent when this person holds no grant: not being among the readers is ordinary. */
  readonly story?: Story;
  /** How it came in, where no person brought it: nobody can be written to then. */
  readonly opened?: OpenedView;
  readonly support?: Support;
  readonly holdsIdentityHalf: boolean;
  readonly vault: VaultView;
  /** Of the complaint, and what the person added later, at an hour of the server's. */
  readonly evidence: readonly EvidenceView[];
  readonly assessment?: { readonly [name: string]: string };
  /** Whom the case was ever said to be about, as far as ties are judged by it. */
  readonly forces: readonly string[];
  /** Who stepped back, or is complained about: they have no part in it any more. */
  readonly gone: readonly StaffId[];
  readonly attribution: AttributionView;
  /** Everybody of the panel, as they stand to it: who has a seat, and who may not decide on it. */
  readonly seats: readonly PanelMember[];
  /** What protects the person, by what was answered to whoever asked for it; of the last look at the danger. */
  readonly protecting: readonly Protection[];
  /** What help was offered, in its order. */
  readonly helped: readonly { readonly service: string; readonly offered: string }[];
  /** What was done about whoever has the care of a child; absent until somebody looked at what is best for the child. */
  readonly interests?: { readonly guardian: string; readonly at: Instant };
  /** That somebody harms the person for having spoken, as colleagues wrote it down. */
  readonly retaliation: readonly Recorded[];
  /** What was found out since the admission; absent before. */
  readonly inquiry?: InquiryView;
  /** Where it went before bodies outside the office; absent before the assessment. */
  readonly referrals?: ReferralsView;
  /** Proposed by one person, or done by two; absent where nobody wants it to go on elsewhere. */
  readonly transfer?: TransferView;
  readonly proposal?: { readonly reason: string; readonly by: StaffId; readonly explanation?: string };
  /** Wanted by one person, or by two and when; absent when nobody wants it. What was erased has the stage `erased`. */
  readonly erasure?: Erasure;
  /** What the office owes in it and has not done: it is erased meanwhile only where the person wants that. */
  readonly stillOwed: readonly StillOwed[];
  /** Until when the person may ask for a review of how it ended: nothing is erased before. */
  readonly reviewUntil?: Instant;
  /** What the panel votes on now; `decision` is what a vote names. */
  readonly sitting?: {
    readonly number: number;
    readonly decides: string;
    readonly decision: Digest;
    readonly votes: number;
  };
  /** Cases that it belongs to; whoever may not read one of them sees its number and the reason all the same. */
  readonly links: readonly LinkView[];
  /** An opening of the escrow, from its proposal until the shares are dealt anew. */
  readonly opening?: CaseOpeningView;
  /** What the panel has before it and has decided; absent where nothing was ever for it. */
  readonly panel?: PanelView;
  readonly messages: readonly MessageView[];
  readonly timeline: readonly TimelineEntry[];
  readonly access: AccessView;
  /** Every order, with the reason why not for those that are not lawful now. */
  readonly orders: readonly { readonly order: StaffCommand["type"]; readonly refusal?: CaseRefusal }[];
};

/** A case that the office opened itself: who did, on what, and its words for whoever may read them. */
export type OpenedView = OpeningSaid & {
  readonly by: StaffId;
  readonly words?: { readonly text: string; readonly language: string; readonly reference?: string };
};

/** What the page asks the keeper to do; the keeper seals, decides, signs and sends. */
export type ActRequest =
  | { readonly act: "acknowledge"; readonly text: string }
  | {
      readonly act: "assess";
      readonly rights: readonly string[];
      readonly class: string;
      readonly forces: readonly string[];
      readonly department: string;
      readonly month: string;
      readonly child: string;
    }
  | { readonly act: "reply"; readonly text: string }
  | { readonly act: "propose-not-admitted"; readonly reason: string; readonly text: string }
  | { readonly act: "confirm"; readonly text: string }
  | { readonly act: "keep-open"; readonly text: string }
  | { readonly act: "grant"; readonly to: StaffId; readonly reason: string }
  /** To nobody in particular: to all who held the key before by name, or acted, and still serve. */
  | { readonly act: "rekey"; readonly to: readonly StaffId[] }
  /** To all who have a seat in what the panel decides next, and no key. */
  | { readonly act: "let-in-panel" }
  | { readonly act: "deal-escrow" }
  | { readonly act: "propose-erasure"; readonly reason: string }
  /** The text tells the person what goes, when, and who keeps a copy. */
  | { readonly act: "confirm-erasure"; readonly text: string }
  | { readonly act: "stop-erasure" }
  | { readonly act: "ask-identity"; readonly reason: string; readonly text: string }
  | { readonly act: "approve-identity" }
  | { readonly act: "refuse-identity"; readonly text: string };

/** An act from admission on: what it says in clear, and the words that are sealed with it. */
export type LaterRequest = {
  readonly act: LaterOrder["type"];
  readonly says: { readonly [name: string]: Json };
  readonly text: string;
  /** What the person is told, where an act has words for colleagues too. */
  readonly told?: string;
  /** Whom it lets in, where it hands out keys and does not say to whom; without it, everybody who comes into question. */
  readonly lets?: readonly StaffId[];
  /** Evidence that the office takes in with it; files never come as JSON. */
  readonly files?: readonly EvidenceFile[];
  /** The one file is a working copy that this desk has just made; nothing that comes from outside can say so. */
  readonly isCopyMadeHere?: true;
};

/** What unsent words are about: a case, a matter, or one of a kind that is not opened yet. */
export type DraftAbout = CaseId | MatterId | `new-${MatterKind}` | "new-case";

/** Unsent words of an act, as they lie on this machine: sealed to whoever wrote them. */
export type KeptDraft = {
  readonly about: DraftAbout;
  readonly act: string;
  readonly savedAt: Instant;
  /** The form's own fields. */
  readonly value: { readonly [field: string]: unknown };
};

/** All of them, and until when each is kept; `keeps` is false where this desk has no place for them. */
export type DraftsView = {
  readonly keeps: boolean;
  readonly days: number;
  readonly drafts: readonly KeptDraft[];
};

/** What the page chooses from. */
export type Choices = {
  readonly rights: readonly string[];
  readonly classes: readonly string[];
  readonly dangerLevels: readonly string[];
  readonly nonAdmissionReasons: readonly string[];
  readonly accessReasons: readonly string[];
  readonly erasureReasons: readonly string[];
  readonly exportReasons: readonly string[];
  readonly evidenceSources: readonly string[];
  readonly linkReasons: readonly string[];
  readonly identityReasons: readonly string[];
  readonly forces: readonly { readonly id: string; readonly name: string }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly colleagues: readonly {
    readonly id: StaffId;
    readonly role: string;
    readonly ties: readonly string[];
    readonly bench: "first" | "reserve";
    readonly civilSociety: boolean;
  }[];
};
