import type { CaseId, Digest, Instant, MatterId, MatterKind, StaffId, StreamId } from "@temwen/vocabulary";
import type { LogRows } from "./log-rows.ts";
import type { ReferralRows } from "./referral-rows.ts";
import type { RegisterRows } from "./register-rows.ts";

/** Who vouches for an event: the public key and its Ed25519 signature over `temwen/event/1\n` + body, both base64. */
export type Vouching = { readonly key: string; readonly signature: string };

/** An event on its way into the record. `body` is the canonical bytes that were signed, kept as they came. */
export type EventToAppend = {
  readonly type: string;
  readonly at: Instant;
  readonly body: Uint8Array;
  readonly vouchings: readonly Vouching[];
  /** SHA-256 of the canonical record (docs/specs/record.md); the next staff event names it as `previous`. */
  readonly digest: Digest;
};

/** An event of the record. `index` counts from 0 in its stream, `position` from 1 over the whole record. */
export type RecordedEvent = EventToAppend & {
  readonly stream: StreamId;
  readonly index: number;
  readonly position: number;
};

/** A sealed part: an age file, or another thing the record cannot read, under a name that is unique in its stream. */
export type SealedPart = {
  readonly name: string;
  readonly digest: Digest;
  readonly bytes: Uint8Array;
  /** Set on a grant made to a named person after filing; such grants go when the person leaves. */
  readonly grantee?: StaffId;
};

/** What the queue shows of a case; made by the rules (a pure function), kept by the record. */
export type CaseSummary = {
  readonly stage: string;
  readonly receivedAt: Instant;
  /** The nearest running clock, if any: its id and when it is due. */
  readonly clock?: { readonly id: string; readonly due: Instant };
  /** Any further clear facts for the queue, at most 2 KB as JSON. */
  readonly facts: { readonly [name: string]: string | number | boolean };
};

/** What may be erased without touching the signed bytes. */
export type Erasable = { readonly labelKey: Uint8Array; readonly salt: Uint8Array };

export type Filing = {
  readonly caseId: CaseId;
  readonly event: EventToAppend;
  readonly parts: readonly SealedPart[];
  readonly erasable: Erasable;
  /** SHA-256 of the mailbox id; the id itself is never stored. Neither it nor the key is there where no person brought the case. */
  readonly mailbox?: Digest;
  readonly receiptKey?: string;
  readonly summary: CaseSummary;
  /** 12 digits, docs/specs/leaf.md. */
  readonly proofNumber: string;
  /** Evidence that the manifest announces and that follows as blobs. */
  readonly announced: readonly { readonly name: string; readonly digest: Digest; readonly size: number }[];
};

/** Filing twice the same bytes is one complaint: the second answer repeats the first's hour and proof number. */
export type FilingOutcome =
  | { readonly outcome: "filed" | "already-filed"; readonly at: Instant; readonly proofNumber: string }
  | { readonly outcome: "another-digest" }
  | { readonly outcome: "no-space" }
  | { readonly outcome: "unknown"; readonly cause: unknown };

export type Append = {
  readonly stream: StreamId;
  /** How many events the stream held when the act was decided. */
  readonly expected: number;
  readonly events: readonly EventToAppend[];
  readonly parts: readonly SealedPart[];
  /** Names of sealed parts that this act replaces (escrow dealt anew); their bytes go, their digests stay in events. */
  readonly dropped?: readonly string[];
  /** Evidence that this act announces and that follows as blobs. */
  readonly announced?: Filing["announced"];
  /** Present for case streams. */
  readonly summary?: CaseSummary;
};

export type AppendOutcome =
  | { readonly outcome: "appended"; readonly version: number }
  | { readonly outcome: "conflict"; readonly expected: number; readonly actual: number }
  | { readonly outcome: "no-space" }
  | { readonly outcome: "unknown"; readonly cause: unknown };

/** The end of a case: the event that says so, and what its queue row shows from then on. */
export type Erasure = {
  readonly caseId: CaseId;
  readonly expected: number;
  readonly event: EventToAppend;
  readonly summary: CaseSummary;
};

/** The end of a matter: the event that says so. */
export type MatterErasure = { readonly matter: MatterId; readonly expected: number; readonly event: EventToAppend };

export type QueueRow = CaseSummary & { readonly caseId: CaseId; readonly version: number };

/** Cases by due hour (those without a running clock last), then by id; `after` is the last row of the page before. */
export type QueueQuery = {
  readonly stage?: string;
  readonly limit: number;
  readonly after?: { readonly due: Instant | null; readonly caseId: CaseId };
};

/** A case of which nobody has said yet that a clock of it passed at this hour. */
export type UnsaidCase = { readonly caseId: CaseId; readonly unsaid: string };

/** `after` is the last one of the answer before. */
export type UnsaidQuery = { readonly now: Instant; readonly limit: number; readonly after?: UnsaidCase };

export type QueuePage = {
  readonly rows: readonly QueueRow[];
  /** How many cases stand at each stage, kept as they change, never counted on reading. */
  readonly stages: { readonly [stage: string]: number };
  readonly more: boolean;
};

export type Session = { readonly tokenDigest: Digest; readonly staff: StaffId; readonly expires: Instant };

/** The record: append-only events with their sealed parts, and what is read from them. */
export type TheRecord = {
  /** Once the answer is there, and is not "unknown", the memory of the filing's bytes may be used for others. */
  fileComplaint(filing: Filing): Promise<FilingOutcome>;
  append(act: Append): Promise<AppendOutcome>;

  /** All events of one stream, in order; empty when the stream does not exist. */
  readStream(stream: StreamId): Promise<readonly RecordedEvent[]>;
  /** Events of the whole record after `position`, oldest first, at most `limit`; never skips a late commit. */
  readAfter(position: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** The matters of one kind that were opened, in the order of their ids, each with how many events it has. */
  readMatters(kind: MatterKind): Promise<readonly { readonly matter: MatterId; readonly version: number }[]>;
  readQueue(query: QueueQuery): Promise<QueuePage>;
  /** Cases whose row in the queue has the fact `openingUntil`, by id, at most 500: an opening of their escrow is asked for. */
  readAskedOpenings(): Promise<readonly CaseId[]>;
  /**
   * Cases at the stage `closed-as-flood` whose fact `unsaid` is an hour before `now`, longest past first, then by id. They have no running
   * clock, and so no such place in the queue.
   */
  readUnsaidOfFloods(query: UnsaidQuery): Promise<readonly UnsaidCase[]>;
  /**
   * Cases that keep a sealed part for this person by name, in the queue's order: a grant, or a share that was handed to them. All of
   * them, for it is one person's work.
   */
  readKeptFor(grantee: StaffId): Promise<readonly QueueRow[]>;
  /** Cases whose id begins so, by id; at most `limit`. */
  findCases(beginning: string, limit: number): Promise<readonly QueueRow[]>;
  /** Names, digests and sizes of the sealed parts of a stream. */
  readPartNames(
    stream: StreamId,
  ): Promise<
    readonly { readonly name: string; readonly digest: Digest; readonly size: number; readonly grantee?: StaffId }[]
  >;
  readParts(stream: StreamId, names: readonly string[]): Promise<readonly SealedPart[]>;
  /** The hour at which a mailbox was opened last, if that is kept; of an unknown one nothing is. */
  findOpening(mailbox: Digest): Promise<Instant | undefined>;
  /** Keeps the hour of an opening in the place of the one before. */
  noteOpening(mailbox: Digest, hour: Instant): Promise<void>;
  /** The cases of a mailbox with the receipt key that owns each; empty for an unknown mailbox. */
  readMailbox(mailbox: Digest): Promise<readonly { readonly caseId: CaseId; readonly receiptKey: string }[]>;
  readErasable(caseId: CaseId): Promise<Erasable | undefined>;
  /** Evidence announced at filing or later that has not arrived as a blob yet, or has. */
  readAnnounced(
    caseId: CaseId,
  ): Promise<
    readonly { readonly name: string; readonly digest: Digest; readonly size: number; readonly arrived: boolean }[]
  >;
  /** False where the case announces it no more. */
  markArrived(caseId: CaseId, digest: Digest): Promise<boolean>;

  /**
   * Takes no more evidence of a case, and names the pieces that no other case announced: their blobs are to go. May be
   * asked again and says the same, until the case is erased.
   */
  doomEvidence(caseId: CaseId): Promise<readonly Digest[]>;
  /** Whether any case names a piece of evidence. */
  isAnnounced(digest: Digest): Promise<boolean>;
  /**
   * Appends the event and takes away, in the same step, every sealed part, label key and salt, mailbox and receipt key,
   * what was announced, the codes of its referrals, and what opens its leaves in the public log. The events stay; so does that this parcel was filed. Where the bytes still lie in old rows and
   * logs, see `clearTraces`.
   */
  eraseCase(erasure: Erasure): Promise<AppendOutcome>;
  /** The same of a matter: the event, and every sealed part and what opens its leaves go. */
  eraseMatter(erasure: MatterErasure): Promise<AppendOutcome>;
  /** Forgets sessions and spent challenges that are past `now`; returns how many of each. */
  forgetExpired(now: Instant): Promise<{ readonly sessions: number; readonly challenges: number }>;

  /** Takes away the grants made to one person by name; returns how many. */
  dropGrants(grantee: StaffId): Promise<number>;

  openSession(session: Session): Promise<void>;
  /** A session that has not expired at `now`, or undefined. */
  findSession(tokenDigest: Digest, now: Instant): Promise<Session | undefined>;
  endSessions(staff: StaffId): Promise<void>;
  /** Remembers until then that a challenge was used: true exactly the first time. What is past `now` is forgotten. */
  spendChallenge(digest: Digest, until: Instant, now: Instant): Promise<boolean>;
  /** The 32 bytes that all processes over this record share under a name: `drawn`, if nobody brought any before. */
  agreeOnSecret(name: string, drawn: Uint8Array): Promise<Uint8Array>;

  /** The leaves of the public log. */
  readonly log: LogRows;
  /** Registers from before this office. */
  readonly registers: RegisterRows;
  /** The codes by which forums answer. */
  readonly referrals: ReferralRows;

  /** Answers when the record can be reached, throws when it cannot. */
  ping(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};
