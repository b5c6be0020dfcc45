import type { CountedCase } from "./counted-case.ts";

/** A case and its allegations: how many these are, and in which cell of which sorting all of them stand, so many times as several do. */
export type Combination = { readonly allegations: number; readonly placed: Placed };

type Placed = readonly (readonly [sorting: number, cell: number])[];

/** So many different ones are kept; of what is more it is not looked at who could stand in whose place. */
const mostKept = 3000;
/** A case with more is no other's like. */
const mostAllegations = 20;

/** Keeps how things stand together, each different way once. */
export function createCombinations() {
  const kept = new Map<string, Combination>();
  return {
    /** Of things that are part of a case nothing is kept: whose cells they fill stands in none of them alone. */
    add: ({ partOf, allegations }: CountedCase, placed: Placed): void => {
      if (kept.size >= mostKept || partOf !== undefined || allegations.length > mostAllegations) return;
      const name = placed.join(" ");
      if (!kept.has(name)) kept.set(name, { allegations: allegations.length, placed });
    },
    /** Each with its cells also in sortings that were opened behind it: those of what stood for them until then. */
    complete: (sortings: readonly { readonly model: number | undefined }[]): readonly Combination[] =>
      [...kept.values()].map(({ allegations, placed }) => {
        const added = sortings.flatMap(({ model }, later) => {
          if (model === undefined) return [];
          const known = placed.filter(([sorting]) => sorting === later).length;
          const before = placed.filter(([sorting]) => sorting === model);
          return before.slice(0, before.length - known).map(([, cell]) => [later, cell] as const);
        });
        return { allegations, placed: [...placed, ...added] };
      }),
  };
}
