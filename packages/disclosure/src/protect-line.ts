/**
 * Which counts of a list to hide, where the sum of the list is told: all small ones, and the next larger ones until those that are hidden
 * have a sum that is not small itself and can be dealt out in more than one way (each is at least one, for an empty cell is not
 * listed). Undefined where hiding all of them is not enough.
 */
export function protectLine(counts: ReadonlyMap<string, number>, threshold: number): ReadonlySet<string> | undefined {
  const inOrder = [...counts].filter(([, count]) => count > 0).sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const hidden = new Set(inOrder.filter(([, count]) => count < threshold).map(([key]) => key));
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

const isSafe = (cells: number, sum: number, threshold: number): boolean => cells > 1 && sum >= threshold && sum > cells;
