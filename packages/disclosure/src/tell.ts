import type { Counted, RespondentCounts } from "./counted.ts";
import { protectLine } from "./protect-line.ts";
import type { NumberSummary } from "./summary.ts";
import { suppressRelease, type ToldTable } from "./suppress.ts";
import { type CountedTable, valuesOf } from "./table.ts";
import { threshold } from "./threshold.ts";

/** Figures as they are told: whole to who may see all, or without what would give somebody away. null: not told. */
export type Figures = {
  readonly suppressed: boolean;
  readonly threshold: number;
  readonly cases: number | null;
  readonly allegations: number | null;
  readonly respondents: {
    readonly distinct: number | null;
    /** How many are in so many cases; suppressed, by classes. */
    readonly byCases: { readonly [cases: string]: number | null };
  };
  readonly durations: { readonly [name: string]: Partial<NumberSummary> | null };
  readonly numbers: { readonly [name: string]: Partial<NumberSummary> | null };
  readonly distinct?: { readonly [name: string]: number };
  readonly shares: {
    readonly [name: string]: { readonly share: number; readonly part: number; readonly among: number } | null;
  };
  readonly tables: readonly (ToldTable & { readonly disclosure?: DisclosureCount })[];
};

/** How many cells of a table hold something, how many of those a count below the threshold, and what all of each are together. */
export type DisclosureCount = {
  readonly cells: number;
  readonly small: number;
  readonly smallSum: number;
  readonly otherSum: number;
};

/** Everything, as it was counted. For whoever has the record at hand anyway. */
export function tellAll(counted: Counted): Figures {
  const { cases, allegations, respondents, durations, numbers, distinct, shares, tables } = counted;
  return {
    suppressed: false,
    threshold,
    cases,
    allegations,
    respondents: { distinct: respondents.distinct, byCases: Object.fromEntries(respondents.byCases) },
    durations: orNull(durations, (summary) => summary),
    numbers: orNull(numbers, (summary) => summary),
    distinct,
    shares: Object.fromEntries(Object.entries(shares).map(([name, { part, among }]) => [name, toShare(part, among)])),
    tables: tables.map(tellWhole),
  };
}

/** What may be told to anybody. Throws where the links between the tables were not counted along. */
export function tellSafely(counted: Counted): Figures {
  const { cases, allegations, respondents, durations, numbers, shares, links } = counted;
  if (!links) throw new Error("nothing is told safely of tables whose links nobody counted");
  const large = Object.keys(shares).filter((name) => shares[name] && tellShare(shares[name]) !== null);
  const told = suppressRelease(counted.tables, links, large);
  return {
    suppressed: true,
    threshold,
    cases: unlessSmall(cases),
    allegations: unlessSmall(allegations),
    respondents: tellRespondents(respondents),
    durations: orNull(durations, tellMiddle),
    numbers: orNull(numbers, tellMiddle),
    shares: Object.fromEntries(
      Object.entries(shares).map(([name, share]) => [name, told.shares.includes(name) ? tellShare(share) : null]),
    ),
    tables: told.tables,
  };
}

const unlessSmall = (count: number): number | null => (count > 0 && count < threshold ? null : count);

function orNull<Out>(
  summaries: Counted["durations"],
  tell: (summary: NumberSummary) => Out,
): { readonly [name: string]: Out | null } {
  return Object.fromEntries(Object.entries(summaries).map(([name, summary]) => [name, summary ? tell(summary) : null]));
}

/** So many that at least five lie on either side of the number that is told. */
const enoughFor = { median: 10, p90: 50 };

/**
 * The middle, where enough lie on both sides of it. Not how many there are: with the total that would give back the few that
 * have no such number. Not the ends: each is one person's.
 */
function tellMiddle({ n, median, p90 }: NumberSummary): Partial<NumberSummary> | null {
  if (n < enoughFor.median) return null;
  return { median, ...(n >= enoughFor.p90 && { p90 }) };
}

const classes = [
  ["1", 1, 1],
  ["2-4", 2, 4],
  ["5-9", 5, 9],
  ["10-19", 10, 19],
  ["20 or more", 20, Number.POSITIVE_INFINITY],
] as const;

/** By classes: from single numbers and the sum of all allegations the hidden ones could be calculated. */
function tellRespondents({ distinct, byCases }: RespondentCounts): Figures["respondents"] {
  const counts = new Map<string, number>();
  for (const [cases, respondents] of byCases) {
    const [name] = classes.find(([, from, to]) => cases >= from && cases <= to) ?? classes[0];
    counts.set(name, (counts.get(name) ?? 0) + respondents);
  }
  const hidden = protectLine(counts, threshold);
  const told = classes.flatMap(([name]) => {
    const count = counts.get(name);
    return count === undefined ? [] : [[name, hidden && !hidden.has(name) ? count : null] as const];
  });
  return { distinct: unlessSmall(distinct), byCases: Object.fromEntries(told) };
}

/** A share adds up counts; it is told where each of them may be. */
function tellShare({ part, among, counts }: Counted["shares"][string]): Figures["shares"][string] {
  const hidden = protectLine(counts, threshold);
  return hidden?.size === 0 ? toShare(part, among) : null;
}

const toShare = (part: number, among: number): Figures["shares"][string] =>
  among === 0 ? null : { share: Math.round((part / among) * 1e6) / 1e6, part, among };

function tellWhole({ by, of, cells, total, multiple }: CountedTable): Figures["tables"][number] {
  const counts = [...cells.values()];
  const small = counts.filter((count) => count < threshold);
  const sum = (list: readonly number[]): number => list.reduce((all, count) => all + count, 0);
  return {
    by,
    of,
    ...(multiple.length === 0 && { total }),
    cells: [...cells].map(([key, count]) => ({ at: valuesOf(key), count })),
    hidden: 0,
    disclosure: {
      cells: counts.length,
      small: small.length,
      smallSum: sum(small),
      otherSum: sum(counts) - sum(small),
    },
  };
}
