/** A table as an attacker has it, with the truth for whoever judges the attack. */
export type Attack = {
  readonly cells: readonly {
    readonly row: string;
    readonly column: string;
    readonly count: number;
    readonly isHidden: boolean;
  }[];
  /** A list: only its sum is known. */
  readonly columnsAreFree?: boolean;
};

/**
 * Whether a hidden cell could also be one more or one less, while every total of rows and columns stays and no cell becomes empty. If
 * not, whoever knows all totals knows the cell. Decided by looking for a flow: what the other hidden cells of its row and
 * column would have to take over. It knows nothing of how cells are chosen to be hidden.
 */
export function canBeOtherwise(attack: Attack, target: Attack["cells"][number]): boolean {
  return [1, -1].some((change) => target.count + change >= 1 && canShift(attack, target, change));
}

/** Looks for a way from the target's row to its column over hidden cells, by which one unit goes round. */
function canShift({ cells, columnsAreFree }: Attack, target: Attack["cells"][number], change: number): boolean {
  const movable = cells.filter((cell) => cell.isHidden && cell !== target);
  const [start, goal] = [`row ${target.row}`, `column ${target.column}`];
  const seen = new Set([start]);
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === goal) return true;
    // In a list every column stands for itself, so any of them takes over.
    if (columnsAreFree && at.startsWith("column ")) return true;
    for (const cell of movable) {
      const ends = [`row ${cell.row}`, `column ${cell.column}`] as const;
      const place = ends.indexOf(at as never);
      if (place < 0) continue;
      // From a row the cell makes up for the change: it goes the other way. From a column it goes along.
      const own = place === 0 ? -change : change;
      const next = ends[1 - place] ?? "";
      if (cell.count + own < 1 || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return false;
}
