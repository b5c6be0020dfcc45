import type { CaseId, Instant, StaffId } from "@temwen/vocabulary";
import type { LinkReason } from "../words/inquiry-words.ts";
import type { LaterRefusal } from "./later-refusals.ts";

/** Another case that this one belongs to, and why. */
export type CaseLink = {
  readonly other: CaseId;
  readonly reason: LinkReason;
  readonly team: readonly StaffId[];
  readonly by: StaffId;
  readonly at: Instant;
};

/** The linked case that keeps somebody from examining this one: it was theirs. */
export const heldElsewhere = (
  { links }: { readonly links?: readonly CaseLink[] },
  id: StaffId,
): LaterRefusal | undefined => {
  const link = links?.find(({ team }) => team.includes(id));
  return link && { code: "has-linked-case", other: link.other };
};
