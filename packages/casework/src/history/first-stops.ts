import { type DeadlineBook, publishableClocks } from "@temwen/mission-pack";
import type { Case } from "../case/case.ts";
import { deadlinesOf, runningClocks } from "../clocks/clocks.ts";
import { evolveCase, type Happened } from "../law/evolve.ts";

/**
 * The published clocks that the last of these events stops, and none before it stopped. A clock that runs again and stops again
 * is not named: it has one stop label in the whole case, and two leaves that bear it would tie each other together.
 */
export function firstStops(happened: readonly Happened[], book: DeadlineBook): readonly string[] {
  const cases: Case[] = [{ stage: "unknown" }];
  for (const one of happened) cases.push(evolveCase(cases.at(-1) ?? { stage: "unknown" }, one));
  const stopped = stoppedBetween(cases.at(-2), cases.at(-1), book);
  // Most events stop none: only then are those before it looked through.
  if (stopped.length === 0) return [];
  const before = cases.slice(0, -1);
  const earlier = new Set(before.flatMap((stands, place) => stoppedBetween(before[place - 1], stands, book)));
  return stopped.filter((clock) => !earlier.has(clock));
}

function stoppedBetween(stood: Case | undefined, stands: Case | undefined, book: DeadlineBook): readonly string[] {
  if (!stood || !stands) return [];
  const running = (theCase: Case): ReadonlySet<string> => new Set(runningClocks(theCase, book).map(({ id }) => id));
  const [ran, runs] = [running(stood), running(stands)];
  return publishableClocks(deadlinesOf(stands, book)).filter((clock) => ran.has(clock) && !runs.has(clock));
}
