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

/** What a row is counted with: the row that opens its case, all rows that accuse in it, and whether one like it came before. */
type Around = { readonly theCase: Row | undefined; readonly accused: Rows; readonly isAgain: boolean };

/** A table, and how somebody who never saw our code would sort a row into it; of a thing with several values all of them. */
type Recount = {
  readonly by: string;
  readonly of: "cases" | "allegations";
  readonly value: (one: Row, around: Around) => string | readonly string[];
};
type Of<Value> = { readonly of: "cases" | "allegations"; readonly value: (row: Row) => Value | undefined };
type Register = {
  readonly files: { readonly [name: string]: string };
  readonly key: string;
  readonly cases: string;
  readonly allegations: string;
  /** By file, the columns that are coded otherwise: every one that a figure is counted by. */
  readonly recoded: { readonly [name: string]: readonly string[] };
  readonly days?: readonly [from: string, to: string];
  readonly tables: readonly Recount[];
  readonly numbers?: { readonly [name: string]: Of<number> };
  readonly distinct?: { readonly [name: string]: Of<string> };
  readonly shares?: { readonly [name: string]: (accused: Rows) => number };
  readonly hasRespondents?: true;
  /** Of the rows of one case, whether a later one says of it what the first does not. */
  readonly differ?: (rows: Rows) => boolean;
};

const said = (text: string | undefined): string =>
  text === undefined || text.trim() === "" ? "(missing)" : text.trim();
const isSaid = (text: string | undefined): boolean => said(text) !== "(missing)";
const upper = (text: string | undefined): string => (isSaid(text) ? said(text).toUpperCase() : "(missing)");
const beatToDistrict = (text: string | undefined): string => (isSaid(text) ? said(text).slice(0, 2) : "(missing)");

/** In milliseconds; undefined where there is no such day, however well it is written. */
function dayOf(text: string | undefined): number | undefined {
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : at;
}
const cutDay = (text: string | undefined, length: number): string =>
  dayOf(text) === undefined ? "(missing)" : (text ?? "").slice(0, length);
const year = (text: string | undefined): string => cutDay(text, 4);
const daysFrom = (from: string | undefined, to: string | undefined): number =>
  Math.round(((dayOf(to) ?? Number.NaN) - (dayOf(from) ?? Number.NaN)) / 86_400_000);
const whole = (text: string | undefined): number | undefined =>
  /^-?\d+(\.0+)?$/.test(text ?? "") ? Number.parseInt(text ?? "", 10) : undefined;

/** A table by one column of the row that opens a case, or of the row that accuses. */
const ofCase = (by: string, column: string, cut: (text: string | undefined) => string = said): Recount => ({
  ...{ by, of: "cases", value: (_, { theCase }) => cut(theCase?.[column]) },
});
const ofAllegation = (by: string, column: string, cut: (text: string | undefined) => string = said): Recount => ({
  ...{ by, of: "allegations", value: (one) => cut(one[column]) },
});
const hasAllegations: Recount = {
  ...{ by: "has-allegations", of: "cases", value: (_, { accused }) => (accused.length > 0 ? "yes" : "no") },
};
const namesSomebody = (one: Row): string => (isSaid(one.respondent) ? "yes" : "no");

/** Flags of a day: wanted and not there, or there and none. */
function flagsOfDay(name: string, text: string | undefined, isWanted: boolean): readonly string[] {
  if (dayOf(text) !== undefined) return [];
  if (isSaid(text)) return [`no-date-${name}`];
  return isWanted ? [`missing-${name}`] : [];
}

/** What is odd about a complaint of Chicago. */
const flagsInChicago: Recount["value"] = (_, { theCase }) =>
  theCase
    ? [
        ...flagsOfDay("incident", theCase.incident_date, true),
        ...flagsOfDay("received", theCase.complaint_date, true),
        ...flagsOfDay("closed", theCase.closed_date, false),
        ...(daysFrom(theCase.complaint_date, theCase.closed_date) < 0 ? ["closed-before-received"] : []),
        ...(daysFrom(theCase.incident_date, theCase.complaint_date) < 0 ? ["incident-after-received"] : []),
      ]
    : ["no-case-row"];

function statusGroup(text: string | undefined): string {
  if (/^(CLOSED|FINAL|ADMINISTRATIVELY)|^CLOSE HOLD$/.test(said(text))) return "closed";
  if (/^(EXPUNGED|DELETED)$/.test(said(text))) return "removed";
  return isSaid(text) ? "open" : "(missing)";
}

function sustained(accused: Rows): number {
  const count = (codes: readonly string[]): number =>
    accused.filter((one) => codes.includes(said(one.final_finding))).length;
  return Number((count(["SU"]) / count(["SU", "NS", "UN", "EX", "NAF"])).toFixed(6));
}

/** Philadelphia's findings, by whether anybody is named. */
const byWhoIsNamed = (by: string, column: string): Recount => ({
  by: `has-respondent,${by}`,
  of: "allegations",
  value: (one) => `${namesSomebody(one)}|${said(one[column]) === "#VALUE!" ? "(missing)" : said(one[column])}`,
});

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
      complaints: ["incident_date", "complaint_date", "closed_date", "beat"],
      allegations: [
        ...["respondent", "complaint_code", "complaint_category", "recommended_finding", "final_finding"],
        "final_outcome",
      ],
    },
    days: ["complaint_date", "closed_date"],
    tables: [
      ofCase("received:year", "complaint_date", year),
      ofCase("incident:year", "incident_date", year),
      ofCase("closed:year", "closed_date", year),
      ofCase("district", "beat", beatToDistrict),
      hasAllegations,
      { by: "flag", of: "cases", value: flagsInChicago },
      ofAllegation("final-finding", "final_finding"),
      ofAllegation("family", "complaint_category", (text) => said(text?.split(":")[0])),
      ofAllegation("final-outcome", "final_outcome", upper),
      {
        by: "recommended-finding,final-finding",
        of: "allegations",
        value: (one) => `${said(one.recommended_finding)}|${said(one.final_finding)}`,
      },
      {
        by: "received:year,category-code",
        of: "allegations",
        value: (one, { theCase }) => `${year(theCase?.complaint_date)}|${said(one.complaint_code)}`,
      },
    ],
    shares: { sustained },
    hasRespondents: true,
  },
  "chicago-clear-2020": {
    files: {
      complaints: "data/chicago_clear/complaints_snapshot2020.csv.gz",
      categories: "data/chicago_clear/categories_snapshot2022.csv.gz",
    },
    key: "cr_id",
    cases: "complaints",
    allegations: "categories",
    recoded: {
      complaints: [
        ...["incident_date", "complaint_date", "closed_date", "current_status", "beat", "location_type"],
        ...["investigating_agency", "complainant_type"],
      ],
      categories: [
        ...["complaint_date", "closed_date", "current_status", "category", "case_type", "official_days_to_closure"],
      ],
    },
    days: ["complaint_date", "closed_date"],
    tables: [
      ofCase("received:year", "complaint_date", year),
      ofCase("received:month", "complaint_date", (text) => cutDay(text, 7)),
      ofCase("incident:year", "incident_date", year),
      ofCase("closed:year", "closed_date", year),
      ofCase("status", "current_status"),
      ofCase("status-group", "current_status", statusGroup),
      ofCase("agency", "investigating_agency"),
      ofCase("complainant-type", "complainant_type"),
      ofCase("location", "location_type"),
      ofCase("district", "beat", beatToDistrict),
      hasAllegations,
      {
        by: "status,later-status",
        of: "cases",
        value: (_, { theCase, accused }) => `${said(theCase?.current_status)}|${said(accused[0]?.current_status)}`,
      },
      {
        by: "flag",
        of: "cases",
        value: (one, around) => [
          ...flagsInChicago(one, around),
          ...(saysLaterStatusOtherwise(around.accused) ? ["case-fields-differ"] : []),
        ],
      },
      ofAllegation("category", "category"),
      ofAllegation("case-type", "case_type"),
      {
        by: "official-days-agree",
        of: "allegations",
        value: ({ complaint_date, closed_date, official_days_to_closure }) => {
          const [days, official] = [daysFrom(complaint_date, closed_date), whole(official_days_to_closure)];
          if (Number.isNaN(days) || official === undefined) return "(missing)";
          return days === official ? "same" : "differs";
        },
      },
    ],
    numbers: { "official-days": { of: "allegations", value: (row) => whole(row.official_days_to_closure) } },
    differ: (rows) => saysLaterStatusOtherwise(rows),
  },
  "chicago-clear-2018": {
    files: { allegations: "data/chicago_clear/allegations_snapshot2018.csv.gz" },
    key: "cr_id",
    cases: "allegations",
    allegations: "allegations",
    recoded: {
      allegations: [
        ...["accusation_id", "respondent", "allegation_code", "investigator_code", "unit", "rank", "finding"],
        ...["penalty", "penalty_days"],
      ],
    },
    tables: [
      ofAllegation("rank", "rank"),
      ofAllegation("unit", "unit"),
      ofAllegation("finding", "finding"),
      ofAllegation("penalty", "penalty"),
      {
        by: "category-changed",
        of: "allegations",
        value: (one) => (one.allegation_code?.trim() === one.investigator_code?.trim() ? "same" : "differs"),
      },
      { by: "rank,finding", of: "allegations", value: (one) => `${said(one.rank)}|${said(one.finding)}` },
      {
        by: "flag",
        of: "allegations",
        value: (one, { isAgain }) => [
          ...(isSaid(one.penalty_days) && whole(one.penalty_days) === undefined ? ["no-number-penalty-days"] : []),
          ...(isAgain ? ["duplicate-row"] : []),
        ],
      },
    ],
    numbers: { "penalty-days": { of: "allegations", value: (row) => whole(row.penalty_days) } },
    distinct: { accusation: { of: "allegations", value: (row) => row.accusation_id } },
    hasRespondents: true,
  },
  "philly-cap": {
    files: { complaints: "data/philly_cap/complaints.csv.gz", findings: "data/philly_cap/findings.csv.gz" },
    key: "complaint_id",
    cases: "complaints",
    allegations: "findings",
    recoded: {
      complaints: ["date_received", "district_occurrence", "general_cap_classification", "summary"],
      findings: ["respondent", "allegation", "investigative_finding", "disciplinary_finding"],
    },
    tables: [
      ofCase("classification", "general_cap_classification"),
      ofCase("received:year", "date_received", year),
      ofCase("district", "district_occurrence"),
      {
        by: "district,classification",
        of: "cases",
        value: (_, { theCase }) => `${said(theCase?.district_occurrence)}|${said(theCase?.general_cap_classification)}`,
      },
      {
        by: "summary-present",
        of: "cases",
        value: (_, { theCase }) => {
          if (!theCase) return "(missing)";
          return isSaid(theCase.summary) ? "yes" : "no";
        },
      },
      ofAllegation("investigative-finding", "investigative_finding"),
      { by: "has-respondent", of: "allegations", value: namesSomebody },
      byWhoIsNamed("investigative-finding", "investigative_finding"),
      byWhoIsNamed("disciplinary-finding", "disciplinary_finding"),
      byWhoIsNamed("allegation", "allegation"),
    ],
    numbers: {
      "summary-words": {
        of: "cases",
        value: ({ summary }) => (isSaid(summary) ? summary?.trim().split(/\s+/).length : undefined),
      },
    },
    distinct: { summary: { of: "cases", value: ({ summary }) => summary } },
    hasRespondents: true,
  },
  "indianapolis-impd": {
    files: { complaints: "data/indianapolis_impd/complaints_snapshot_2019-12.csv.gz" },
    key: "incident_no",
    cases: "complaints",
    allegations: "complaints",
    recoded: {
      complaints: [
        ...["occurred_date", "source_channel", "service_type", "division", "district", "allegation_class", "finding"],
        "respondent",
      ],
    },
    tables: [
      ofAllegation("finding", "finding"),
      ofAllegation("allegation-class", "allegation_class"),
      ofAllegation("channel", "source_channel"),
      ofAllegation("service-type", "service_type"),
      ofAllegation("occurred:year", "occurred_date", year),
      ofAllegation("division", "division"),
      ofAllegation("district", "district", upper),
      { by: "has-respondent", of: "allegations", value: namesSomebody },
      {
        by: "flag",
        of: "allegations",
        value: (one, { isAgain }) => [
          ...flagsOfDay("occurred", one.occurred_date, true),
          ...(isAgain ? ["duplicate-row"] : []),
        ],
      },
    ],
    hasRespondents: true,
    differ: ([first, ...others]) =>
      others.some((one) => dayOf(one.occurred_date) !== undefined && one.occurred_date !== first?.occurred_date),
  },
};

/** Of a case with several categories the first says the later state. */
function saysLaterStatusOtherwise([first, ...others]: Rows): boolean {
  return others.some((one) => isSaid(one.current_status) && said(one.current_status) !== said(first?.current_status));
}

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

/** A day that is none, in a form that could be one. */
const noDay = "2021-02-30";

/** One row in twenty goes; of another each code is that of some other row, or one that nobody knows, and each day may be none. */
function bend(rows: Rows, columns: readonly string[], lot: () => number): Rows {
  return rows.flatMap((row) => {
    const drawn = lot();
    if (drawn < 0.05) return [];
    if (drawn > 0.1 || columns.length === 0) return [row];
    const changed = columns.map((column) => {
      const another = rows[Math.floor(lot() * rows.length)] ?? row;
      const unknown = column.includes("date") ? noDay : "NOBODY KNOWS";
      return [column, lot() < 0.1 ? unknown : (another[column] ?? "")];
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
    assert.deepEqual(told.durations["received-to-closed"], recount.days);
    assert.deepEqual(told.numbers, recount.numbers);
    assert.deepEqual(told.distinct, recount.distinct);
    for (const [share, count] of Object.entries(recount.shares)) assert.equal(told.shares[share]?.share, count, share);
    if (register.hasRespondents) assert.deepEqual(told.respondents, recount.respondents);
    const { "case-fields-differ": differing = 0 } = done.flags as { readonly [flag: string]: number };
    assert.equal(differing, recount.differing);
  });
}

/** The same by sorting and adding, of nothing that the product is made of. */
function countAgain(register: Register, files: { readonly [file: string]: Rows }) {
  const { key, cases, allegations, tables, days, numbers = {}, distinct = {}, shares = {} } = register;
  const opened = new Map<string, Row>();
  for (const row of files[cases] ?? []) if (!opened.has(row[key] ?? "")) opened.set(row[key] ?? "", row);
  const accused = files[allegations] ?? [];
  const byKey = Map.groupBy(accused, (row) => row[key] ?? "");
  const keys = new Set([...opened.keys(), ...byKey.keys()]);
  const counts: { [by: string]: { [value: string]: number } } = Object.fromEntries(tables.map(({ by }) => [by, {}]));
  const put = (of: Recount["of"], one: Row, around: Around): void => {
    for (const table of tables) {
      if (table.of !== of) continue;
      const into = counts[table.by] ?? {};
      for (const value of [table.value(one, around)].flat()) into[value] = (into[value] ?? 0) + 1;
    }
  };
  for (const one of keys) {
    const around = { theCase: opened.get(one), accused: byKey.get(one) ?? [] };
    put("cases", {}, { ...around, isAgain: false });
    const seen = new Set<string>();
    for (const row of around.accused) {
      const text = JSON.stringify(row);
      put("allegations", row, { ...around, isAgain: seen.has(text) });
      seen.add(text);
    }
  }
  const rowsOf = (of: Recount["of"]): Rows => (of === "cases" ? [...opened.values()] : accused);
  const valuesOf = <Value>({ of, value }: Of<Value>): readonly Value[] =>
    rowsOf(of).flatMap((row) => {
      const found = value(row);
      return found === undefined || found === "" ? [] : [found];
    });
  const mapped = <From, To>(from: { readonly [name: string]: From }, to: (one: From) => To) =>
    Object.fromEntries(Object.entries(from).map(([name, one]) => [name, to(one)]));
  const [from = "", to = ""] = days ?? [];
  const lengths = [...opened.values()].map((row) => daysFrom(row[from], row[to])).filter((length) => length >= 0);
  return {
    cases: keys.size,
    allegations: accused.length,
    tables: counts,
    days: days && describeLengths(lengths),
    numbers: mapped(numbers, (one) => describeLengths(valuesOf(one))),
    distinct: mapped(distinct, (one) => new Set(valuesOf(one)).size),
    shares: mapped(shares, (share) => share(accused)),
    respondents: countRespondents([...byKey.values()]),
    differing: [...byKey.values()].filter((rows) => register.differ?.(rows)).length,
  };
}

/** How many are accused, and of how many in how many cases. */
function countRespondents(cases: readonly Rows[]) {
  const casesOf = new Map<string, number>();
  for (const rows of cases) {
    const named = new Set(rows.map(({ respondent = "" }) => respondent).filter(isSaid));
    for (const one of named) casesOf.set(one, (casesOf.get(one) ?? 0) + 1);
  }
  const byCases: { [cases: string]: number } = {};
  for (const count of casesOf.values()) byCases[count] = (byCases[count] ?? 0) + 1;
  return { distinct: casesOf.size, byCases };
}

function describeLengths(lengths: readonly number[]) {
  const sorted = [...lengths].sort((a, b) => a - b);
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
