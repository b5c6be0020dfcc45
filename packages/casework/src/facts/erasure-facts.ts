import {
  type CaseId,
  type Instant,
  instantToMillis,
  millisToInstant,
  type OfficeId,
  oneOf,
  parsed,
  parseId,
  type StaffId,
  wholeUpTo,
} from "@temwen/vocabulary";

/** Why a case is erased. Append only. */
export const erasureReasons = ["person-asked", "retention-ended", "no-complaint", "law-requires"] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** Where an erasure stands. Until its hour nothing has changed, and it may be stopped. */
export type Erasure = {
  readonly reason: ErasureReason;
  readonly proposedBy: StaffId;
  readonly proposedAt: Instant;
  /** Proposed under the first number: it may be agreed to by whoever might then, and runs as it did then. */
  readonly formerly?: true;
  /** Proposed under the second number: nobody asked then what the office still owes. */
  readonly unasked?: true;
} & (
  | { readonly step: "proposed" }
  | { readonly step: "confirmed"; readonly confirmedBy: StaffId; readonly due: Instant }
);

export type ErasureProposedFact = {
  readonly type: `case.erasure-proposed/${1 | 2 | 3}`;
  readonly reason: ErasureReason;
};

/** A second person agrees: the erasure runs when so many days of 24 hours are over. */
export type ErasureConfirmedFact = {
  readonly type: "case.erasure-confirmed/1";
  readonly reason: ErasureReason;
  readonly proposedBy: StaffId;
  readonly days: number;
};

/** Somebody would rather keep the case: what was proposed or agreed counts no more. */
export type ErasureStoppedFact = { readonly type: "case.erasure-stopped/1" };

/** What staff sign of an erasure. */
export type ErasureFact = ErasureProposedFact | ErasureConfirmedFact | ErasureStoppedFact;

/** The erasure ran. Signed by the server's clock key: it says that an hour came which two people had signed. */
export type ErasedFact = {
  readonly type: "case.erased/1";
  readonly case: CaseId;
  readonly office: OfficeId;
  /** The hour from which it might run. */
  readonly due: Instant;
};

/** The most days that an erasure may have to wait. */
export const mostErasureDays = 365;

const dayMillis = 86_400_000;

/** The hour from which a confirmed erasure may run. */
export const erasureDue = (confirmedAt: Instant, days: number): Instant =>
  millisToInstant(instantToMillis(confirmedAt) + days * dayMillis);

const reason = oneOf(...erasureReasons);

/** How each fact that staff sign is read, without its header. */
export const erasureFields = {
  "case.erasure-proposed/1": { reason },
  "case.erasure-proposed/2": { reason },
  "case.erasure-proposed/3": { reason },
  "case.erasure-confirmed/1": {
    reason,
    proposedBy: parsed((value) => parseId("staff", value)),
    days: wholeUpTo(mostErasureDays),
  },
  "case.erasure-stopped/1": {},
} as const;
