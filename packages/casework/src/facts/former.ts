import { isFormerLater } from "../acts/later-acts.ts";

const early: ReadonlySet<string> = new Set([
  "case.assessed/1",
  "case.non-admission-proposed/1",
  "case.erasure-proposed/1",
]);

/** Whether a fact bears the first of several numbers: it is judged by the rule of then (docs/specs/casework.md). */
export const isFormer = (fact: { readonly type: string }): boolean => early.has(fact.type) || isFormerLater(fact);

/**
 * Whether the rule that came with a number of a fact binds an act: one that is given now always, one of a history where it was recorded
 * by that number or a later one.
 */
export function binds(
  { formerly, recordedAs }: { readonly formerly?: boolean; readonly recordedAs?: string },
  number: number,
): boolean {
  if (formerly) return number <= 1;
  const recorded = Number(recordedAs?.split("/")[1]);
  return Number.isNaN(recorded) || recorded >= number;
}
