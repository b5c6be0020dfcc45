// A tenth of the rows of each register is taken away or coded otherwise, by lot: figures equal a count that was written apart from ours.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { parseCsv } from "../support/csv.ts";
import { startOffice, type TestOffice } from "../support/office.ts";
import { needsOutside, readOutsideText } from "../support/outside-data.ts";
import { countsOf, figuresOf, importAs, mappingOf } from "../support/registers.ts";

type Row = { readonly [column: string]: string };
type Rows = readonly Row[];

/** A table, and how somebody who never saw our code would sort a case row and an allegation row into it. */
type Recount = {
  readonly by: string;
  readonly of: "cases" | "allegations";
  readonly value: (theCase: Row | undefined, allegation: Row) => string;
};
type Register = {
  readonly files: { readonly [name: string]: string };
  readonly key: string;
  readonly cases: string;
  readonly allegations: string;
  /** By file, the columns that are coded otherwise. */
  readonly recoded: { readonly [name: string]: readonly string[] };
  readonly days?: readonly [from: string, to: string];
  readonly tables: readonly Recount[];
};

const said = (text: string | undefined): string =>
  text === undefined || text.trim() === "" ? "(missing)" : text.trim();
const year = (text: string | undefined): string => said(text).replace(/^(\d{4}).*$/, "$1");
const beatToDistrict = (text: string | undefined): string =>
  said(text) === "(missing)" ? "(missing)" : said(text).slice(0, 2);

const registers: { readonly [name: string]: Register } = {
  "chicago-cpdp": {
    files: {
      complaints: "data/chicago_cpdp/complaints.csv.gz",
      allegations: "data/chicago_cpdp/allegations.csv.gz",
      personnel: "data/chicago_cpdp/personnel.csv.gz",
    },
    key: "cr_id",
    cases: "complaints",
    allegations: "allegations",
    recoded: {
      complaints: ["beat", "closed_date", "complaint_date"],
      allegations: ["final_finding", "complaint_code"],
    },
    days: ["complaint_date", "closed_date"],
    tables: [
      { by: "received:year", of: "cases", value: (theCase) => year(theCase?.complaint_date) },
      { by: "district", of: "cases", value: (theCase) => beatToDistrict(theCase?.beat) },
      { by: "final-finding", of: "allegations", value: (_, one) => said(one.final_finding) },
      {
        by: "received:year,category-code",
        of: "allegations",
        value: (theCase, one) => `${year(theCase?.complaint_date)}|${said(one.complaint_code)}`,
      },
    ],
  },
  "chicago-clear-2020": {
    files: {
      complaints: "data/chicago_clear/complaints_snapshot2020.csv.gz",
      categories: "data/chicago_clear/categories_snapshot2022.csv.gz",
    },
    key: "cr_id",
    cases: "complaints",
    allegations: "categories",
    recoded: { complaints: ["current_status", "closed_date"], categories: ["category"] },
    days: ["complaint_date", "closed_date"],
    tables: [
      { by: "status", of: "cases", value: (theCase) => said(theCase?.current_status) },
      { by: "closed:year", of: "cases", value: (theCase) => year(theCase?.closed_date) },
      { by: "category", of: "allegations", value: (_, one) => said(one.category) },
    ],
  },
  "chicago-clear-2018": {
    files: { allegations: "data/chicago_clear/allegations_snapshot2018.csv.gz" },
    key: "cr_id",
    cases: "allegations",
    allegations: "allegations",
    recoded: { allegations: ["rank", "finding"] },
    tables: [
      { by: "rank", of: "allegations", value: (_, one) => said(one.rank) },
      { by: "rank,finding", of: "allegations", value: (_, one) => `${said(one.rank)}|${said(one.finding)}` },
    ],
  },
  "philly-cap": {
    files: { complaints: "data/philly_cap/complaints.csv.gz", findings: "data/philly_cap/findings.csv.gz" },
    key: "complaint_id",
    cases: "complaints",
    allegations: "findings",
    recoded: { complaints: ["general_cap_classification", "district_occurrence"], findings: ["investigative_finding"] },
    tables: [
      { by: "classification", of: "cases", value: (theCase) => said(theCase?.general_cap_classification) },
      { by: "received:year", of: "cases", value: (theCase) => year(theCase?.date_received) },
      { by: "investigative-finding", of: "allegations", value: (_, one) => said(one.investigative_finding) },
    ],
  },
  "indianapolis-impd": {
    files: { complaints: "data/indianapolis_impd/complaints_snapshot_2019-12.csv.gz" },
    key: "incident_no",
    cases: "complaints",
    allegations: "complaints",
    recoded: { complaints: ["finding", "district"] },
    tables: [
      { by: "finding", of: "allegations", value: (_, one) => said(one.finding) },
      {
        by: "district",
        of: "allegations",
        value: (_, one) => said(one.district).replace(/^(?!\(missing\)).*$/s, (text) => text.toUpperCase()),
      },
    ],
  },
};

const outside = needsOutside(Object.values(registers).flatMap(({ files }) => Object.values(files)));
const seed = Number(process.env.TEMWEN_SEED ?? Date.now() % 1_000_000_007);

let office: TestOffice;
let folder = "";
before(async () => {
  if (outside.skip !== false) return;
  folder = await mkdtemp(join(tmpdir(), "temwen-bent-"));
  office = await startOffice();
});
after(async () => {
  await office?.[Symbol.asyncDispose]();
  if (folder !== "") await rm(folder, { recursive: true, force: true });
});

/** Mulberry32: lots that a seed gives again. */
function createLots(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One row in twenty goes; of another the codes are those of some other row, or of none that anybody knows. */
function bend(rows: Rows, columns: readonly string[], lot: () => number): Rows {
  return rows.flatMap((row) => {
    const drawn = lot();
    if (drawn < 0.05) return [];
    if (drawn > 0.1 || columns.length === 0) return [row];
    const another = rows[Math.floor(lot() * rows.length)] ?? row;
    const isUnknown = lot() < 0.2;
    const changed = columns.map((column) => {
      const isDate = column.includes("date");
      return [column, isUnknown && !isDate ? "NOBODY KNOWS" : (another[column] ?? "")];
    });
    return [{ ...row, ...Object.fromEntries(changed) }];
  });
}

const spell = (rows: Rows, columns: readonly string[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(","))
    .join("\r\n");

for (const [name, register] of Object.entries(registers)) {
  test(`${name}, bent by lot, gives the figures of a recount`, outside, async (context) => {
    context.diagnostic(`TEMWEN_SEED=${seed}`);
    const lot = createLots(seed);
    const bent: { [file: string]: Rows } = {};
    const places: { [file: string]: string } = {};
    for (const [file, place] of Object.entries(register.files)) {
      const rows = parseCsv(await readOutsideText(place));
      const now = bend(rows, register.recoded[file] ?? [], lot);
      bent[file] = now;
      places[file] = join(folder, `${name}-${file}.csv.gz`);
      await writeFile(places[file], gzipSync(spell(now, Object.keys(rows[0] ?? {})), { level: 1 }));
    }
    const mapping = JSON.parse(await readFile(mappingOf(name), "utf8"));
    const place = join(folder, `${name}.json`);
    await writeFile(place, JSON.stringify({ ...mapping, register: `bent-${name}` }));
    const report = join(folder, `${name}-refused.csv`);
    const done = await importAs(office, place, places, report);
    assert.deepEqual([done.refused, done.rows], [0, Object.values(bent).reduce((sum, rows) => sum + rows.length, 0)]);

    const told = await figuresOf(
      office,
      `bent-${name}`,
      register.tables.map(({ by }) => by),
      ["--no-suppression", ...(register.cases === register.allegations ? ["--of", "allegations"] : [])],
    );
    const recount = countAgain(register, bent);
    assert.deepEqual([told.cases, told.allegations], [recount.cases, recount.allegations], "cases and allegations");
    for (const { by } of register.tables) assert.deepEqual(countsOf(told, by), recount.tables[by], by);
    if (register.days) assert.deepEqual(told.durations["received-to-closed"], recount.days);
  });
}

/** The same by sorting and adding, of nothing that the product is made of. */
function countAgain({ key, cases, allegations, tables, days }: Register, files: { readonly [file: string]: Rows }) {
  const opened = new Map<string, Row>();
  for (const row of files[cases] ?? []) if (!opened.has(row[key] ?? "")) opened.set(row[key] ?? "", row);
  const accused = files[allegations] ?? [];
  const keys = new Set([...opened.keys(), ...accused.map((row) => row[key] ?? "")]);
  const counted = tables.map(({ by, of, value }) => {
    const counts: { [value: string]: number } = {};
    const put = (cell: string): void => {
      counts[cell] = (counts[cell] ?? 0) + 1;
    };
    if (of === "cases") for (const one of keys) put(value(opened.get(one), {}));
    else for (const row of accused) put(value(opened.get(row[key] ?? ""), row));
    return [by, counts] as const;
  });
  const [from, to] = days ?? [];
  const lengths = [...opened.values()].flatMap((row) => {
    const [start, end] = [Date.parse(row[from ?? ""] ?? ""), Date.parse(row[to ?? ""] ?? "")];
    const length = Math.round((end - start) / 86_400_000);
    return length >= 0 ? [length] : [];
  });
  return {
    cases: keys.size,
    allegations: accused.length,
    tables: Object.fromEntries(counted),
    days: lengths.length === 0 ? undefined : describeLengths(lengths.sort((a, b) => a - b)),
  };
}

function describeLengths(sorted: readonly number[]) {
  const n = sorted.length;
  const sum = sorted.reduce((all, one) => all + one, 0);
  const middle = n % 2 === 1 ? sorted[(n - 1) / 2] : ((sorted[n / 2 - 1] ?? 0) + (sorted[n / 2] ?? 0)) / 2;
  return {
    n,
    mean: Number((sum / n).toFixed(4)),
    median: middle,
    p90: sorted[Math.ceil(0.9 * n) - 1],
    max: sorted[n - 1],
    min: sorted[0],
    zero: sorted.filter((one) => one === 0).length,
    sum,
  };
}
