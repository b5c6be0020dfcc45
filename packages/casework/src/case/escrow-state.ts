import type { Digest, Instant, StaffId } from "@temwen/vocabulary";
import type { OpeningReason } from "../acts/escrow-acts.ts";

/**
 * Where a case keeps who holds its shares. A symbol, so that the case as golden files spell it (`vectors/case-streams`) stays
 * what it was before anybody asked: it follows from facts that the first release wrote already.
 */
export const heldBy: unique symbol = Symbol("held by");

/** Who holds the shares that the office dealt last; spent, once a story was opened by them. */
export type DealtEscrow = { readonly holders: readonly StaffId[]; readonly spent?: true };

/** An opening of the escrow, from its proposal until it is stopped, or the escrow is dealt anew. */
export type Opening = {
  readonly number: number;
  readonly because: OpeningReason;
  readonly readers: readonly StaffId[];
  readonly proposedBy: StaffId;
  readonly proposedAt: Instant;
  /** SHA-256 of all of that, as every later step names it. */
  readonly terms: Digest;
  /** A second person, of another role, who says that a life is at risk. */
  readonly confirmedBy?: StaffId;
  /** Who gave their share; who will not, or has not looked, is not told apart. */
  readonly agreed: readonly StaffId[];
  /** Which of the readers has opened it. */
  readonly opened: readonly StaffId[];
};
