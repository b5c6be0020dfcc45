import { type Clock, clockDue } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import type { Case } from "./case.ts";

/** A clock that runs on a case. `late` is judged by whoever knows the hour. */
export type RunningClock = { readonly id: string; readonly due: Instant };

/** The clocks of the pack that run on a case now, nearest first. */
export function runningClocks(theCase: Case, clocks: readonly Clock[], zone: string): readonly RunningClock[] {
  const running: RunningClock[] = [];
  for (const clock of clocks) {
    const since = startedAt(theCase, clock);
    if (since) running.push({ id: clock.id, due: clockDue(clock, since, zone) });
  }
  return running.sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** When a clock started, if it runs: its opening fact is there and its closing fact is not. */
function startedAt(theCase: Case, clock: Clock): Instant | undefined {
  if (theCase.stage === "unknown" || theCase.stage === "erased" || hasHappened(theCase, clock.stopsOn))
    return undefined;
  switch (clock.startsOn) {
    case "case.received":
      return theCase.receivedAt;
    case "case.acknowledged":
      return "acknowledgedAt" in theCase ? theCase.acknowledgedAt : undefined;
    case "case.assessed":
      return "assessedAt" in theCase ? theCase.assessedAt : undefined;
    case "case.non-admission-proposed":
      return theCase.stage === "non-admission-proposed" ? theCase.proposedAt : undefined;
    case "case.review-asked":
      return theCase.review?.askedAt;
    default:
      // A clock of an act that no rule knows yet does not run.
      return undefined;
  }
}

function hasHappened(theCase: Exclude<Case, { readonly stage: "unknown" }>, stopsOn: string): boolean {
  switch (stopsOn) {
    case "case.acknowledged":
      return "acknowledgedAt" in theCase;
    case "case.assessed":
      return "assessedAt" in theCase;
    case "case.outcome-told":
      return theCase.stage === "not-admitted" || ("outcomeToldAt" in theCase && theCase.outcomeToldAt !== undefined);
    case "case.non-admission-decided":
      return theCase.stage !== "non-admission-proposed";
    case "case.reviewed":
      return theCase.stage === "erased" || theCase.review?.decidedAt !== undefined;
    default:
      return false;
  }
}
