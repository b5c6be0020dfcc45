import { type KnownCase, type Opening, openingHours, saidByCase } from "@temwen/casework";
import type { Instant, Json, StaffId } from "@temwen/vocabulary";

/** Where an opening of the case's escrow stands, for whoever reads the case: how many agreed, and never who. */
export type CaseOpeningView = Pick<Opening, "number" | "because" | "readers" | "proposedBy" | "proposedAt"> & {
  readonly confirmedBy?: StaffId;
  readonly agreed: number;
  readonly needs: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly opened: readonly StaffId[];
  /** Whether its shares are used up: they are to be dealt anew. */
  readonly spent: boolean;
};

/** As many holders as open a story. */
const holdersNeeded = 3;

/** The opening that stands, if any. */
export function describeOpening({
  theCase: { opening },
}: {
  readonly theCase: KnownCase;
}): CaseOpeningView | undefined {
  if (!opening) return undefined;
  const { number, because, readers, proposedBy, proposedAt, confirmedBy, opened } = opening;
  return {
    ...{ number, because, readers, proposedBy, proposedAt, opened, ...openingHours(opening) },
    ...(confirmedBy && { confirmedBy }),
    ...{ agreed: opening.agreed.length, needs: holdersNeeded, spent: opened.length > 0 },
  };
}

/** What an order of an opening says of the one that stands, so that nobody has to spell a digest; of a proposal, its number. */
export function standingIn(
  act: string,
  { theCase }: { readonly theCase: KnownCase },
): { readonly [name: string]: Json } {
  if (act === "propose-opening") return { opening: (theCase.openings ?? 0) + 1 };
  const { opening } = theCase;
  if (!opening) return {};
  const { number, terms, because } = opening;
  return Object.fromEntries(
    Object.entries({ opening: number, terms, because }).filter(([name]) => saidByCase(act).includes(name)),
  );
}
