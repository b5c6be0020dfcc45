import type { KnownCase } from "../case/case.ts";
import type { OfficeFacts } from "../case/commands.ts";
import type { Sitting } from "../case/sitting-state.ts";
import { hasSeat } from "./panel.ts";
import { type Tally, tallyOf } from "./tally.ts";

// One officer's report takes a colleague out of a case at once. It must not turn a vote that the colleague had cast by then.

/** The case as if nobody who voted in its sitting had been reported. Whoever is out cannot vote, so each was reported behind their vote. */
export function asCast(theCase: KnownCase, { votes }: Sitting): KnownCase {
  const reported = theCase.complainedAbout ?? [];
  return { ...theCase, complainedAbout: reported.filter((id) => !votes.some(({ by }) => by === id)) };
}

/** How the votes stand as if nobody who cast one had been reported: theirs count, and those of whoever took their seats do not. */
export function tallyAsCast(sitting: Sitting, theCase: KnownCase, office: OfficeFacts): Tally {
  const before = asCast(theCase, sitting);
  const inReview = sitting.decides === "review";
  const votes = sitting.votes.filter(
    ({ by }) => hasSeat(by, inReview, before, office) || !hasSeat(by, inReview, theCase, office),
  );
  return tallyOf({ ...sitting, votes }, before, office);
}
