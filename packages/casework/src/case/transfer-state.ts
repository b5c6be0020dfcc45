import type { Digest, Instant, StaffId } from "@temwen/vocabulary";

/** To whom a case goes on, by which dossier, and who wanted it. */
export type Transfer = {
  readonly recipient: string;
  readonly dossier: Digest;
  readonly proposedBy: StaffId;
  readonly proposedAt: Instant;
  /** Proposed under the first number: it may be confirmed by whoever might then. */
  readonly formerly?: true;
};
