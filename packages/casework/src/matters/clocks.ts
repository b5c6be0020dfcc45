import { answerDay, clockDue, type Deadlines } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import { isSaid } from "../clocks/clock-state.ts";
import type { RunningClock } from "../clocks/clocks.ts";
import { endOfDay } from "../words/end-of-day.ts";
import type { KnownMatter } from "./matter.ts";

/** The hour at which an answer that is awaited becomes a silence; undefined where none is awaited. */
export const hourOfAnswer = (matter: KnownMatter): Instant | undefined =>
  waitsForAnswer(matter) && matter.answerDue !== undefined ? endOfDay(matter.answerDue) : undefined;

/** Whether it was recorded that this clock passed. */
export const isMissed = ({ missed = [] }: KnownMatter, clock: RunningClock): boolean => isSaid({ missed }, clock);

/** Whether an answer is awaited: it was asked for, and none came since. */
export function waitsForAnswer(matter: KnownMatter): boolean {
  if (matter.kind === "recommendation") return matter.stage === "handed-over";
  if (matter.kind === "visit") return matter.stage === "reported";
  const last = matter.answers.at(-1)?.at;
  return (
    matter.stage !== "closed" &&
    matter.stage !== "erased" &&
    matter.askedAt !== undefined &&
    (last === undefined || last < matter.askedAt)
  );
}

/**
 * When each fact that a clock may start or stop on happened, by the name that a pack calls it (docs/specs/streams.md). A later
 * fact of the same name takes the place of an earlier one.
 */
function hoursOfMatter(matter: KnownMatter): { readonly [fact: string]: Instant | undefined } {
  const answeredAt = matter.answers.at(-1)?.at;
  if (matter.kind === "recommendation") {
    return {
      "recommendation.made": matter.openedAt,
      "recommendation.handed-over": matter.askedAt,
      "recommendation.answered": answeredAt,
    };
  }
  if (matter.kind === "paternity") {
    return {
      "paternity.claimed": matter.openedAt,
      "paternity.state-asked": matter.askedAt,
      "paternity.state-answered": answeredAt,
    };
  }
  return {
    "visit.planned": matter.openedAt,
    "visit.made": matter.madeAt,
    "visit.reported": matter.askedAt,
    "visit.answered": answeredAt,
  };
}

/**
 * The clocks that run on a matter now, nearest first: those of the pack, from a fact's last hour to a later one of the fact that stops
 * it, and the day that an act named for an answer. What was answered and asked anew waits anew.
 */
export function clocksOfMatter(matter: KnownMatter, deadlines: Deadlines): readonly RunningClock[] {
  const hours = hoursOfMatter(matter);
  const running = deadlines.clocks.flatMap((clock) => {
    const since = hours[clock.startsOn];
    const stopped = hours[clock.stopsOn];
    const runs = since !== undefined && (stopped === undefined || stopped < since);
    return runs ? [{ id: clock.id, due: clockDue(clock, since, deadlines) }] : [];
  });
  const answer = hourOfAnswer(matter);
  if (answer !== undefined) running.push({ id: answerDay, due: answer });
  return running.sort((a, b) => (a.due < b.due ? -1 : 1));
}
