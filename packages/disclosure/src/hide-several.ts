import { fewTwice, weighSorting } from "./balance.ts";
import type { Links } from "./links.ts";
import type { SeveralParts } from "./parts.ts";
import { protectGroups } from "./protect-line.ts";
import { without } from "./sorting.ts";
import { missing } from "./table.ts";
import { threshold } from "./threshold.ts";

/** What is hidden of a field of which everything has a value or more. */
export type HiddenSeveral = {
  readonly values: ReadonlySet<string>;
  /** By the sorting of each value: who has it, who has it not, or says nothing. */
  readonly flags: ReadonlyMap<number, ReadonlySet<string>>;
  /** Whether what all values are together tells something of each: not where whoever says anything has one of them. */
  readonly isSum: boolean;
};

/**
 * Which values to hide: those that few have, or all but a few; and, since nothing is without a value, others beside them as if each
 * thing had but one. Where but few have several, they would be found by taking the total from the sum: then two values are hidden that
 * would not be otherwise. Undefined where hiding is not enough.
 */
export function hideSeveral(
  links: Links,
  { flags, list }: SeveralParts,
  told: readonly number[],
): HiddenSeveral | undefined {
  const cells = links.sortings[list]?.cells;
  const counts = new Map(cells?.keys.map((key, cell) => [key, cells.counts[cell] ?? 0]));
  const others = new Map([...flags].map(([value, flag]) => [value, countIn(links, flag, without)]));
  const complete = [...others].flatMap(([value, count]) => (count === 0 ? [value] : []));
  const forced = new Set([...others].flatMap(([value, count]) => (count > 0 && count < threshold ? [value] : [])));
  const small = [...counts].flatMap(([value, count]) => (count < threshold ? [value] : []));
  const isSum = complete.length === 0;
  let values: ReadonlySet<string> | undefined = new Set([...small, ...forced]);
  if (isSum) {
    for (const group of fewTwice(links, list, [...told, ...flags.values()])) {
      const keys = group.map((cell) => cells?.keys[cell] ?? missing);
      if (!keys.some((key) => values?.has(key))) forced.add(leastOf(keys, counts));
    }
    const { groups } = weighSorting(links, list, told, () => undefined);
    const groupOf = (key: string): string => groups.map((group) => group[cells?.ids.get(key) ?? 0]).join(" ");
    values = protectGroups(counts, groupOf, threshold, forced);
  }
  if (!values) return undefined;
  // Where whoever says anything has one value, the total gives back who says nothing.
  const hidden = new Set([...values, ...(values.has(missing) ? complete : [])]);
  const keysOf = (value: string): readonly string[] => [
    ...(hidden.has(value) ? [value, without] : []),
    ...(hidden.has(missing) ? [without, missing] : []),
  ];
  const inFlags = [...flags].map(([value, flag]) => {
    return [flag, new Set(keysOf(value).filter((key) => countIn(links, flag, key) > 0))] as const;
  });
  return { values: hidden, flags: new Map(inFlags), isSum };
}

function countIn(links: Links, sorting: number, key: string): number {
  const cells = links.sortings[sorting]?.cells;
  return cells?.counts[cells.ids.get(key) ?? -1] ?? 0;
}

const leastOf = (keys: readonly string[], counts: ReadonlyMap<string, number>): string =>
  keys.toSorted((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1))[0] ??
  missing;
