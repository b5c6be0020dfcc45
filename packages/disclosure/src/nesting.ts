import type { Dimension } from "./dimension.ts";

/** Two ways of sorting the same things of which one gives the other: each month has one year, each code one family. */
export type Nested = { readonly of: "cases" | "allegations"; readonly fine: string; readonly coarse: string };

type Pair = { readonly fine: number; readonly coarse: number; readonly seen: Map<string, string>; isNested: boolean };

/**
 * Watches which of some dimensions give another. Their tables have sums in common beyond their totals, and what one hides
 * the other could give back.
 */
export function watchNesting(dimensions: readonly Pick<Dimension, "name">[]) {
  const pairs: Pair[] = [];
  for (const fine of dimensions.keys()) {
    for (const coarse of dimensions.keys()) {
      if (fine !== coarse) pairs.push({ fine, coarse, seen: new Map(), isNested: true });
    }
  }
  return {
    add: (values: readonly string[]): void => {
      for (const pair of pairs) {
        if (!pair.isNested) continue;
        const [fine = "", coarse = ""] = [values[pair.fine], values[pair.coarse]];
        const known = pair.seen.get(fine);
        if (known === undefined) pair.seen.set(fine, coarse);
        else if (known !== coarse) {
          pair.isNested = false;
          pair.seen.clear();
        }
      }
    },
    /** Where the coarse one has but one value there is nothing to give back. */
    found: (): readonly { readonly fine: string; readonly coarse: string }[] =>
      pairs
        .filter(({ isNested, seen }) => isNested && new Set(seen.values()).size > 1)
        .map(({ fine, coarse }) => ({ fine: dimensions[fine]?.name ?? "", coarse: dimensions[coarse]?.name ?? "" })),
  };
}
