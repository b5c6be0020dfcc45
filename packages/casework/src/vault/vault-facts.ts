import { type Digest, oneOf, parseDigest, parsed, parseId, type StaffId } from "@temwen/vocabulary";
import { type PartRef, partRef } from "../words/part-ref.ts";

/** What a name may be needed for. Append only. */
export const identityReasons = ["danger", "help", "hearing", "referral"] as const;
export type IdentityReason = (typeof identityReasons)[number];

/** Somebody who holds one half of the identity's key asks to see it. */
export type IdentityAskedFact = {
  readonly type: "case.identity-asked/1";
  readonly reason: IdentityReason;
  /** Names the half, so that who answers knows whether theirs is the other; says nothing about the key. */
  readonly half: Digest;
  /** The reason in words, for those who may read the story. */
  readonly explanation: PartRef;
};

/** Somebody else says yes, and seals the other half to whoever asked. */
export type IdentityApprovedFact = {
  readonly type: "case.identity-approved/1";
  readonly askedBy: StaffId;
  readonly half: Digest;
  readonly grant: PartRef;
};

/** Name and contact were shown to whoever asked; each time again. */
export type IdentityOpenedFact = {
  readonly type: "case.identity-opened/1";
  readonly reason: IdentityReason;
  readonly approvedBy: StaffId;
};

/** Somebody else says no: the question is over, and may be asked anew. */
export type IdentityRefusedFact = {
  readonly type: "case.identity-refused/1";
  readonly askedBy: StaffId;
  /** Why, in words, for those who may read the story. */
  readonly explanation: PartRef;
};

export type VaultFact = IdentityAskedFact | IdentityApprovedFact | IdentityRefusedFact | IdentityOpenedFact;

const digest = parsed(parseDigest);
const staffId = parsed((value) => parseId("staff", value));

/** How each fact of the vault is read, without its header. */
export const vaultFields = {
  "case.identity-asked/1": { reason: oneOf(...identityReasons), half: digest, explanation: partRef },
  "case.identity-approved/1": { askedBy: staffId, half: digest, grant: partRef },
  "case.identity-refused/1": { askedBy: staffId, explanation: partRef },
  "case.identity-opened/1": { reason: oneOf(...identityReasons), approvedBy: staffId },
} as const;
