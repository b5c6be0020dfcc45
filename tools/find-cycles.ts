// Circles in a graph of arrows: one shortest circle for each knot, so that the message can be followed with a finger.

export function findCycles(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  return findKnots(arrows).map((knot) => shortestCircle(arrows, knot));
}

/** Strongly connected components with more than one member, or a member that points at itself (Tarjan 1972). */
function findKnots(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const knots: string[][] = [];
  const numberOf = (numbers: Map<string, number>, node: string) => numbers.get(node) ?? Number.POSITIVE_INFINITY;

  const visit = (node: string) => {
    order.set(node, order.size);
    lowest.set(node, numberOf(order, node));
    path.push(node);
    onPath.add(node);
    for (const next of arrows.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      else if (!onPath.has(next)) continue;
      lowest.set(node, Math.min(numberOf(lowest, node), numberOf(lowest, next)));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const knot = path.splice(path.indexOf(node));
    for (const member of knot) onPath.delete(member);
    if (knot.length > 1 || arrows.get(node)?.includes(node)) knots.push(knot);
  };

  for (const node of arrows.keys()) if (!order.has(node)) visit(node);
  return knots;
}

function shortestCircle(arrows: ReadonlyMap<string, readonly string[]>, knot: readonly string[]): string[] {
  const inside = new Set(knot);
  const start = [...knot].sort()[0] ?? "";
  const waiting = [[start]];
  const seen = new Set<string>();
  for (let trail = waiting.shift(); trail !== undefined; trail = waiting.shift()) {
    for (const next of arrows.get(trail.at(-1) ?? "") ?? []) {
      if (next === start) return [...trail, start];
      if (!inside.has(next) || seen.has(next)) continue;
      seen.add(next);
      waiting.push([...trail, next]);
    }
  }
  return [...knot];
}
