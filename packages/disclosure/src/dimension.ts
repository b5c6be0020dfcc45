import type { CountedCase, Declared } from "./counted-case.ts";
import { missing } from "./table.ts";

type Allegation = CountedCase["allegations"][number];

/** A way to sort things into cells: by a field of the case, a field of the allegation, or what both have by themselves. */
export type Dimension = {
  readonly name: string;
  readonly level: "case" | "allegation" | "either";
  /** Without its granularity. */
  readonly field: string;
  readonly isMultiple: boolean;
  /** Of several values: whether everything has one, `(missing)` at least, so that what all are together tells something of each. */
  readonly covers: boolean;
  readonly valuesOf: (theCase: CountedCase, allegation: Allegation | undefined) => readonly string[];
};

const yesOrNo = (is: boolean): readonly string[] => [is ? "yes" : "no"];

/** The dimension of a name; undefined where there is none. Dates say how fine: `received:year`, `:quarter`, `:month`. */
export function dimensionOf(name: string, declared: Declared): Dimension | undefined {
  const [field = "", fineness] = name.split(":");
  const about = { name, field, isMultiple: false, covers: false };
  if (name === "flag") {
    return {
      ...about,
      level: "either",
      isMultiple: true,
      valuesOf: (theCase, allegation) => (allegation ?? theCase).flags ?? [],
    };
  }
  if (name === "has-allegations") {
    return { ...about, level: "case", valuesOf: ({ allegations }) => yesOrNo(allegations.length > 0) };
  }
  if (name === "has-respondent") {
    return { ...about, level: "allegation", valuesOf: (_, one) => yesOrNo(one?.respondent !== undefined) };
  }
  const level = levelOf(field, declared);
  if (!level) return undefined;
  const kind = level === "case" ? declared.cases[field] : declared.allegations[field];
  if (kind === "several") return fineness === undefined ? severalOf({ name, field, level }) : undefined;
  const cut = cutOf(kind, fineness);
  if (!cut) return undefined;
  return {
    ...about,
    level,
    valuesOf: (theCase, allegation) => {
      const value = (level === "case" ? theCase : allegation)?.fields[field];
      return [value === undefined ? missing : cut(String(value))];
    },
  };
}

/** Sorts a thing under each value that it has, and under `(missing)` where it has none. */
function severalOf(about: Pick<Dimension, "name" | "field"> & { readonly level: "case" | "allegation" }): Dimension {
  return {
    ...about,
    isMultiple: true,
    covers: true,
    valuesOf: (theCase, allegation) => {
      const values = (about.level === "case" ? theCase : allegation)?.several?.[about.field] ?? [];
      return values.length === 0 ? [missing] : values;
    },
  };
}

/** Whether there is such a dimension. */
export const isDimension = (name: string, declared: Declared): boolean => dimensionOf(name, declared) !== undefined;

function levelOf(field: string, { cases, allegations }: Declared): "case" | "allegation" | undefined {
  if (Object.hasOwn(cases, field)) return "case";
  return Object.hasOwn(allegations, field) ? "allegation" : undefined;
}

const [yearEnd, monthEnd] = [4, 7];

/** The quarter of a day, `2026-Q4`; a quarter is its own. A date that is told no finer than that stands for itself in every table. */
export const quarterOf = (day: string): string =>
  day[yearEnd + 1] === "Q"
    ? day
    : `${day.slice(0, yearEnd)}-Q${Math.ceil(Number(day.slice(yearEnd + 1, monthEnd)) / 3)}`;

/** How a value becomes that of a cell. A pseudonym sorts into nothing that could be told. */
function cutOf(kind: string | undefined, fineness: string | undefined): ((value: string) => string) | undefined {
  if (kind === "pseudonym" || kind === undefined) return undefined;
  if (kind !== "date") return fineness === undefined ? (value) => value : undefined;
  switch (fineness) {
    case undefined:
      return (value) => value;
    case "year":
      return (value) => value.slice(0, yearEnd);
    case "quarter":
      return quarterOf;
    case "month":
      return (value) => value.slice(0, monthEnd);
    default:
      return undefined;
  }
}
