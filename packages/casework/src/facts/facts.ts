import {
  type CaseId,
  type ChildAnswer,
  type ConsentChoice,
  consentChoices,
  type Digest,
  fieldsOf,
  type Language,
  languages,
  listOf,
  type OfficeId,
  oneOf,
  parsed,
  parseId,
  type Shape,
  type StaffId,
} from "@temwen/vocabulary";
import { type LaterFact, laterFields } from "../acts/later-acts.ts";
import { type CustodyFact, custodyFields } from "../custody/custody.ts";
import { type VaultFact, vaultFields } from "../vault/vault-facts.ts";
import { mostKeys } from "../words/handed-over.ts";
import { type PartRef, partName, partRef } from "../words/part-ref.ts";
import { type OfThePerson, ofThePerson } from "../words/person-header.ts";
import {
  type AccessReason,
  accessReasons,
  type MissionClass,
  type NonAdmissionReason,
  nonAdmissionReasons,
  type Right,
} from "../words/vocabulary.ts";
import { earlyPersonShape, earlyStaffFields, escrowShape, rekeyedFields } from "./early-facts.ts";
import { type ErasedFact, type ErasureFact, erasureFields } from "./erasure-facts.ts";
import { type FloodFact, floodFields } from "./flood-facts.ts";
import type { OpenedFact } from "./opened-fact.ts";
import { type OwnFact, ownFactShape } from "./own-facts.ts";

export type { PartRef } from "../words/part-ref.ts";

/**
 * The first fact of every case. Its body is the parcel's signed manifest (docs/specs/parcel.md); the rules read
 * only these fields of it.
 */
export type ReceivedFact = {
  readonly type: "case.received/1";
  readonly case: CaseId;
  readonly office: OfficeId;
  readonly epoch: number;
  readonly policy?: Digest;
  readonly bucket: number;
  readonly receiptKey: string;
  readonly replyRecipient: string;
  readonly storyRecipient: string;
};

/** Shares of the story's key, each sealed to its holder. */
export type Escrow = {
  readonly threshold: number;
  readonly shares: readonly (PartRef & { readonly holder: StaffId; readonly commitment: Digest })[];
};

export type AcknowledgedFact = {
  readonly type: "case.acknowledged/1";
  /** The escrow dealt anew: trust in the page ends here. */
  readonly escrow: Escrow;
};

/** What the person chose, as the acknowledging officer read it in the story. */
export type ConsentGivenFact = {
  readonly type: "case.consent-given/1";
  readonly choice: ConsentChoice;
  readonly language: Language;
  readonly explainer: "page" | "command" | "partner";
};

export type MessageSentFact = {
  readonly type: "case.message-sent/1";
  readonly to: string;
  readonly number: number;
  /** Sealed to the receipt's reply recipient. */
  readonly message: PartRef;
  /** The same words sealed to the story's recipient, so that the office can read what it said. */
  readonly copy: PartRef;
};

export type AccessGrantedFact = {
  readonly type: "case.access-granted/1";
  readonly to: StaffId;
  readonly keys: readonly string[];
  readonly reason: AccessReason;
  readonly grant: PartRef;
};

/** From here on, words are sealed to another key: somebody who held the one before is gone. */
export type RekeyedFact = {
  readonly type: "case.rekeyed/1";
  readonly recipient: string;
  /** `words-1`, `words-2` …: its name in grants. */
  readonly key: string;
};

/** A holder is gone: the shares before are void, and these take their place. */
export type EscrowDealtFact = { readonly type: "case.escrow-dealt/1"; readonly escrow: Escrow };

export type AssessedFact = {
  readonly type: `case.assessed/${1 | 2 | 3}`;
  readonly rights: readonly Right[];
  readonly class: MissionClass;
  readonly forces: readonly string[];
  readonly department: string;
  /** The month of what happened, `2026-11`, or "unknown". */
  readonly month: string;
  readonly child: ChildAnswer;
};

export type NonAdmissionProposedFact = {
  readonly type: "case.non-admission-proposed/1" | "case.non-admission-proposed/2";
  readonly reason: NonAdmissionReason;
  readonly explanation: PartRef;
};

export type NotAdmittedFact = {
  readonly type: "case.not-admitted/1";
  readonly reason: NonAdmissionReason;
  readonly proposedBy: StaffId;
};

export type KeptOpenFact = {
  readonly type: "case.kept-open/1";
  readonly proposedBy: StaffId;
  readonly explanation: PartRef;
};

/** Facts that staff sign. */
export type StaffFact =
  | AcknowledgedFact
  | ConsentGivenFact
  | MessageSentFact
  | AccessGrantedFact
  | AssessedFact
  | NonAdmissionProposedFact
  | NotAdmittedFact
  | KeptOpenFact
  | RekeyedFact
  | EscrowDealtFact
  | CustodyFact
  | VaultFact
  | ErasureFact
  | FloodFact
  | LaterFact;

/** What the office may do from now on, in the person's own words; the office never signs one. */
export type ConsentChangedFact = OfThePerson & {
  readonly type: "case.consent-changed/1";
  readonly choice: ConsentChoice;
};

/** Other people of the panel are to look again at how the case ended. */
export type ReviewAskedFact = OfThePerson & { readonly type: "case.review-asked/1" };

/** Evidence that follows as blobs. What it is and the keys to it stand in the note, sealed to the words' recipient. */
export type EvidenceAddedFact = OfThePerson & {
  readonly type: "case.evidence-added/1";
  readonly note: PartRef;
  readonly evidence: readonly (PartRef & { readonly size: number })[];
};

/** Facts that the person signs with the receipt's key. */
export type PersonFact =
  | (OfThePerson & { readonly type: "case.message-received/1"; readonly message: PartRef })
  | (OfThePerson & { readonly type: "case.withdrawal-asked/1" })
  | ConsentChangedFact
  | EvidenceAddedFact
  | ReviewAskedFact
  | OwnFact;

/** What the server signs, besides only that an erasure ran. */
export type ClockMissedFact = {
  readonly type: "case.clock-missed/1";
  readonly case: CaseId;
  readonly office: OfficeId;
  readonly clock: string;
  readonly due: string;
};

export type CaseFact = ReceivedFact | OpenedFact | StaffFact | PersonFact | ClockMissedFact | ErasedFact;

const staffId = parsed((value) => parseId("staff", value));
const keyNames = listOf(partName, mostKeys);
const nonAdmission = { reason: oneOf(...nonAdmissionReasons), explanation: partRef } as const;

/** How each staff fact is read, by type, without the header of `statements.ts`. */
export const staffFactFields = {
  ...earlyStaffFields,
  "case.consent-given/1": {
    choice: oneOf(...consentChoices),
    language: oneOf(...languages),
    explainer: oneOf("page", "command", "partner"),
  },
  "case.access-granted/1": {
    to: staffId,
    keys: keyNames,
    reason: oneOf(...accessReasons),
    grant: partRef,
  },
  "case.non-admission-proposed/1": nonAdmission,
  "case.non-admission-proposed/2": nonAdmission,
  "case.not-admitted/1": { reason: oneOf(...nonAdmissionReasons), proposedBy: staffId },
  "case.kept-open/1": { proposedBy: staffId, explanation: partRef },
  ...rekeyedFields,
  "case.escrow-dealt/1": { escrow: escrowShape },
  ...custodyFields,
  ...vaultFields,
  ...erasureFields,
  ...floodFields,
  ...laterFields,
} as const;

const reviewAsked = fieldsOf({ type: oneOf("case.review-asked/1"), ...ofThePerson });

/** Reads a fact signed by the person. */
export const personFactShape: Shape<PersonFact> = (value) =>
  earlyPersonShape(value) ?? reviewAsked(value) ?? ownFactShape(value);
