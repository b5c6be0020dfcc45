/** Numbers in brief; `p90` is the nearest rank: the smallest number that nine tenths do not exceed. */
export type NumberSummary = {
  readonly n: number;
  /** To four decimals. */
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
  readonly min: number;
  readonly zero: number;
  readonly sum: number;
};

/** How often each number came, in brief; undefined where none came. */
export function summarise(counts: ReadonlyMap<number, number>): NumberSummary | undefined {
  const numbers = [...counts.keys()].sort((a, b) => a - b);
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [min, max] = [numbers[0], numbers.at(-1)];
  if (min === undefined || max === undefined) return undefined;
  const sum = numbers.reduce((all, number) => all + number * (counts.get(number) ?? 0), 0);
  // Ranks count from 1; of an even number the median is the mean of the two in the middle.
  const rank = createRanks(numbers, counts);
  return {
    n,
    mean: Math.round((sum / n) * 10_000) / 10_000,
    median: (rank(Math.ceil(n / 2)) + rank(Math.floor(n / 2) + 1)) / 2,
    p90: rank(Math.ceil(n * 0.9)),
    max,
    min,
    zero: counts.get(0) ?? 0,
    sum,
  };
}

function createRanks(numbers: readonly number[], counts: ReadonlyMap<number, number>): (rank: number) => number {
  return (rank) => {
    let seen = 0;
    for (const number of numbers) {
      seen += counts.get(number) ?? 0;
      if (seen >= rank) return number;
    }
    throw new Error("no number has this rank");
  };
}
