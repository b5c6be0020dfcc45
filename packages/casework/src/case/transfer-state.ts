import type { Digest, Instant, StaffId } from "@temwen/vocabulary";

/** To whom a case goes on, by which dossier, and who wanted it. */
export type Transfer = {
  readonly recipient: string;
  readonly dossier: Digest;
  readonly proposedBy: StaffId;
  readonly proposedAt: Instant;
};
