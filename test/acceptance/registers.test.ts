// Four registers come in whole, and `temwen figures` gives back every figure that somebody else counted in them.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { canBeOtherwise } from "../../packages/disclosure/src/attacker.testing.ts";
import { startOffice, type TestOffice } from "../support/office.ts";
import { needsOutside, outsideFolder, readOutsideText } from "../support/outside-data.ts";
import {
  countsOf,
  figuresOf,
  importAs,
  largest,
  mappingOf,
  type Table,
  type Told,
  type ToldFigures,
} from "../support/registers.ts";

const folders = {
  cpdp: "data/chicago_cpdp",
  clear: "data/chicago_clear",
  philly: "data/philly_cap",
  impd: "data/indianapolis_impd",
} as const;
const files = {
  "chicago-cpdp": {
    complaints: `${folders.cpdp}/complaints.csv.gz`,
    allegations: `${folders.cpdp}/allegations.csv.gz`,
    personnel: `${folders.cpdp}/personnel.csv.gz`,
  },
  "chicago-clear-2020": {
    complaints: `${folders.clear}/complaints_snapshot2020.csv.gz`,
    categories: `${folders.clear}/categories_snapshot2022.csv.gz`,
  },
  "chicago-clear-2018": { allegations: `${folders.clear}/allegations_snapshot2018.csv.gz` },
  "philly-cap": { complaints: `${folders.philly}/complaints.csv.gz`, findings: `${folders.philly}/findings.csv.gz` },
  "indianapolis-impd": { complaints: `${folders.impd}/complaints_snapshot_2019-12.csv.gz` },
} as const;
type Register = keyof typeof files;

const outside = needsOutside([
  ...Object.values(files).flatMap((named) => Object.values(named)),
  ...Object.values(folders).map((folder) => `${folder}/expected.json`),
]);

let office: TestOffice;
let folder = "";
before(async () => {
  if (outside.skip !== false) return;
  folder = await mkdtemp(join(tmpdir(), "temwen-registers-"));
  office = await startOffice();
});
after(async () => {
  await office?.[Symbol.asyncDispose]();
  if (folder !== "") await rm(folder, { recursive: true, force: true });
});

/** What stands in a register's expected.json, of which every member must be asked about. */
type Expected = { readonly [name: string]: never };

async function readExpected(place: string): Promise<Expected> {
  const known = JSON.parse(await readOutsideText(`${place}/expected.json`)) as Expected;
  return known;
}

const bring = (register: Register): Promise<Told> => {
  const places = Object.entries(files[register]).map(([name, place]) => [name, join(outsideFolder, place)]);
  return importAs(office, mappingOf(register), Object.fromEntries(places), join(folder, `${register}.csv`));
};

/** Holds what was counted against what is known, member by member; `left` are members that hold others, judged apart. */
function agree(expected: Expected, found: { readonly [name: string]: unknown }, left: readonly string[] = []): void {
  assert.deepEqual(
    Object.keys(found).sort(),
    Object.keys(expected)
      .filter((name) => !left.includes(name))
      .sort(),
  );
  for (const [name, value] of Object.entries(found)) assert.deepEqual(value, expected[name], name);
}

/** A list's values under other names for what is not said. */
const named = (counts: { readonly [value: string]: number }, none: string) =>
  Object.fromEntries(Object.entries(counts).map(([value, count]) => [value === "(missing)" ? none : value, count]));

/** Of a list that shows its largest values only, the same values. */
function top(expected: object, counts: { readonly [value: string]: number }) {
  const many = Object.keys(expected).length;
  assert.deepEqual(
    largest(counts, many),
    Object.values(expected).sort((a, b) => b - a),
  );
  return Object.fromEntries(Object.keys(expected).map((value) => [value, counts[value]]));
}

const summary = (
  { n, mean, median, p90, max, min, zero }: ToldFigures["durations"][string],
  zeroName = "zero_days",
) => ({
  ...{ n, mean, median, p90_nearest_rank: p90, max, min },
  [zeroName]: zero,
});

function disclosure(told: ToldFigures, by: string) {
  const { cells, small, smallSum, otherSum } = told.tables.find((table) => table.by.join() === by)?.disclosure ?? {};
  return { cells, cells_1_to_4: small, sum_hidden: smallSum, sum_shown: otherSum };
}

const sumOf = (counts: { readonly [value: string]: number }, where: (value: string) => boolean): number =>
  Object.entries(counts).reduce((sum, [value, count]) => sum + (where(value) ? count : 0), 0);

const orZero = (count: number | undefined): number => count ?? 0;

test("chicago_cpdp: three files give every known figure", outside, async () => {
  const expected = await readExpected(folders.cpdp);
  const said = await bring("chicago-cpdp");
  assert.deepEqual([said.refused, said.rows], [0, 290_288]);
  const told = await figuresOf(office, "chicago-cpdp", [
    ...["received:year", "incident:year", "closed:year", "district", "flag", "has-allegations"],
    ...["final-finding", "family", "final-outcome", "recommended-finding,final-finding", "received:year,category-code"],
  ]);
  const both = countsOf(told, "recommended-finding,final-finding");
  const isPresent = (value: string): boolean => !value.split("|").includes("(missing)");
  const { byCases } = told.respondents;
  const outcomes = countsOf(told, "final-outcome");
  agree(expected, {
    complaints: told.cases,
    allegations: told.allegations,
    complaints_with_no_allegation_row: countsOf(told, "has-allegations").no,
    distinct_respondents: told.respondents.distinct,
    complaints_by_year_received: countsOf(told, "received:year"),
    "complaints_open_(no_closed_date)": countsOf(told, "closed:year")["(missing)"],
    complaints_missing_received_date: orZero(countsOf(told, "received:year")["(missing)"]),
    complaints_missing_incident_date: countsOf(told, "incident:year")["(missing)"],
    anomaly_closed_before_received: countsOf(told, "flag")["closed-before-received"],
    anomaly_incident_after_received: countsOf(told, "flag")["incident-after-received"],
    "days_received_to_closed_(closed>=received)": summary(told.durations["received-to-closed"] ?? {}),
    "complaints_by_district_(first_2_digits_of_beat)": countsOf(told, "district"),
    allegations_by_final_finding: named(countsOf(told, "final-finding"), "(none)"),
    sustained_share_of_SU_NS_UN_EX_NAF: told.shares.sustained?.share,
    allegations_by_category_family_top20: top(
      expected.allegations_by_category_family_top20 ?? {},
      countsOf(told, "family"),
    ),
    allegations_by_final_outcome_casefolded_top15: top(
      expected.allegations_by_final_outcome_casefolded_top15 ?? {},
      named(outcomes, "(NONE)"),
    ),
    recommended_vs_final_finding_both_present: {
      n: sumOf(both, isPresent),
      same: sumOf(both, (value) => isPresent(value) && value.split("|")[0] === value.split("|")[1]),
    },
    respondents_with_10_or_more_complaints: sumOf(byCases, (cases) => Number(cases) >= 10),
    max_complaints_per_respondent: Math.max(...Object.keys(byCases).map(Number)),
    disclosure_control_year_x_code_k5: disclosure(told, "received:year,category-code"),
  });
});

test("chicago_clear: complaints with their state two years later give every known figure", outside, async () => {
  const expected = await readExpected(folders.clear);
  await bring("chicago-clear-2020");
  const told = await figuresOf(office, "chicago-clear-2020", [
    ...["received:year", "received:month", "status", "agency", "complainant-type", "location", "district"],
    ...["incident:year", "closed:year", "flag", "status-group", "category", "case-type", "official-days-agree"],
    ...["has-allegations", "status,later-status"],
  ]);
  const later = expected.snapshot2022 as unknown as Expected;
  const firstMonths = Object.keys(expected.by_month_received_first_24 ?? {});
  const months = countsOf(told, "received:month");
  const agreement = countsOf(told, "official-days-agree");
  agree(
    expected,
    {
      complaints: told.cases,
      by_year_received: countsOf(told, "received:year"),
      by_month_received_first_24: Object.fromEntries(firstMonths.map((month) => [month, months[month]])),
      by_status: countsOf(told, "status"),
      by_agency: countsOf(told, "agency"),
      by_complainant_type: countsOf(told, "complainant-type"),
      by_location_type_top15: top(expected.by_location_type_top15 ?? {}, countsOf(told, "location")),
      "by_district_(first_2_digits_of_beat)": countsOf(told, "district"),
      no_closed_date: countsOf(told, "closed:year")["(missing)"],
      missing_incident_date: countsOf(told, "incident:year")["(missing)"],
      anomaly_closed_before_received: countsOf(told, "flag")["closed-before-received"],
      anomaly_incident_after_received: countsOf(told, "flag")["incident-after-received"],
      days_received_to_closed: summary(told.durations["received-to-closed"] ?? {}),
      "status_group_(closed=CLOSED*|FINAL*|ADMINISTRATIVELY*|CLOSE HOLD; removed=EXPUNGED|DELETED; else open)":
        countsOf(told, "status-group"),
    },
    ["snapshot2022", "allegations_snapshot2018"],
  );
  const changes = changesOf(told);
  agree(later, {
    rows: told.allegations,
    complaints: countsOf(told, "has-allegations").yes,
    by_category_top20: top(later.by_category_top20 ?? {}, countsOf(told, "category")),
    by_case_type: countsOf(told, "case-type"),
    with_official_days: told.numbers["official-days"]?.n,
    official_days_equal_closed_minus_received: agreement.same,
    official_days_compared: orZero(agreement.same) + orZero(agreement.differs),
    in_both_snapshots: countsOf(told, "has-allegations").yes,
    status_changed_2020_to_2022: sumOf(changes, () => true),
    top_status_changes: Object.fromEntries(
      Object.keys(later.top_status_changes ?? {}).map((change) => [change, changes[change]]),
    ),
  });
});

/** From one state to another, of cases that have a later one. */
function changesOf(told: ToldFigures): { readonly [change: string]: number } {
  const changed = Object.entries(countsOf(told, "status,later-status"))
    .map(([pair, count]) => [pair.split("|"), count] as const)
    .filter(([[from, to]]) => from !== to && to !== "(missing)");
  return Object.fromEntries(changed.map(([pair, count]) => [pair.join(" -> "), count]));
}

test("chicago_clear: a file of allegations alone gives every known figure", outside, async () => {
  const all = await readExpected(folders.clear);
  const expected = all.allegations_snapshot2018 as unknown as Expected;
  await bring("chicago-clear-2018");
  const told = await figuresOf(
    office,
    "chicago-clear-2018",
    ["rank", "unit", "finding", "penalty", "category-changed", "rank,finding", "flag"],
    ["--no-suppression", "--of", "allegations"],
  );
  agree(expected, {
    rows: told.allegations,
    exact_duplicate_rows: countsOf(told, "flag")["duplicate-row"],
    complaints: told.cases,
    accusations: told.distinct.accusation,
    respondents: told.respondents.distinct,
    by_rank_top12: top(expected.by_rank_top12 ?? {}, countsOf(told, "rank")),
    by_unit_top15: top(expected.by_unit_top15 ?? {}, countsOf(told, "unit")),
    by_finding: named(countsOf(told, "finding"), "(none)"),
    by_penalty_top12: named(countsOf(told, "penalty"), "(none)"),
    suspension_days_total: told.numbers["penalty-days"]?.sum,
    rows_with_days: told.numbers["penalty-days"]?.n,
    category_changed_by_investigator: countsOf(told, "category-changed").differs,
    rank_x_finding_k5: disclosure(told, "rank,finding"),
  });
});

test(
  "philly_cap: of what people wrote only the length is kept, and every known figure comes back",
  outside,
  async () => {
    const expected = await readExpected(folders.philly);
    await bring("philly-cap");
    const told = await figuresOf(office, "philly-cap", [
      ...[
        "received:year",
        "classification",
        "district",
        "summary-present",
        "has-respondent",
        "district,classification",
      ],
      ...["has-respondent,investigative-finding", "has-respondent,disciplinary-finding", "has-respondent,allegation"],
    ]);
    const withRespondent = (by: string) =>
      Object.fromEntries(
        Object.entries(countsOf(told, `has-respondent,${by}`)).flatMap(([pair, count]) => {
          const [is, value = ""] = pair.split("|");
          return is === "yes" && value !== "(missing)" ? [[value, count]] : [];
        }),
      );
    const known = expected.rows_with_respondent as unknown as Expected;
    agree(expected, {
      complaints: told.cases,
      finding_rows: told.allegations,
      by_year: countsOf(told, "received:year"),
      by_classification: countsOf(told, "classification"),
      by_district_top15: top(expected.by_district_top15 ?? {}, countsOf(told, "district")),
      summaries_present: countsOf(told, "summary-present").yes,
      distinct_summaries: told.distinct.summary,
      rows_with_respondent: {
        n: countsOf(told, "has-respondent").yes,
        respondents: told.respondents.distinct,
        investigative_finding: withRespondent("investigative-finding"),
        disciplinary_finding: withRespondent("disciplinary-finding"),
        allegation_top15: top(known.allegation_top15 ?? {}, withRespondent("allegation")),
      },
      summary_words: summary(told.numbers["summary-words"] ?? {}),
      disclosure_control_district_x_classification_k5: disclosure(told, "district,classification"),
    });
  },
);

test("indianapolis_impd: two spellings and rows that stand twice give every known figure", outside, async () => {
  const expected = await readExpected(folders.impd);
  await bring("indianapolis-impd");
  const told = await figuresOf(
    office,
    "indianapolis-impd",
    ["finding", "allegation-class", "channel", "occurred:year", "district", "division", "flag", "has-respondent"],
    ["--no-suppression", "--of", "allegations"],
  );
  agree(expected, {
    rows: told.allegations,
    incidents: told.cases,
    // Whoever counted took the rows that name nobody for one respondent more.
    respondents: told.respondents.distinct + Math.min(1, orZero(countsOf(told, "has-respondent").no)),
    finding: named(countsOf(told, "finding"), "(none)"),
    allegation_class: named(countsOf(told, "allegation-class"), ""),
    source_channel: countsOf(told, "channel"),
    rows_by_year: countsOf(told, "occurred:year"),
    district_casefolded_top12: top(expected.district_casefolded_top12 ?? {}, countsOf(told, "district")),
    division_spellings: countsOf(told, "division"),
    exact_duplicate_rows: countsOf(told, "flag")["duplicate-row"],
  });
});

/** Of each register a table by two fields that has many small cells, with its two margins: one release. */
const releases = [
  ["chicago-cpdp", ["received:year", "category-code", "received:year,category-code", "final-finding", "district"]],
  ["chicago-clear-2020", ["received:year", "district", "received:year,district", "status", "agency"]],
  ["chicago-clear-2018", ["rank", "finding", "rank,finding", "penalty"]],
  ["philly-cap", ["district", "classification", "district,classification", "received:year"]],
  ["indianapolis-impd", ["allegation-class", "finding", "allegation-class,finding", "channel"]],
] as const;

/** Rare districts that are put together have each its own classifications: with the two lists this table would give some back. */
const givingBack = new Set(["philly-cap district,classification"]);

for (const [register, by] of releases) {
  test(
    `${register}: what is told to everybody gives back no hidden cell, although all totals are known`,
    outside,
    async () => {
      const unit = by.some((one) => one === "rank" || one === "allegation-class" || one === "category-code")
        ? "allegations"
        : "cases";
      const told = await figuresOf(office, register, by, ["--of", unit]);
      const whole = await figuresOf(office, register, by, ["--of", unit, "--no-suppression"]);
      assert.ok(told.suppressed);
      let hidden = 0;
      for (const [n, table] of told.tables.entries()) {
        const name = `${register} ${table.by.join()}`;
        assert.equal(table.withheld, givingBack.has(name) ? "nested" : undefined, name);
        if (table.withheld !== undefined) continue;
        const cells = truthOf(table, whole.tables[n] ?? table);
        assert.ok(cells.every(({ isHidden, count, told: shown }) => isHidden || (shown === count && count >= 5)));
        const attack = { cells, columnsAreFree: table.by.length === 1 };
        const open = cells.filter((cell) => cell.isHidden);
        hidden += open.length;
        assert.ok(
          open.every((cell) => canBeOtherwise(attack, cell)),
          `${table.by.join()}: a hidden cell can be calculated`,
        );
      }
      assert.ok(hidden > 0, "something small is hidden");
      assert.deepEqual([told.distinct, told.durations["received-to-closed"]?.n], [undefined, undefined]);
    },
  );
}

/** The told cells with the counts that were hidden; values that were put together are added up here. */
function truthOf({ by, cells, merged = {} }: Table, whole: Table) {
  const sums = new Map<string, number>();
  for (const { at, count } of whole.cells) {
    const place = at.map((value, axis) => (merged[by[axis] ?? ""]?.includes(value) ? "(others)" : value)).join("|");
    sums.set(place, (sums.get(place) ?? 0) + (count ?? 0));
  }
  assert.equal(sums.size, cells.length);
  return cells.map(({ at, count }) => {
    const [first = "", second] = at;
    const place = second === undefined ? { row: "list", column: first } : { row: first, column: second };
    return { ...place, count: sums.get(at.join("|")) ?? 0, isHidden: count === null, told: count };
  });
}
