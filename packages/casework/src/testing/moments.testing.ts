// What was granted in a history, moment by moment.
import fc from "fast-check";
import type { Case } from "../case/case.ts";
import type { CaseFact } from "../facts/facts.ts";
import { anyHistory } from "./any-history.testing.ts";
import { applyStep, decideStep, filed, type Step } from "./given.testing.ts";

export type Moment = {
  readonly before: Case;
  readonly step: Step;
  readonly facts: readonly CaseFact[];
  readonly after: Case;
};

/** Everything that was granted in a history, moment by moment; what was refused changed nothing. */
export function momentsOf(history: readonly Step[]): readonly Moment[] {
  const moments: Moment[] = [];
  let theCase = filed;
  for (const [place, step] of history.entries()) {
    const answer = decideStep(theCase, step);
    if ("refusal" in answer) continue;
    const after = applyStep(theCase, step, answer.facts, place + 1);
    moments.push({ before: theCase, step, facts: answer.facts, after });
    theCase = after;
  }
  return moments;
}

export const staffIn = (moments: readonly Moment[]) =>
  moments.flatMap(({ step, ...moment }) => ("type" in step ? [] : [{ ...moment, actor: step[0], order: step[1] }]));

export const inEveryHistory = (holds: (moments: readonly Moment[]) => void, numRuns = 500, histories = anyHistory) =>
  fc.assert(
    fc.property(histories, (history) => holds(momentsOf(history))),
    { numRuns },
  );
