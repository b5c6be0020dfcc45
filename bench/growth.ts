import type { PartReport } from "./report.ts";

/** How many times as much the second of two sizes needs as the first; undefined where only one was measured. */
export function growthOf<M>([first, second]: readonly M[], need: (one: M) => number): number | undefined {
  return first && second ? need(second) / need(first) : undefined;
}

/** That something grows at most so many times; no verdict where only one size was measured. */
export function boundGrowth(what: string, measured: number | undefined, bound: number): PartReport["verdicts"] {
  return measured === undefined ? [] : [{ what, measured, sense: "at most", bound }];
}
