import { openRowReport } from "./row-report.ts";

/** A row that was left out, and why. */
export type RefusedRow = { readonly file: string; readonly line: number; readonly code: string };

/** The rows that an import leaves out: written to a report as they come, counted by reason. */
export type RefusedRows = {
  readonly add: (row: RefusedRow) => void;
  readonly counts: () => { readonly [code: string]: number };
  readonly total: () => number;
  /** The first lines of one reason. */
  readonly first: (code: string) => readonly RefusedRow[];
  /** Writes what was added since; nothing where nothing was left out. */
  readonly write: () => Promise<void>;
};

const mostNamed = 5;

/** Opens the report at a place. */
export function openRefusedRows(place: string): RefusedRows {
  const counts: { [code: string]: number } = {};
  const first = new Map<string, RefusedRow[]>();
  const report = openRowReport(place, "file,line,reason");
  return {
    add: ({ file, line, code }) => {
      counts[code] = (counts[code] ?? 0) + 1;
      const named = first.get(code) ?? [];
      if (named.length < mostNamed) first.set(code, [...named, { file, line, code }]);
      report.add([file, line, code]);
    },
    counts: () => counts,
    total: () => Object.values(counts).reduce((sum, count) => sum + count, 0),
    first: (code) => first.get(code) ?? [],
    write: report.write,
  };
}
