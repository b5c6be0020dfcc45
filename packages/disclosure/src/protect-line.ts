/**
 * Which counts of a list to hide, where the sum of the list is told: all small ones, and the next larger ones until there are two or
 * more, and each could be as much as the threshold although every other is at least one (an empty cell is not listed). Undefined
 * where hiding all of them is not enough. What is `forced` is hidden as if it were small.
 */
export function protectLine<Key extends string | number>(
  counts: ReadonlyMap<Key, number>,
  threshold: number,
  forced: ReadonlySet<Key> = new Set(),
): ReadonlySet<Key> | undefined {
  const inOrder = [...counts].filter(([, count]) => count > 0).sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const hidden = new Set(inOrder.filter(([key, count]) => count < threshold || forced.has(key)).map(([key]) => key));
  if (hidden.size === 0) return hidden;
  let sum = inOrder.reduce((all, [key, count]) => all + (hidden.has(key) ? count : 0), 0);
  for (const [key, count] of inOrder) {
    if (isSafe(hidden.size, sum, threshold)) return hidden;
    if (hidden.has(key)) continue;
    hidden.add(key);
    sum += count;
  }
  return isSafe(hidden.size, sum, threshold) ? hidden : undefined;
}

const isSafe = (cells: number, sum: number, threshold: number): boolean => cells > 1 && sum - (cells - 1) >= threshold;

/**
 * The same for a list of which the sums of several groups are told: each group by itself, and the groups that are too small for that
 * together. Undefined where the whole list is too small.
 */
export function protectGroups(
  counts: ReadonlyMap<string, number>,
  groupOf: (key: string) => string,
  threshold: number,
  forced: ReadonlySet<string> = new Set(),
): ReadonlySet<string> | undefined {
  const groups = new Map<string, Map<string, number>>();
  for (const [key, count] of counts) {
    const name = groupOf(key);
    const group = groups.get(name) ?? new Map<string, number>();
    groups.set(name, group);
    group.set(key, count);
  }
  const hidden = new Set<string>();
  const left = new Map<string, number>();
  for (const group of groups.values()) {
    const own = protectLine(group, threshold, forced);
    if (own) for (const key of own) hidden.add(key);
    else for (const [key, count] of group) left.set(key, count);
  }
  const together = protectLine(left, threshold, forced) ?? protectLine(counts, threshold, forced);
  if (!together) return undefined;
  for (const key of [...together, ...left.keys()]) hidden.add(key);
  return hidden;
}
