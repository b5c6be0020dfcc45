import { type Clock, type DeadlineBook, hourBehind } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import type { KnownCase } from "../case/case.ts";
import { deadlinesOf, runningClocks } from "./clocks.ts";

/** A clock that runs on a case, as it stands at an hour. */
export type StandingClock = {
  readonly id: string;
  /** Of one that comes back: the oldest hour that nobody answered. */
  readonly due: Instant;
  readonly isLate: boolean;
  /** How many of its hours have passed unanswered. */
  readonly passed: number;
  /** Who must act. */
  readonly bearer: string;
  /** Who must see to it besides, and since when: present when so long has passed that the pack says so. */
  readonly passedOn?: PassedOn;
  /** Until when it may be put off; absent where it may not be, or was. */
  readonly latest?: Instant;
};

/** Whose it has become besides its bearer's, and since when. */
export type PassedOn = { readonly to: string; readonly since: Instant };

/** The clocks that run on a case as they stand at an hour, nearest first. The case is as it was then; nothing else counts. */
export function standingClocks(theCase: KnownCase, book: DeadlineBook, at: Instant): readonly StandingClock[] {
  const deadlines = deadlinesOf(theCase, book);
  const running = runningClocks(theCase, book);
  const standing = deadlines.clocks.flatMap((clock) => {
    const dues = running.filter(({ id }) => id === clock.id).map(({ due }) => due);
    // One that comes back is one line for all of its turns; of several bodies that were asked each is a line.
    const lines = clock.every === undefined ? dues.map((due) => [due]) : [dues];
    return lines.flatMap((line) => standingOne(theCase, clock, line, { zone: deadlines.zone, at }));
  });
  return standing.sort((a, b) => Number(a.due > b.due) - Number(a.due < b.due));
}

function standingOne(
  theCase: KnownCase,
  clock: Clock,
  dues: readonly Instant[],
  { zone, at }: { readonly zone: string; readonly at: Instant },
): readonly StandingClock[] {
  const { id } = clock;
  const [due] = dues;
  if (due === undefined) return [];
  const isPutOff = theCase.extensions?.some((one) => one.clock === id && one.until === due) === true;
  const latest = isPutOff || !clock.extends ? undefined : hourBehind(due, clock.extends.most, zone);
  const passed = dues.filter((one) => one < at).length;
  const passedOn = findPassedOn(clock, due, { at, zone });
  const { bearer } = clock;
  return [{ id, due, isLate: due < at, passed, bearer, ...(passedOn && { passedOn }), ...(latest && { latest }) }];
}

/** The last to whom a clock has gone on at an hour, since it was due. Its bearer must act all the same. */
export function findPassedOn(
  { escalates = [] }: Pick<Clock, "escalates">,
  due: Instant,
  { at, zone }: { readonly at: Instant; readonly zone: string },
): PassedOn | undefined {
  // Most are not late: nothing has gone on before it was due.
  if (due > at) return undefined;
  return escalates
    .map(({ after, to }) => ({ to, since: hourBehind(due, after, zone) }))
    .filter(({ since }) => since <= at)
    .sort((a, b) => Number(a.since > b.since) - Number(a.since < b.since))
    .at(-1);
}
