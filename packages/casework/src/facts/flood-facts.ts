import { type Digest, type Instant, parseDigest, parsed, parseId, type StaffId, wholeUpTo } from "@temwen/vocabulary";

// Noise, closed unread and many at once: one person of intake proposes, one of the panel agrees, and whoever filed it is
// told and needs only to write to be heard. Every case keeps its own signed facts, so that each proves alone what
// became of it; a digest says which went together, and names none of them.

/** The most cases that are closed at once. */
export const mostAtOnce = 500;

/** The cases that one person closes together: SHA-256 over the digests of their last records, and how many they are. */
export type FloodCases = { readonly casesDigest: Digest; readonly caseCount: number };

/** What one person proposed to close, and nobody has agreed to yet. */
export type Flood = FloodCases & { readonly proposedAt: Instant; readonly proposedBy: StaffId };

/** What two people closed. */
export type ClosedFlood = Flood & { readonly closedAt: Instant; readonly closedBy: StaffId };

type FloodProposedFact = { readonly type: "case.flood-proposed/1" } & FloodCases;
type ClosedAsFloodFact = { readonly type: "case.closed-as-flood/1"; readonly proposedBy: StaffId } & FloodCases;

/** What staff sign of noise that is closed unread. */
export type FloodFact = FloodProposedFact | ClosedAsFloodFact;

export type FloodOrder = ({ readonly type: "propose-flood" } & FloodCases) | { readonly type: "confirm-flood" };

export type FloodRefusal =
  | { readonly code: "cannot-confirm-own-proposal" }
  | { readonly code: "handled-this-case" }
  | { readonly code: "tied-to-respondent"; readonly ties: readonly string[] }
  /** Somebody is there: noise does not write again. */
  | { readonly code: "person-wrote" }
  /** A piece of evidence was opened, so that it can no longer be said that nobody looked. */
  | { readonly code: "somebody-looked" }
  | { readonly code: "too-many-at-once"; readonly most: number };

const together = { casesDigest: parsed(parseDigest), caseCount: wholeUpTo(mostAtOnce) };

/** How each fact is read, without its header. */
export const floodFields = {
  "case.flood-proposed/1": together,
  "case.closed-as-flood/1": {
    ...together,
    proposedBy: parsed((value) => parseId("staff", value)),
  },
} as const;
