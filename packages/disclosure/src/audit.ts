/** A count that is hidden. */
export type Unknown = {
  readonly sorting: number;
  readonly count: number;
  /** Of its equations (`Balance`). */
  readonly weight: number;
  /** Of a grid: where it stands. */
  readonly row?: string;
  readonly column?: string;
  /** Nobody needs to be kept from it: it stands in no table, and what it gives beside the total is no small count. */
  readonly isSpare?: true;
};

/** A case with so many allegations, and what all of it weighs in each cell that it stands in. */
export type WeighedThing = { readonly allegations: number; readonly weights: readonly number[] };

/** More kinds of hidden cells than are tried against each other: what no simple change protects counts as given back. */
const mostKinds = 600;

/**
 * Whether no hidden count, and no small sum of hidden ones, can be calculated from what is told. For each a change is looked for that leaves
 * every equation as it is and every hidden count at one or more: one thing moved between two cells that are in the same
 * equations, a rectangle turned in a grid, two things moved in such a way that one makes up for the other, or one thing in the place of another
 * in all sortings at once. Where one is found the count could be otherwise, whoever calculates; where none is found it counts as given back.
 */
export function isKept(
  unknowns: readonly Unknown[],
  smallGroups: readonly (readonly Unknown[])[],
  things: () => readonly WeighedThing[] = () => [],
): boolean {
  const inGrids = unknowns.filter(({ row }) => row !== undefined);
  const inLines = unknowns.filter(({ row }) => row === undefined);
  const kinds = sortByWeight(inLines);
  const needy = new Map<number, Unknown>();
  for (const [weight, alike] of kinds) {
    for (const one of alike)
      if (!one.isSpare && !canSwap(one, alike)) needy.set(weight, smaller(one, needy.get(weight)));
  }
  if (needy.size + smallGroups.length > 0 && kinds.size > mostKinds) return false;
  const all = sortByWeight(unknowns);
  let exchanges: readonly Exchange[] | undefined;
  const canChange = (group: readonly Unknown[]): boolean => {
    if (canMakeUp(group, kinds)) return true;
    exchanges ??= exchangesOf(things(), all);
    return exchanges.some((one) => doesChange(one, group));
  };
  return [...needy.values()].every((one) => canChange([one])) && smallGroups.every(canChange) && canAllTurn(inGrids);
}

function sortByWeight(unknowns: readonly Unknown[]): ReadonlyMap<number, readonly Unknown[]> {
  const kinds = new Map<number, Unknown[]>();
  for (const one of unknowns) {
    const alike = kinds.get(one.weight) ?? [];
    kinds.set(one.weight, alike);
    alike.push(one);
  }
  return kinds;
}

const smaller = (one: Unknown, other: Unknown | undefined): Unknown =>
  other && other.count <= one.count ? other : one;

/** Whether one of the two can give one to the other and keep one. */
const canSwap = (one: Unknown, alike: readonly Unknown[]): boolean =>
  alike.some((other) => other !== one && (one.count > 1 || other.count > 1));

/**
 * Whether the sum of these can change: one of them and another cell become one less, and two cells that are not among them one more, or
 * the other way round, so that every equation holds.
 */
function canMakeUp(group: readonly Unknown[], kinds: ReadonlyMap<number, readonly Unknown[]>): boolean {
  const inside = new Set(group.map(({ weight }) => weight));
  for (const one of group) {
    for (const [beside, alike] of kinds) {
      for (const [against, others] of kinds) {
        const last = one.weight + beside - against;
        const rest = inside.has(against) || inside.has(last) ? undefined : kinds.get(last);
        if (!rest) continue;
        if (canGive([one], alike) || canGive(others, rest)) return true;
      }
    }
  }
  return false;
}

/**
 * By weight: how many more there are where one thing stands as another does. Every sum stays known as it is, for it holds with either; but how many
 * values things have together is no such sum.
 */
type Exchange = ReadonlyMap<number, number>;

/** So many things of each kind are tried in the place of each other. */
const mostThings = 300;

/** Every way in which one thing may stand as another: all that changes is hidden, and no count of it becomes none. */
function exchangesOf(
  things: readonly WeighedThing[],
  all: ReadonlyMap<number, readonly Unknown[]>,
): readonly Exchange[] {
  const some = things.slice(0, mostThings);
  return some.flatMap((one) =>
    some.flatMap((other) => {
      if (one === other || one.allegations !== other.allegations) return [];
      const more = new Map<number, number>();
      for (const weight of one.weights) more.set(weight, (more.get(weight) ?? 0) - 1);
      for (const weight of other.weights) more.set(weight, (more.get(weight) ?? 0) + 1);
      const changed = [...more].filter(([, count]) => count !== 0);
      return changed.every(([weight, count]) => canBe(all.get(weight), count)) ? [new Map(changed)] : [];
    }),
  );
}

/** Whether hidden cells that are alike can be so many more or less together. */
const canBe = (alike: readonly Unknown[] = [], more: number): boolean =>
  alike.length > 0 && alike.reduce((sum, { count }) => sum + count - 1, 0) >= -more;

/** Whether the sum of these becomes another one: what is one more or less is taken to be one of them. */
function doesChange(exchange: Exchange, group: readonly Unknown[]): boolean {
  let sum = 0;
  for (const [weight, own] of Map.groupBy(group, (one) => one.weight)) {
    const more = exchange.get(weight) ?? 0;
    // What becomes less may be a cell beside the group, where none of it can.
    if (more > 0 || canBe(own, more)) sum += more;
  }
  return sum !== 0;
}

/** Whether one of each can be one less and stay at one or more; one cell of both, two less. */
const canGive = (some: readonly Unknown[], others: readonly Unknown[]): boolean =>
  some.some((one) => one.count > 1 && others.some((other) => other.count > (other === one ? 2 : 1)));

/** Whether each is the corner of a rectangle of hidden cells that can be turned without breaking an equation. */
function canAllTurn(unknowns: readonly Unknown[]): boolean {
  const rows = new Map<string, Unknown[]>();
  const columns = new Map<string, Unknown[]>();
  const at = new Map<string, Unknown>();
  const put = (index: Map<string, Unknown[]>, line: string, one: Unknown): void => {
    const all = index.get(line) ?? [];
    index.set(line, all);
    all.push(one);
  };
  for (const one of unknowns) {
    put(rows, `${one.sorting} ${one.row}`, one);
    put(columns, `${one.sorting} ${one.column}`, one);
    at.set(JSON.stringify([one.sorting, one.row, one.column]), one);
  }
  return unknowns.every((one) =>
    rows.get(`${one.sorting} ${one.row}`)?.some((beside) => {
      if (beside === one) return false;
      return columns.get(`${one.sorting} ${one.column}`)?.some((below) => {
        const across = at.get(JSON.stringify([one.sorting, below.row, beside.column]));
        if (below === one || !across) return false;
        if (one.weight - beside.weight !== below.weight - across.weight) return false;
        return (one.count > 1 && across.count > 1) || (beside.count > 1 && below.count > 1);
      });
    }),
  );
}
