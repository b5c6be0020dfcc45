// What was granted in a history, moment by moment.
import fc from "fast-check";
import type { Case, KnownCase } from "../case/case.ts";
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

/** The same for people who act on the case as they find it, behind a history that was granted. */
export function momentsAfter(
  begun: readonly Step[],
  rest: readonly ((theCase: KnownCase) => Step)[],
): readonly Moment[] {
  const moments = [...momentsOf(begun)];
  for (const stepFor of rest) {
    const before = moments.at(-1)?.after ?? filed;
    if (before.stage === "unknown") throw new Error("a case begins with its filing");
    const step = stepFor(before);
    const answer = decideStep(before, step);
    if ("refusal" in answer) continue;
    const { facts } = answer;
    moments.push({ before, step, facts, after: applyStep(before, step, facts, moments.length + 1) });
  }
  return moments;
}

/**
 * Every force that an assessment or an allegation named in these facts, whatever came behind it: by what is recorded alone, without the
 * case that the rules make of it.
 */
export const everNamed = (facts: readonly CaseFact[]): readonly string[] =>
  facts
    .flatMap((fact) => (naming.has(fact.type) && "forces" in fact ? fact.forces : []))
    .filter((force) => force !== "unknown");

const naming: ReadonlySet<string> = new Set([
  "case.assessed/3",
  "case.allegation-stated/1",
  "case.allegation-stated/2",
]);

export const staffIn = (moments: readonly Moment[]) =>
  moments.flatMap(({ step, ...moment }) => ("type" in step ? [] : [{ ...moment, actor: step[0], order: step[1] }]));

export const inEveryHistory = (holds: (moments: readonly Moment[]) => void, numRuns = 500, histories = anyHistory) =>
  fc.assert(
    fc.property(histories, (history) => holds(momentsOf(history))),
    { numRuns },
  );
