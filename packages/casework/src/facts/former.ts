import { isFormerLater } from "../acts/later-acts.ts";

const early: ReadonlySet<string> = new Set([
  "case.assessed/1",
  "case.non-admission-proposed/1",
  "case.erasure-proposed/1",
]);

/** Whether a fact bears a number that no order gives any more: it is judged by the rule of then (docs/specs/casework.md). */
export const isFormer = (fact: { readonly type: string }): boolean => early.has(fact.type) || isFormerLater(fact);
