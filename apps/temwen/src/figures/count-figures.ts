import { createCounter, type Figures, isDimension, type TableQuestion, tellAll, tellSafely } from "@temwen/disclosure";
import { UsageError } from "../exit.ts";
import type { CountedSource } from "./counted-source.ts";
import { isWithin, type Period } from "./period.ts";

export type CountingOptions = {
  /** Those of the source, if none. */
  readonly tables: readonly TableQuestion[];
  readonly period?: Period;
  readonly date?: string;
  /** Nothing is suppressed. */
  readonly isWhole: boolean;
};

/** Counts what was asked for. Throws `UsageError` where there is no such field. */
export async function countFigures(
  source: CountedSource,
  { tables, period, date = source.date, isWhole }: CountingOptions,
): Promise<{ readonly figures: Figures; readonly about: CountedSource["about"] }> {
  const asked = tables.length > 0 ? tables : source.tables;
  for (const name of asked.flatMap(({ by }) => by)) {
    if (!isDimension(name, source.declared)) throw new UsageError(`there is no field ${name}; ${sayFields(source)}`);
  }
  if (period && (date === undefined || source.declared.cases[date] !== "date")) {
    throw new UsageError(`--period needs --date with a date of the case; ${sayFields(source)}`);
  }
  const { declared, durations, shares } = source;
  const counter = createCounter({ declared, tables: asked, durations, shares, isWhole });
  for await (const theCase of source.cases()) {
    const day = date === undefined ? undefined : theCase.fields[date];
    if (period && (typeof day !== "string" || !isWithin(day, period))) continue;
    counter.add(theCase);
  }
  const counted = counter.result();
  return {
    about: { ...source.about, ...(period && { period: `${period.from}..${period.until}` }) },
    figures: isWhole ? tellAll(counted) : tellSafely(counted),
  };
}

const sayFields = ({ declared }: CountedSource): string => {
  const names = Object.entries({ ...declared.cases, ...declared.allegations })
    .filter(([, kind]) => kind !== "pseudonym")
    .map(([name, kind]) => (kind === "date" ? `${name}:year|quarter|month` : name));
  return `there are: ${[...names, "flag", "has-allegations", "has-respondent"].join(", ")}`;
};
