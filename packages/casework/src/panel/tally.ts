import { tiesWith } from "@temwen/office";
import type { StaffId } from "@temwen/vocabulary";
import { barringForces, isOut, type KnownCase } from "../case/case.ts";
import type { OfficeFacts } from "../case/commands.ts";
import type { CastVote, Sitting } from "../case/sitting-state.ts";

/** Votes that a sitting needs, by the design: three of five. */
export const quorum = 3;

/** Why a vote that was cast decides nothing any more. */
export type Uncounted = "no-longer-serves" | "has-no-part" | "tied";

/** Where a sitting stands: what closes it, and what would still be missing. */
export type Tally = {
  readonly counted: readonly CastVote[];
  readonly uncounted: readonly { readonly by: StaffId; readonly why: Uncounted }[];
  readonly needs: number;
  /** One at least of those counted is of civil society. */
  readonly isOfPeople: boolean;
  /** More for it than against. */
  readonly isCarried: boolean;
};

/** Counts the votes of a sitting as they stand now. */
export function tallyOf(sitting: Sitting, theCase: KnownCase, office: OfficeFacts): Tally {
  const judged = sitting.votes.map((cast) => ({ cast, why: whyNot(cast.by, theCase, office) }));
  const counted = judged.flatMap(({ cast, why }) => (why === undefined ? [cast] : []));
  return {
    counted,
    uncounted: judged.flatMap(({ cast, why }) => (why === undefined ? [] : [{ by: cast.by, why }])),
    needs: quorum,
    isOfPeople: counted.some(({ by }) => office.staff.some(({ id, civilSociety }) => id === by && civilSociety)),
    isCarried: isCarried(counted),
  };
}

/** Whoever stepped back, has a tie by now, or no longer serves on the panel, decides nothing. */
function whyNot(voter: StaffId, theCase: KnownCase, { staff }: OfficeFacts): Uncounted | undefined {
  const member = staff.find(({ id }) => id === voter);
  if (member?.role !== "panel") return "no-longer-serves";
  if (isOut(theCase, voter)) return "has-no-part";
  return tiesWith(member.ties, barringForces(theCase)).length > 0 ? "tied" : undefined;
}

/** Whether more of these votes are for it than against; who abstains is there and decides nothing. */
export function isCarried(votes: readonly CastVote[]): boolean {
  const count = (vote: string): number => votes.filter((one) => one.vote === vote).length;
  return count("for") > count("against");
}
