import type { Forest } from "./forest.ts";
import type { Links } from "./links.ts";
import type { Sorting } from "./sorting.ts";

/** Where cells of a sorting were put together: for each the first one of those that it is told with. */
export type Merges = (sorting: number) => Int32Array | undefined;

/** No sum that is known: cells of cases and of allegations whose numbers have little to do with each other. */
export const noSum = -1;

/**
 * What a change of counts must leave as it is, as one number for each cell of a sorting. Cells of two sortings that hang together have
 * the same sum on both sides, so each such group of each two sortings is an equation, and so is each sorting's total. Every equation has
 * a number drawn for it; a cell's weight is the sum of those that it is in. A change after which every equation
 * holds weighs nothing; one that breaks any does, but for one in 2^43.
 */
export type Balance = {
  readonly weightOf: (sorting: number, cell: number) => number;
  /** For each other sorting, the group that each cell is in. */
  readonly groupsOf: (sorting: number) => readonly Int32Array[];
};

export function createBalance(links: Links, chosen: readonly number[], merges: Merges): Balance {
  const weighed = new Map(chosen.map((one) => [one, weighSorting(links, one, chosen, merges)]));
  return {
    weightOf: (sorting, cell) => weighed.get(sorting)?.weights[cell] ?? Number.NaN,
    groupsOf: (sorting) => weighed.get(sorting)?.groups ?? [],
  };
}

/** The weights of the cells of one sorting, and their groups, among all that are chosen. */
export function weighSorting(links: Links, sorting: number, chosen: readonly number[], merges: Merges) {
  const size = links.sortings[sorting]?.cells.keys.length ?? 0;
  const weights = new Float64Array(size).fill(drawFor(sorting, sorting, 0x7fffffff));
  const groups: Int32Array[] = [];
  for (const other of chosen) {
    if (other === sorting) continue;
    const [first, second] = sorting < other ? [sorting, other] : [other, sorting];
    const sums = knownSums(links, first, second, merges);
    const group = new Int32Array(size);
    for (let cell = 0; cell < size; cell += 1) {
      const root = sums(sorting === first ? 2 * cell : 2 * cell + 1);
      group[cell] = root;
      if (root === noSum) continue;
      const drawn = drawFor(first, second, root);
      weights[cell] = (weights[cell] ?? 0) + (sorting === first ? drawn : -drawn);
    }
    groups.push(group);
  }
  return { weights, groups };
}

/** The group of each cell of two sortings whose sum is the same on both sides. */
function knownSums(links: Links, first: number, second: number, merges: Merges): (node: number) => number {
  const forest = joinMerged(links.forestOf(first, second), merges(first), merges(second));
  const [one, other] = [links.sortings[first], links.sortings[second]];
  if (one?.kind === "several" || other?.kind === "several") {
    const sums = sumsOf(forest, one, other);
    return (node) => {
      const root = forest.rootOf(node);
      return tellsTheOther(sums.get(root)) ? root : noSum;
    };
  }
  if (one?.unit === other?.unit) return forest.rootOf;
  const side = one?.unit === "cases" ? 0 : 1;
  const even = evenRoots(forest, one?.unit === "cases" ? one : other, side);
  return (node) => {
    const root = forest.rootOf(node);
    return even.has(root) ? root : noSum;
  };
}

function joinMerged(forest: Forest, first: Int32Array | undefined, second: Int32Array | undefined): Forest {
  if (!first && !second) return forest;
  const joined = forest.copy(false);
  for (const [side, merge] of [first, second].entries()) {
    const known = new Map<number, number>();
    for (const [cell, into] of merge?.entries() ?? []) {
      const before = known.get(into);
      if (before === undefined) known.set(into, cell);
      else joined.join(2 * before + side, 2 * cell + side);
    }
  }
  return joined;
}

/** A group in which so few cases have other than one allegation, or in which each of so many has the same number. */
const few = 5;

type Sums = readonly [first: number, second: number];

/** Of each group, what is counted on both sides. */
function sumsOf(forest: Forest, ...sides: readonly (Sorting | undefined)[]): ReadonlyMap<number, Sums> {
  const sums = new Map<number, [number, number]>();
  for (const [side, sorting] of sides.entries()) {
    for (const [cell, count] of sorting?.cells.counts.entries() ?? []) {
      const root = forest.rootOf(2 * cell + side);
      const sum = sums.get(root) ?? [0, 0];
      sums.set(root, sum);
      sum[side as 0 | 1] += count;
    }
  }
  return sums;
}

/** Whether one side says how many are on the other, where things may be counted on it more than once: all of them alike, or but a few. */
function tellsTheOther([first, second]: Sums = [0, 0]): boolean {
  const [less, more] = first < second ? [first, second] : [second, first];
  return more - less < few || (less >= few && more % less === 0);
}

/**
 * Of a list whose things may be in several cells, beside other sortings of the same things: the cells of each group in which so few are more
 * than once that they could be found by taking away.
 */
export function fewTwice(links: Links, list: number, others: readonly number[]): readonly (readonly number[])[] {
  return others.flatMap((other) => {
    if (other === list || links.sortings[other]?.unit !== links.sortings[list]?.unit) return [];
    const [first, second] = list < other ? [list, other] : [other, list];
    const forest = links.forestOf(first, second);
    const side = list === first ? 0 : 1;
    const sums = sumsOf(forest, links.sortings[first], links.sortings[second]);
    const cells = [...(links.sortings[list]?.cells.keys.keys() ?? [])];
    return [...Map.groupBy(cells, (cell) => forest.rootOf(2 * cell + side))].flatMap(([root, own]) => {
      const [one, two] = sums.get(root) ?? [0, 0];
      return one !== two && Math.abs(one - two) < few ? [own] : [];
    });
  });
}

/** Groups in which the number of cases gives that of allegations, or nearly. */
function evenRoots(forest: Forest, cases: Sorting | undefined, side: number): ReadonlySet<number> {
  const sums = new Map<number, { missed: number; count: number; fewest: number; most: number }>();
  for (const [cell, count] of cases?.cells.counts.entries() ?? []) {
    const { missed = [], fewest = [], most = [] } = cases?.cells ?? {};
    const root = forest.rootOf(2 * cell + side);
    const sum = sums.get(root) ?? { missed: 0, count: 0, fewest: Number.POSITIVE_INFINITY, most: 0 };
    sum.missed += missed[cell] ?? 0;
    sum.count += count;
    sum.fewest = Math.min(sum.fewest, fewest[cell] ?? 0);
    sum.most = Math.max(sum.most, most[cell] ?? 0);
    sums.set(root, sum);
  }
  const even = [...sums].filter(
    ([, { missed, count, fewest, most }]) => most > 0 && (missed < few || (count >= few && fewest === most)),
  );
  return new Set(even.map(([root]) => root));
}

/** 43 bits, the same for the same three numbers always, so that a release is told the same way each time. */
function drawFor(first: number, second: number, group: number): number {
  return mix(0x2545f491, first, second, group) * 2 ** 11 + (mix(0x1b873593, first, second, group) >>> 21);
}

function mix(seed: number, ...parts: readonly number[]): number {
  let mixed = seed;
  for (const part of parts) {
    mixed = Math.imul(mixed ^ part, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    mixed ^= mixed >>> 13;
  }
  return mixed >>> 0;
}
