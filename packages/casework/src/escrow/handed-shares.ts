import type { StaffId } from "@temwen/vocabulary";
import type { CaseFact } from "../facts/facts.ts";
import { partsOf } from "../facts/parts.ts";

/** What was recorded, and by whom of the office. */
type Recorded = readonly { readonly fact: CaseFact; readonly by?: StaffId }[];

/**
 * Parts of a case that somebody is not to have: shares handed over, but those to them for an opening that they recorded. Three of them are the
 * story's key; given out before, the hours that an opening waits would hold only at a desk that keeps them.
 */
export function withheldParts(
  { events, lawful }: { readonly events: Recorded; readonly lawful: Recorded },
  id: StaffId,
): ReadonlySet<string> {
  const opened = lawful.flatMap(({ fact, by }) =>
    fact.type === "case.escrow-opened/1" && by === id ? [fact.terms] : [],
  );
  const theirs = lawful.flatMap(({ fact }) =>
    fact.type === "case.opening-agreed/1" && opened.includes(fact.terms)
      ? fact.shares.flatMap(({ to, part }) => (to === id ? [part] : []))
      : [],
  );
  // What nobody was allowed to hand over is withheld with the rest.
  const handed = events.flatMap(({ fact }) => partsOf(fact)).filter(({ kind }) => kind === "handed-share");
  return new Set(handed.map(({ part }) => part).filter((part) => !theirs.includes(part)));
}
