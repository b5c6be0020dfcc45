import type { DeadlineBook } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import { type StandingClock, standingClocks } from "../clocks/standing-clocks.ts";
import { foldCase, type Happened } from "../law/evolve.ts";

/**
 * The clocks of a case as they stood at an hour: from what had happened up to then, whatever followed. An event that bears
 * an earlier hour than one before it belongs behind that one. Nothing stands where the case was not filed yet.
 */
export function replayClocks(
  happened: readonly Happened[],
  book: DeadlineBook,
  at: Instant,
): readonly StandingClock[] | undefined {
  const later = happened.findIndex((event) => event.at > at);
  const theCase = foldCase(later === -1 ? happened : happened.slice(0, later));
  return theCase.stage === "unknown" ? undefined : standingClocks(theCase, book, at);
}
