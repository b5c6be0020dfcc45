import { open, rm, writeFile } from "node:fs/promises";

/** A report of rows, one a line: written as they come, so that memory stays flat. */
export type RowReport = {
  readonly place: string;
  readonly add: (fields: readonly (string | number)[]) => void;
  /** Writes what was added since; nothing where nothing was. */
  readonly write: () => Promise<void>;
  readonly isEmpty: () => boolean;
};

/** Opens the report at a place. A report that an earlier run left there is replaced. */
export function openRowReport(place: string, columns: string): RowReport {
  let waiting: string[] = [];
  let isBegun = false;
  let isEmpty = true;
  return {
    place,
    add: (fields) => {
      isEmpty = false;
      waiting.push(`${fields.join(",")}\n`);
    },
    isEmpty: () => isEmpty,
    write: async () => {
      if (!isBegun) await rm(place, { force: true });
      if (waiting.length === 0) return;
      if (!isBegun) await writeFile(place, `${columns}\n`, { mode: 0o600 });
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
