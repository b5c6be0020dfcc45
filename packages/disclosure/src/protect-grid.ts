/** A cell of a table by two fields; only cells in which something is. */
export type Cell = { readonly row: string; readonly column: string; readonly count: number };

export type ProtectedGrid = {
  readonly cells: readonly (Cell & { readonly isHidden: boolean })[];
  /** Rows that were put together because no rectangle protects their cells. */
  readonly mergedRows: ReadonlySet<string>;
};

/** What must stay as it is where one cell becomes one more: of a rectangle that is turned the weights make up for each other. */
export type WeighCells = (mergedRows: ReadonlySet<string>) => (cell: Cell) => number;

const weightless: WeighCells = () => () => 0;

/**
 * Which cells to hide where all totals of rows and columns are told. Each hidden cell is a corner of a rectangle of hidden cells of
 * which two opposite ones can be one less, and the two others one more, without any total changing or a cell becoming empty: so no
 * system of all totals has one solution for it; nor does one of whatever else is told that the weights stand for. What is hidden of a row or a column has no small sum either. A row that no
 * rectangle protects is put together with others. Undefined where nothing helps.
 */
export function protectGrid(
  cells: readonly Cell[],
  threshold: number,
  others: string,
  weigh: WeighCells = weightless,
): ProtectedGrid | undefined {
  const mergedRows = new Set<string>();
  let now = cells;
  for (;;) {
    const found = hideCells(now, threshold, weigh(mergedRows));
    if ("hidden" in found) {
      return { cells: now.map((cell) => ({ ...cell, isHidden: found.hidden.has(cell) })), mergedRows };
    }
    const row = found.stuck === others ? smallestRow(now, others) : found.stuck;
    if (row === undefined) return undefined;
    const isFirst = !now.some((cell) => cell.row === others);
    mergedRows.add(row);
    // A row of others with one value in it would only be that value under another name.
    const partner = isFirst ? smallestRow(now, row) : undefined;
    if (isFirst && partner === undefined) return undefined;
    if (partner !== undefined) mergedRows.add(partner);
    now = mergeRows(now, new Set([row, partner ?? row]), others);
  }
}

function hideCells(
  cells: readonly Cell[],
  threshold: number,
  weightOf: (cell: Cell) => number,
): { readonly hidden: ReadonlySet<Cell> } | { readonly stuck: string } {
  const grid = indexCells(cells, weightOf);
  const hidden = new Set<Cell>();
  const waiting = cells.filter(({ count }) => count < threshold).sort((a, b) => a.count - b.count);
  for (;;) {
    for (const cell of waiting) {
      if (hidden.has(cell)) continue;
      const corners = cheapestRectangle(cell, grid, hidden);
      if (!corners) return { stuck: cell.row };
      for (const corner of corners) hidden.add(corner);
    }
    const next = [...grid.rows.values(), ...grid.columns.values()].flatMap((line) =>
      nextToHide(line, hidden, threshold),
    );
    if (next.length === 0) return { hidden };
    waiting.push(...next);
  }
}

type Grid = {
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
  readonly weights: ReadonlyMap<Cell, number>;
};

function indexCells(cells: readonly Cell[], weightOf: (cell: Cell) => number): Grid {
  const rows = new Map<string, Map<string, Cell>>();
  const columns = new Map<string, Map<string, Cell>>();
  const put = (index: Map<string, Map<string, Cell>>, line: string, at: string, cell: Cell): void => {
    const own = index.get(line) ?? new Map<string, Cell>();
    index.set(line, own);
    own.set(at, cell);
  };
  for (const cell of cells) {
    put(rows, cell.row, cell.column, cell);
    put(columns, cell.column, cell.row, cell);
  }
  return { rows, columns, weights: new Map(cells.map((cell) => [cell, weightOf(cell)])) };
}

/** Four cells with this one as a corner, such that hiding them costs least of what is still shown. */
function cheapestRectangle(
  cell: Cell,
  { rows, columns, weights }: Grid,
  hidden: ReadonlySet<Cell>,
): readonly Cell[] | undefined {
  const cost = (one: Cell): number => (hidden.has(one) ? 0 : one.count);
  const weight = (one: Cell): number => weights.get(one) ?? Number.NaN;
  let best: readonly Cell[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [column, beside] of rows.get(cell.row) ?? []) {
    if (column === cell.column || cost(beside) >= least) continue;
    for (const [row, below] of columns.get(cell.column) ?? []) {
      const across = row === cell.row ? undefined : rows.get(row)?.get(column);
      if (!across) continue;
      const price = cost(beside) + cost(below) + cost(across);
      if (price >= least || !canTurn(cell, across, beside, below)) continue;
      if (weight(cell) + weight(across) !== weight(beside) + weight(below)) continue;
      [best, least] = [[cell, beside, below, across], price];
    }
  }
  return best;
}

/** Whether two opposite corners can both be one less and stay above zero. */
const canTurn = (a: Cell, b: Cell, c: Cell, d: Cell): boolean =>
  (a.count > 1 && b.count > 1) || (c.count > 1 && d.count > 1);

/** Where what is hidden of a line has a small sum, the smallest cell of it that is still shown. */
function nextToHide(line: ReadonlyMap<string, Cell>, hidden: ReadonlySet<Cell>, threshold: number): readonly Cell[] {
  let [sum, any] = [0, false];
  let smallest: Cell | undefined;
  for (const cell of line.values()) {
    if (hidden.has(cell)) [sum, any] = [sum + cell.count, true];
    else if (!smallest || cell.count < smallest.count) smallest = cell;
  }
  return any && sum < threshold && smallest ? [smallest] : [];
}

function smallestRow(cells: readonly Cell[], except: string): string | undefined {
  const sums = new Map<string, number>();
  for (const { row, count } of cells) if (row !== except) sums.set(row, (sums.get(row) ?? 0) + count);
  const [smallest] = [...sums].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  // The last two rows are not put together: what is left would be the columns' totals.
  return sums.size > 1 ? smallest?.[0] : undefined;
}

function mergeRows(cells: readonly Cell[], rows: ReadonlySet<string>, others: string): readonly Cell[] {
  const merged = new Map<string, Cell>();
  const kept: Cell[] = [];
  for (const cell of cells) {
    if (cell.row !== others && !rows.has(cell.row)) kept.push(cell);
    else {
      const before = merged.get(cell.column)?.count ?? 0;
      merged.set(cell.column, { row: others, column: cell.column, count: before + cell.count });
    }
  }
  return [...kept, ...merged.values()];
}
