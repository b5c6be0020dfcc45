/** One count of a told table: null is hidden. `of` are the numbers of all things that it stands for. */
export type SeenCell = { readonly table: number; readonly told: number | null; readonly of: readonly number[] };

const prime = 2_147_483_647n;

/**
 * Which hidden cells a reader calculates who only adds and subtracts, knowing which things stand together: of each two tables, cells that
 * hang together over things in common have the same sum. All those equations are solved, modulo a prime. It knows nothing
 * of how cells are chosen to be hidden, and shares no code with it. Of `several` things may be in more than one cell: there a sum is known
 * where none is.
 */
export function solvable(cells: readonly SeenCell[], several: ReadonlySet<number> = new Set()): readonly SeenCell[] {
  const hidden = cells.filter(({ told }) => told === null);
  const tables = [...new Set(cells.map(({ table }) => table))];
  const rows = tables.flatMap((one) =>
    tables
      .filter((other) => other > one)
      .flatMap((other) =>
        groupsOf(cells, one, other)
          // What only one of the two counts is no sum of the other.
          .filter((group) => group.some(({ table }) => table === one) && group.some(({ table }) => table === other))
          .filter((group) => !(several.has(one) || several.has(other)) || tooMany(group, one) === 0)
          .map((group) => spell(group, one, hidden)),
      ),
  );
  const everything = tables.map((one) => {
    const own = cells.filter(({ table }) => table === one);
    const isKnown = sizeOf(own) - new Set(own.flatMap(({ of }) => of)).size === 0;
    return spell(isKnown ? own : [], one, hidden);
  });
  return pivots([...rows, ...everything], hidden.length).map((place) => hidden[place] as SeenCell);
}

const sizeOf = (cells: readonly SeenCell[]): number => cells.reduce((sum, { of }) => sum + of.length, 0);

const tooMany = (group: readonly SeenCell[], one: number): number =>
  Math.abs(sizeOf(group) - 2 * sizeOf(group.filter(({ table }) => table === one)));

function groupsOf(cells: readonly SeenCell[], one: number, other: number): readonly (readonly SeenCell[])[] {
  const left = new Set(cells.filter(({ table }) => table === one || table === other));
  const groups: SeenCell[][] = [];
  for (const start of left) {
    const group = [start];
    left.delete(start);
    for (const cell of group) {
      for (const next of left) {
        if (next.table === cell.table || !next.of.some((thing) => cell.of.includes(thing))) continue;
        left.delete(next);
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

function spell(group: readonly SeenCell[], one: number, hidden: readonly SeenCell[]): bigint[] {
  const inside = new Set(group);
  const sign = (cell: SeenCell): bigint => (cell.table === one ? 1n : prime - 1n);
  return hidden.map((cell) => (inside.has(cell) ? sign(cell) : 0n));
}

/** Reduced to the end, a row with one hidden cell in it says how many that are. */
function pivots(rows: bigint[][], width: number): readonly number[] {
  let rank = 0;
  for (let column = 0; column < width; column += 1) {
    const found = rows.findIndex((row, n) => n >= rank && row[column] !== 0n);
    if (found < 0) continue;
    const pivot = rows[found] as bigint[];
    rows[found] = rows[rank] as bigint[];
    const inverse = power(pivot[column] as bigint, prime - 2n);
    rows[rank] = pivot.map((value) => (value * inverse) % prime);
    for (const [n, row] of rows.entries()) {
      const factor = row[column] ?? 0n;
      if (n === rank || factor === 0n) continue;
      rows[n] = row.map((value, place) => (value + (prime - factor) * (rows[rank]?.[place] ?? 0n)) % prime);
    }
    rank += 1;
  }
  return rows.flatMap((row) => {
    const places = [...row.keys()].filter((place) => row[place] !== 0n);
    return places.length === 1 ? places : [];
  });
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left /= 2n) {
    if (left % 2n === 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}
