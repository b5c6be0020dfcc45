import type { Forum } from "@temwen/mission-pack";
import type { Role } from "@temwen/office";
import type { ConsentChoice, Instant, Language, StaffId } from "@temwen/vocabulary";
import type { LaterOrder } from "../acts/later-acts.ts";
import type { ExportEvidence, OpenEvidence } from "../custody/custody.ts";
import type { ErasureReason } from "../facts/erasure-facts.ts";
import type { AssessedFact, Escrow, PartRef } from "../facts/facts.ts";
import type { FloodOrder, FloodRefusal } from "../facts/flood-facts.ts";
import type { VaultOrder, VaultRefusal } from "../vault/vault.ts";
import type { Grant, OutgoingMessage, Told } from "../words/handed-over.ts";
import type { AccessReason, NonAdmissionReason } from "../words/vocabulary.ts";
import type { KnownCase } from "./case.ts";
import type { LaterRefusal } from "./later-refusals.ts";
import type { OpeningCaseRefusal, TellingRefusal } from "./opened-refusals.ts";

export type { Grant, OutgoingMessage, Told } from "../words/handed-over.ts";

/** Who acts, as the directory says. */
export type Actor = { readonly id: StaffId; readonly role: Role; readonly ties: readonly string[] };

/** What the person chose, as the officer read it, goes with a first answer; neither where nobody brought the case. */
export type AcknowledgeCase = { readonly type: "acknowledge-case"; readonly escrow: Escrow } & (
  | ({ readonly consent: ReadConsent } & OutgoingMessage)
  | { readonly consent?: never; readonly message?: never; readonly copy?: never }
);

type ReadConsent = {
  readonly choice: ConsentChoice;
  readonly language: Language;
  readonly explainer: "page" | "command" | "partner";
};

export type AssessCase = { readonly type: "assess-case" } & Omit<AssessedFact, "type">;

export type SendMessage = { readonly type: "send-message" } & OutgoingMessage;

export type ProposeNonAdmission = {
  readonly type: "propose-non-admission";
  readonly reason: NonAdmissionReason;
  readonly explanation: PartRef;
  /** The panel members who may now read the story. */
  readonly grants: readonly Grant[];
};

export type ConfirmNonAdmission = { readonly type: "confirm-non-admission" } & Told;

export type KeepOpen = { readonly type: "keep-open"; readonly explanation: PartRef };

export type GrantAccess = {
  readonly type: "grant-access";
  readonly reason: AccessReason;
  readonly grants: readonly Grant[];
};

/** A new key for what comes next, given to those who go on with the case; the person who orders it among them. */
export type RekeyCase = {
  readonly type: "rekey-case";
  readonly recipient: string;
  readonly grants: readonly Grant[];
};

export type DealEscrow = { readonly type: "deal-escrow"; readonly escrow: Escrow };

/** Erasing: the first of two people wants it; the second agrees and tells the person, who can read it until the days are over. */
export type ErasureOrder =
  | { readonly type: "propose-erasure"; readonly reason: ErasureReason }
  | ({ readonly type: "confirm-erasure"; readonly days: number } & Told)
  | { readonly type: "stop-erasure" };

/** An order by a member of staff. */
export type StaffCommand =
  | AcknowledgeCase
  | AssessCase
  | SendMessage
  | ProposeNonAdmission
  | ConfirmNonAdmission
  | KeepOpen
  | GrantAccess
  | RekeyCase
  | DealEscrow
  | OpenEvidence
  | ExportEvidence
  | VaultOrder
  | ErasureOrder
  | FloodOrder
  | LaterOrder;

type ListedStaff = Actor & { readonly bench: "first" | "reserve"; readonly civilSociety?: true };

/** What the rules need to know of the office to decide on a case. */
export type OfficeFacts = {
  /** Active staff, by the directory in force. */
  readonly staff: readonly ListedStaff[];
  /**
   * Those of the directory who have not expired, suspended or not: who counts where seats are. Two colleagues suspend somebody, and
   * must not choose by that who decides; and whoever judges later does not know who was suspended. Absent where nobody is.
   */
  readonly listed?: readonly ListedStaff[];
  readonly forces: readonly string[];
  /** Those of the host State's police; a directory from before the word names none. */
  readonly hostForces?: readonly string[];
  readonly departments: readonly string[];
  /** To whom a case may be referred, by the pack; nobody knows it of an hour long ago. */
  readonly forums?: readonly Forum[];
  /** How many days a confirmed erasure waits, by the pack. */
  readonly erasureDays: number;
  /** Until when a clock that is due then may be put off, by the pack; undefined where it may not be. */
  readonly latestFor: (
    theCase: KnownCase,
    running: { readonly clock: string; readonly due: Instant },
  ) => Instant | undefined;
  /** Holders that an escrow may be dealt to for a force; decided in `@temwen/office`. */
  readonly isLawfulEscrow: (holders: readonly StaffId[]) => boolean;
};

/** Who decides, by which directory, and the hour of the statement. */
export type Deciding = {
  readonly actor: Actor;
  readonly office: OfficeFacts;
  readonly at: Instant;
  /** The act was recorded under the first of several numbers: the rule of then holds, and gives that number. Only a history has such acts. */
  readonly formerly?: boolean;
  /**
   * The fact that the act was recorded by: only a history has such acts. A rule of a later number does not bind it (`binds`), or the rule is
   * the same and less follows from it; and what nobody knows of that hour is taken at the signer's word.
   */
  readonly recordedAs?: string;
};

export type ErasureRefusal =
  | { readonly code: "no-erasure-proposed" }
  | { readonly code: "review-waits" }
  /** Nobody of the panel agreed, and the person did not ask for the end, or is not free to. */
  | { readonly code: "panel-must-agree" }
  | { readonly code: "person-asked-nothing" }
  /** It would be gone with the case: a report that nobody looked at, and what a forum may still answer in time. */
  | { readonly code: "retaliation-waits" }
  | { readonly code: "referral-waits"; readonly referral: number }
  | { readonly code: "erasure-under-way" }
  | { readonly code: "another-delay"; readonly days: number }
  | { readonly code: "cannot-confirm-own-proposal" };

/** Why a rule said no. The code is stable: pages, commands and outsiders branch on it. */
export type CaseRefusal =
  | VaultRefusal
  | ErasureRefusal
  | FloodRefusal
  | LaterRefusal
  | TellingRefusal
  | OpeningCaseRefusal
  | { readonly code: "unknown-case" }
  | { readonly code: "wrong-stage"; readonly stage: string; readonly allowed: readonly string[] }
  | { readonly code: "wrong-role"; readonly role: Role; readonly allowed: readonly Role[] }
  | { readonly code: "tied-to-respondent"; readonly ties: readonly string[] }
  | { readonly code: "cannot-confirm-own-proposal" }
  | { readonly code: "handled-this-case" }
  | { readonly code: "not-let-in" }
  | { readonly code: "unlawful-escrow" }
  | { readonly code: "key-not-new" }
  | { readonly code: "key-would-be-lost" }
  | { readonly code: "rekeyed-too-often" }
  /** A new key that somebody who reads the case by name, and still may, would not get. */
  | { readonly code: "reader-left-out"; readonly staff: readonly StaffId[] }
  /** Somebody let in to the story without the newest key to words; who holds that by name. */
  | { readonly code: "newest-key-missing"; readonly staff: readonly StaffId[] }
  | { readonly code: "no-grants" }
  | { readonly code: "grantee-not-eligible"; readonly to: StaffId }
  | { readonly code: "unknown-force"; readonly force: string }
  | { readonly code: "unknown-department"; readonly department: string }
  | { readonly code: "nothing-assessed" }
  | { readonly code: "out-of-turn"; readonly expected: number }
  | { readonly code: "already-withdrawn" }
  | { readonly code: "review-already-asked" }
  | { readonly code: "consent-unchanged" }
  | { readonly code: "beyond-consent"; readonly given: ConsentChoice; readonly needs: ConsentChoice }
  | { readonly code: "evidence-misnamed" }
  | { readonly code: "too-much-evidence"; readonly most: number };
