import { type Clock, type DeadlineBook, hourBehind } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import type { KnownCase } from "./case.ts";
import { deadlinesOf, latestHour, runningClocks } from "./clocks.ts";

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
  const { clocks, zone } = deadlinesOf(theCase, book);
  const running = runningClocks(theCase, book);
  return clocks
    .flatMap((clock) => {
      const dues = running.filter(({ id }) => id === clock.id).map(({ due }) => due);
      const [first] = dues;
      if (first === undefined) return [];
      const { bearer, since } = whoActs(clock, first, at, zone);
      const { extensions = [] } = theCase;
      const isPutOff = extensions.some((one) => one.clock === clock.id && one.until === first);
      const latest = isPutOff ? undefined : latestHour(theCase, { clock: clock.id, due: first }, book);
      const standing: StandingClock = {
        id: clock.id,
        due: first,
        isLate: first < at,
        passed: dues.filter((due) => due < at).length,
        bearer,
        ...(since && { since }),
        ...(latest && { latest }),
      };
      return [standing];
    })
    .sort((a, b) => Number(a.due > b.due) - Number(a.due < b.due));
}

/** Who must act on a clock at an hour: its bearer, or the last of those to whom it has gone on since it was due. */
export function whoActs(
  { bearer, escalates = [] }: Pick<Clock, "bearer" | "escalates">,
  due: Instant,
  at: Instant,
  zone: string,
): { readonly bearer: string; readonly since?: Instant } {
  const gone = escalates
    .map(({ after, to }) => ({ bearer: to, since: hourBehind(due, after, zone) }))
    .filter(({ since }) => since <= at)
    .sort((a, b) => Number(a.since > b.since) - Number(a.since < b.since));
  return gone.at(-1) ?? { bearer };
}
