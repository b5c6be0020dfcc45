import type { Links } from "./links.ts";
import type { CountedTable } from "./table.ts";

/** Of a field of which everything has a value or more: each value by itself, and all of them as one list. */
export type SeveralParts = { readonly flags: ReadonlyMap<string, number>; readonly list: number };

/** The sortings that a table tells something of. */
export type Parts =
  | { readonly kind: "line"; readonly line: number }
  | { readonly kind: "grid"; readonly grid: number; readonly axes: readonly [number, number] }
  | { readonly kind: "flags"; readonly flags: ReadonlyMap<string, number> }
  | ({ readonly kind: "several" } & SeveralParts)
  | {
      readonly kind: "rows";
      readonly rows: ReadonlyMap<string, number>;
      readonly flags: ReadonlyMap<string, number>;
      readonly line: number;
    };

export type NoParts = "too-large" | "overlapping";

/** Finds them; or why the table is not told. */
export function partsOf({ by, of, multiple, covering = [] }: CountedTable, links: Links): Parts | NoParts {
  const [first = "", second] = by;
  if (second === undefined) {
    if (multiple.length === 0) return whole({ kind: "line", line: links.find("line", of, by) });
    const flags = findValues(links, of, [first], "flag");
    if (covering.length > 0) return whole({ kind: "several", flags, list: links.find("several", of, [first]) });
    return whole({ kind: "flags", flags });
  }
  const [overlapping, another] = multiple;
  // Of a field of which everything has a value, a row of each by a second field would say something of the others.
  if (another !== undefined || covering.length > 0) return "overlapping";
  if (overlapping === undefined) {
    const axes = [links.find("line", of, [first]), links.find("line", of, [second])] as const;
    return whole({ kind: "grid", grid: links.find("grid", of, by), axes: axes.includes(undefined) ? undefined : axes });
  }
  const single = overlapping === first ? second : first;
  return whole({
    kind: "rows",
    rows: findValues(links, of, [overlapping, single], "row"),
    flags: findValues(links, of, [overlapping], "flag"),
    line: links.find("line", of, [single]),
  });
}

function findValues(links: Links, of: CountedTable["of"], by: readonly string[], kind: "flag" | "row") {
  const values = links.valuesOf(of, by);
  if (!values) return undefined;
  const found = values.flatMap((value) => {
    const sorting = links.find(kind, of, by, value);
    return sorting === undefined ? [] : [[value, sorting] as const];
  });
  return found.length === values.length ? new Map(found) : undefined;
}

/** A part that is not there was too large to be looked at. */
const whole = (parts: { readonly [part: string]: unknown }): Parts | NoParts =>
  Object.values(parts).includes(undefined) ? "too-large" : (parts as Parts);

/** All sortings of some tables, each once, those by one field first. */
export function sortingsOf(parts: readonly Parts[]): {
  readonly lines: readonly number[];
  readonly flags: readonly number[];
  readonly rows: readonly number[];
  readonly grids: readonly Extract<Parts, { kind: "grid" }>[];
  readonly severals: readonly SeveralParts[];
} {
  const lines = new Set<number>();
  const flags = new Set<number>();
  const rows = new Set<number>();
  const severals: SeveralParts[] = [];
  const grids: Extract<Parts, { kind: "grid" }>[] = [];
  for (const part of parts) {
    if (part.kind === "line" || part.kind === "rows") lines.add(part.line);
    if (part.kind === "flags" || part.kind === "rows") for (const flag of part.flags.values()) flags.add(flag);
    if (part.kind === "rows") for (const row of part.rows.values()) rows.add(row);
    if (part.kind === "several") severals.push(part);
    if (part.kind !== "grid") continue;
    for (const axis of part.axes) lines.add(axis);
    grids.push(part);
  }
  return { lines: [...lines], flags: [...flags], rows: [...rows], grids, severals };
}
