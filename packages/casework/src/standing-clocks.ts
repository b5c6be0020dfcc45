import { type Clock, type DeadlineBook, hourBehind } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import type { KnownCase } from "./case.ts";
import { deadlinesOf, latestHour, runningClocks } from "./clocks.ts";
import { foldCase, type Happened } from "./evolve.ts";

/** A clock that runs on a case, as it stands at an hour. */
export type StandingClock = {
  readonly id: string;
  /** Of one that comes back: the oldest hour that nobody answered. */
  readonly due: Instant;
  readonly isLate: boolean;
  /** How many of its hours have passed unanswered. */
  readonly passed: number;
  /** Who must act now. */
  readonly bearer: string;
  /** Since when it is somebody else than at first. */
  readonly since?: Instant;
  /** Until when it may be put off; absent where it may not be, or was. */
  readonly latest?: Instant;
};

/** The clocks that run on a case as they stand at an hour, nearest first. The case is as it was then; nothing else counts. */
export function standingClocks(theCase: KnownCase, book: DeadlineBook, at: Instant): readonly StandingClock[] {
  const running = runningClocks(theCase, book);
  const standing = deadlinesOf(theCase, book).clocks.flatMap((clock) => {
    const dues = running.filter(({ id }) => id === clock.id).map(({ due }) => due);
    // One that comes back is one line for all of its turns; of several bodies that were asked each is a line.
    const lines = clock.every === undefined ? dues.map((due) => [due]) : [dues];
    return lines.flatMap((line) => standingOne(theCase, clock, line, { book, at }));
  });
  return standing.sort((a, b) => Number(a.due > b.due) - Number(a.due < b.due));
}

function standingOne(
  theCase: KnownCase,
  clock: Clock,
  dues: readonly Instant[],
  { book, at }: { readonly book: DeadlineBook; readonly at: Instant },
): readonly StandingClock[] {
  const { id } = clock;
  const [due] = dues;
  if (due === undefined) return [];
  const isPutOff = theCase.extensions?.some((one) => one.clock === id && one.until === due) === true;
  const latest = isPutOff ? undefined : latestHour(theCase, { clock: id, due }, book);
  const passed = dues.filter((one) => one < at).length;
  const acting = whoActs(clock, due, { at, zone: deadlinesOf(theCase, book).zone });
  return [{ id, due, isLate: due < at, passed, ...acting, ...(latest && { latest }) }];
}

/** Who must act on a clock at an hour: its bearer, or the last of those to whom it has gone on since it was due. */
export function whoActs(
  { bearer, escalates = [] }: Pick<Clock, "bearer" | "escalates">,
  due: Instant,
  { at, zone }: { readonly at: Instant; readonly zone: string },
): { readonly bearer: string; readonly since?: Instant } {
  const gone = escalates
    .map(({ after, to }) => ({ bearer: to, since: hourBehind(due, after, zone) }))
    .filter(({ since }) => since <= at)
    .sort((a, b) => Number(a.since > b.since) - Number(a.since < b.since));
  return gone.at(-1) ?? { bearer };
}

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
