// Registers that nobody of this project wrote: brought in through the command, and counted by it.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { asPerson, runCommand, type TestOffice } from "./office.ts";
import { peopleOf } from "./staff.ts";

/** A mapping of docs/guides/mappings. */
export const mappingOf = (name: string): string =>
  fileURLToPath(new URL(`../../docs/guides/mappings/${name}.json`, import.meta.url));

export type Told = { readonly [member: string]: unknown };

/** Runs `temwen import` as the registrar; the one JSON object that it prints. */
export async function importAs(
  office: TestOffice,
  mapping: string,
  files: { readonly [name: string]: string },
  report: string,
): Promise<Told> {
  const [registrar] = peopleOf(office, "registrar");
  assert.ok(registrar, "the demonstration has a registrar");
  const said = Object.entries(files).flatMap(([name, place]) => ["--file", `${name}=${place}`]);
  const words = ["import", "--mapping", mapping, ...said, "--report", report, ...asPerson(office, registrar)];
  const ran = await runCommand(words);
  assert.equal(ran.code, 0, ran.stderr);
  return JSON.parse(ran.stdout);
}

export type Table = {
  readonly by: readonly string[];
  readonly of: string;
  readonly total?: number;
  readonly cells: readonly { readonly at: readonly string[]; readonly count: number | null }[];
  readonly withheld?: string;
  readonly merged?: { readonly [field: string]: readonly string[] };
  readonly disclosure?: {
    readonly cells: number;
    readonly small: number;
    readonly smallSum: number;
    readonly otherSum: number;
  };
};

export type ToldFigures = {
  readonly cases: number;
  readonly allegations: number;
  readonly respondents: { readonly distinct: number; readonly byCases: { readonly [cases: string]: number } };
  readonly durations: { readonly [name: string]: Summary };
  readonly numbers: { readonly [name: string]: Summary };
  readonly distinct: { readonly [name: string]: number };
  readonly shares: { readonly [name: string]: { readonly share: number } };
  readonly tables: readonly Table[];
  readonly suppressed: boolean;
};
type Summary = { readonly [member: string]: number };

/** Runs `temwen figures` over the office's folder, while the office runs. `by` are words of --by. */
export async function figuresOf(
  office: TestOffice,
  register: string,
  by: readonly string[],
  more: readonly string[] = ["--no-suppression"],
): Promise<ToldFigures> {
  const words = ["figures", "--data", office.data, "--register", register, ...by.flatMap((one) => ["--by", one])];
  const ran = await runCommand([...words, ...more, "--json"]);
  assert.equal(ran.code, 0, ran.stderr);
  return JSON.parse(ran.stdout);
}

/** Counts of one table by its value, or by both with a bar between. */
export function countsOf({ tables }: ToldFigures, by: string): { readonly [value: string]: number } {
  const table = tables.find((one) => one.by.join(",") === by);
  assert.ok(table, `no table by ${by}`);
  return Object.fromEntries(table.cells.map(({ at, count }) => [at.join("|"), count ?? Number.NaN]));
}

/** The so many largest counts; of equal ones the last may be any. */
export const largest = (counts: { readonly [value: string]: number }, many: number): readonly number[] =>
  Object.values(counts)
    .sort((a, b) => b - a)
    .slice(0, many);
