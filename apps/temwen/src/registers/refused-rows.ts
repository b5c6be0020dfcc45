import { open, rm, writeFile } from "node:fs/promises";

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

/** Opens the report at a place. A report that an earlier run left there is replaced. */
export function openRefusedRows(place: string): RefusedRows {
  const counts: { [code: string]: number } = {};
  const first = new Map<string, RefusedRow[]>();
  let waiting: string[] = [];
  let isBegun = false;
  return {
    add: ({ file, line, code }) => {
      counts[code] = (counts[code] ?? 0) + 1;
      const named = first.get(code) ?? [];
      if (named.length < mostNamed) first.set(code, [...named, { file, line, code }]);
      waiting.push(`${file},${line},${code}\n`);
    },
    counts: () => counts,
    total: () => Object.values(counts).reduce((sum, count) => sum + count, 0),
    first: (code) => first.get(code) ?? [],
    write: async () => {
      if (!isBegun) await rm(place, { force: true });
      if (waiting.length === 0) return;
      if (!isBegun) await writeFile(place, "file,line,reason\n", { mode: 0o600 });
      isBegun = true;
      const handle = await open(place, "a");
      try {
        await handle.write(waiting.join(""));
      } finally {
        await handle.close();
      }
      waiting = [];
    },
  };
}
