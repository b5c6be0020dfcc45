import {
  type Clock,
  clockDue,
  type DeadlineBook,
  type Deadlines,
  deadlinesUnder,
  hourBehind,
  turnsOf,
} from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import type { Case, KnownCase, LivingCase } from "../case/case.ts";
import { renewedAt, runsOf } from "./clock-facts.ts";
import { extended, isSaid } from "./clock-state.ts";

/** A clock that runs on a case. `late` is judged by whoever knows the hour. */
export type RunningClock = { readonly id: string; readonly due: Instant };

/** The deadlines that a case goes by: those it was filed under. */
export const deadlinesOf = (theCase: Case, book: DeadlineBook): Deadlines =>
  deadlinesUnder(book, theCase.stage === "unknown" ? undefined : theCase.policy);

/**
 * The clocks that run on a case now, nearest first. One that comes back stands there with each turn that passed unanswered
 * and was said to be missed, and with the next.
 */
export function runningClocks(theCase: Case, book: DeadlineBook): readonly RunningClock[] {
  if (theCase.stage === "unknown" || theCase.stage === "erased") return [];
  const deadlines = deadlinesOf(theCase, book);
  const running: RunningClock[] = [];
  for (const clock of deadlines.clocks) {
    for (const start of runsOf(theCase, clock, deadlines.zone)) {
      for (const due of duesOf(theCase, clock, start, deadlines)) running.push({ id: clock.id, due });
    }
  }
  return running.sort((a, b) => Number(a.due > b.due) - Number(a.due < b.due));
}

function duesOf(theCase: LivingCase, clock: Clock, start: Instant, deadlines: Deadlines): readonly Instant[] {
  const { id, every } = clock;
  if (every === undefined) return [extended(theCase, id, clockDue(clock, start, deadlines))];
  const dues: Instant[] = [];
  for (const due of turnsOf({ ...clock, every }, { start, renewed: renewedAt(theCase, clock, start) }, deadlines)) {
    dues.push(due);
    if (!isSaid(theCase, { id, due })) break;
  }
  return dues;
}

/** Until when a clock that runs on a case, and is due then, may be put off; undefined where its deadlines allow no more time. */
export function latestHour(
  theCase: KnownCase,
  { clock, due }: { readonly clock: string; readonly due: Instant },
  book: DeadlineBook,
): Instant | undefined {
  const { clocks, zone } = deadlinesOf(theCase, book);
  const most = clocks.find(({ id }) => id === clock)?.extends?.most;
  const runs = runningClocks(theCase, book).some((one) => one.id === clock && one.due === due);
  return most !== undefined && runs ? hourBehind(due, most, zone) : undefined;
}
