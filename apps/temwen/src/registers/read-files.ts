import { hash } from "node:crypto";
import {
  columnsOf,
  type DayColumn,
  type Fields,
  type Mapping,
  type SourceRow,
  type WrongFormat,
  watchDays,
} from "@temwen/registers";
import type { Digest } from "@temwen/vocabulary";
import { watchCodes } from "./code-lists.ts";
import { decodeRecord, splitFields } from "./fields-of-record.ts";
import { ImportFault } from "./import-fault.ts";
import { readRecords } from "./records.ts";
import type { RefusedRows } from "./refused-rows.ts";
import type { Spill } from "./spill.ts";

/** What reading all files gave, beside the rows in their heaps. */
export type ReadFiles = {
  readonly rows: number;
  readonly files: readonly { readonly name: string; readonly sha256: Digest }[];
  readonly lookup: ReadonlyMap<string, SourceRow>;
  /** Records that are not in the encoding which the mapping declares. */
  readonly wronglyEncoded: number;
  /** Rows of which a case can be made. */
  readonly taken: number;
  /** Columns of days that are written otherwise than the mapping says. */
  readonly wrongFormats: readonly WrongFormat[];
};

/** What a row is to its case. */
export const sources = ["cases", "allegations", "joined"] as const;
type Source = 0 | 1 | 2;

/** Which columns of a file are kept, in what order; `source` is a place in `sources`. */
export type Kept = {
  readonly source: Source;
  readonly file: string;
  readonly key: string;
  readonly fields: Fields;
  readonly columns: readonly string[];
};

/** A looked-up file has at most so many rows, for it is held in memory whole. */
const mostLookedUp = 250_000;

/** What is kept of the rows of each file, in the order of the sources. */
export function keptOf(mapping: Mapping): readonly Kept[] {
  const { case: opens, allegation } = mapping;
  const more = [allegation?.respondent, allegation?.lookup?.by].filter((one) => one !== undefined);
  const { join } = opens;
  const keep = (source: Source, { file, key, fields }: Keyed, others: readonly string[] = []): Kept => {
    return { source, file, key, fields, columns: columnsIn(fields, others) };
  };
  return [keep(0, opens), ...(allegation ? [keep(1, allegation, more)] : []), ...(join ? [keep(2, join)] : [])];
}

type Keyed = { readonly file: string; readonly key: string; readonly fields: Fields };

const columnsIn = (fields: Fields, more: readonly string[]): readonly string[] => [
  ...new Set([...Object.values(fields).flatMap(columnsOf), ...more]),
];

/**
 * Reads every file to its end, before anything is sent: what is wrong with a whole file is thrown (`ImportFault`), what is wrong with
 * a row goes to the refused ones, all others into heaps by their keys.
 */
export async function readFiles(
  mapping: Mapping,
  places: ReadonlyMap<string, string>,
  {
    spill,
    refused,
    onRows,
  }: { readonly spill: Spill; readonly refused: RefusedRows; readonly onRows: (rows: number) => void },
): Promise<ReadFiles> {
  const kept = keptOf(mapping);
  const { lookup: looked } = mapping.allegation ?? {};
  const lookup = new Map<string, SourceRow>();
  const files: { readonly name: string; readonly sha256: Digest }[] = [];
  const days: DayColumn[] = [];
  let [rows, wronglyEncoded, taken] = [0, 0, 0];
  for (const [name, file] of Object.entries(mapping.files)) {
    const takes = kept.filter((one) => one.file === name).map((one) => createTaker(one, spill));
    const makesCases = kept.some((one) => one.file === name && sources[one.source] !== "joined");
    if (looked?.file === name) takes.push(createLookupTaker(looked, lookup));
    days.push(...takes.flatMap((one) => one.days));
    const { encoding = "utf-8", separator = ",", columns } = file;
    const reader = await readRecords(places.get(name) ?? "", { name, separator });
    let header: ReadonlyMap<string, number> | undefined;
    for await (const records of reader.records) {
      for (const { line, bytes } of records) {
        if (!header) {
          header = readHeader(name, bytes, file);
          continue;
        }
        if (bytes.length === 0) continue;
        rows += 1;
        const text = decodeRecord(bytes, encoding);
        if (text === undefined) {
          wronglyEncoded += 1;
          refused.add({ file: name, line, code: "not-in-encoding" });
          continue;
        }
        const fields = splitFields(text, separator);
        if (!fields) refused.add({ file: name, line, code: "stray-quote" });
        else if (fields.length !== columns.length) refused.add({ file: name, line, code: "wrong-number-of-columns" });
        else {
          const at = header;
          const get = (column: string): string => fields[at.get(column) ?? -1] ?? "";
          const row = { line, digest: hash("sha256", bytes, "base64").slice(0, 22), get };
          const wrong = takes.map(({ check }) => check(row)).find((code) => code !== undefined);
          if (wrong) refused.add({ file: name, line, code: wrong });
          else {
            for (const { take } of takes) take(row);
            if (makesCases) taken += 1;
          }
        }
      }
      await spill.settle();
      onRows(rows);
    }
    if (!header) throw new ImportFault("empty-file", `${name}: the file has no first line`);
    files.push({ name, sha256: reader.digest() });
  }
  const wrongFormats = days.flatMap((one) => one.findWrongFormat() ?? []);
  return { rows, files, lookup, wronglyEncoded, taken, wrongFormats };
}

/** What one source takes of a row; `check` says first why it cannot. */
type Taker = {
  readonly check: (row: SourceRow) => string | undefined;
  readonly take: (row: SourceRow) => void;
  readonly days: readonly DayColumn[];
};

function createTaker({ source, key, fields, columns }: Kept, spill: Spill): Taker {
  const { days, watch } = watchColumns(fields);
  return {
    days,
    check: (row) => (row.get(key).trim() === "" ? "no-key" : undefined),
    take: (row) => {
      watch(row);
      const { line, digest, get } = row;
      spill.put([source, line, digest, get(key).trim(), ...columns.map(get)]);
    },
  };
}

type Lookup = NonNullable<NonNullable<Mapping["allegation"]>["lookup"]>;

function createLookupTaker({ file, key, fields }: Lookup, lookup: Map<string, SourceRow>): Taker {
  const columns = columnsIn(fields, []);
  const { days, watch } = watchColumns(fields);
  return {
    days,
    check: (row) => {
      const known = row.get(key).trim();
      if (known === "") return "no-key";
      return lookup.has(known) ? "key-twice" : undefined;
    },
    take: (row) => {
      watch(row);
      const { line, digest, get } = row;
      if (lookup.size >= mostLookedUp) {
        throw new ImportFault("lookup-too-large", `${file}: more than ${mostLookedUp} rows to look up in`);
      }
      const values = new Map(columns.map((column) => [column, get(column)]));
      lookup.set(get(key).trim(), { line, digest, get: (column) => values.get(column) ?? "" });
    },
  };
}

/** What tells that a mapping is not of this file shows in whole columns, and is found before anything is sent. */
function watchColumns(fields: Fields): {
  readonly days: readonly DayColumn[];
  readonly watch: (row: SourceRow) => void;
} {
  const dates = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "date" ? [{ column: field.column, days: watchDays(name, field) }] : [],
  );
  const codes = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "code" ? [{ column: field.column, watch: watchCodes(name, field) }] : [],
  );
  return {
    days: dates.map(({ days }) => days),
    watch: ({ get }) => {
      for (const { column, days } of dates) days.see(get(column));
      for (const { column, watch } of codes) watch(get(column));
    },
  };
}

function readHeader(name: string, bytes: Buffer, file: Mapping["files"][string]): ReadonlyMap<string, number> {
  const { encoding = "utf-8", separator = ",", columns } = file;
  const text = decodeRecord(bytes, encoding);
  if (text === undefined) {
    throw new ImportFault("wrong-encoding", `${name}: the first line is not ${encoding}, as the mapping says`);
  }
  const found = splitFields(text, separator)?.map((column) => column.trim()) ?? [text];
  const missing = columns.filter((column) => !found.includes(column));
  const unknown = found.filter((column) => !columns.includes(column));
  if (missing.length > 0 || unknown.length > 0 || found.length !== columns.length) {
    throw new ImportFault(
      "wrong-columns",
      `${name}: the first line has other columns than the mapping says` +
        `${missing.length > 0 ? `; missing: ${list(missing)}` : ""}${unknown.length > 0 ? `; not declared: ${list(unknown)}` : ""}` +
        `${missing.length + unknown.length === 0 ? "; one stands there twice" : ""}`,
    );
  }
  return new Map(found.map((column, at) => [column, at]));
}

const list = (columns: readonly string[]): string =>
  columns
    .slice(0, 8)
    .map((column) => `"${column.slice(0, 60)}"`)
    .join(", ") + (columns.length > 8 ? ", …" : "");
