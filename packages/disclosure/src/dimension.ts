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
  readonly valuesOf: (theCase: CountedCase, allegation: Allegation | undefined) => readonly string[];
};

const yesOrNo = (is: boolean): readonly string[] => [is ? "yes" : "no"];

/** The dimension of a name; undefined where there is none. Dates say how fine: `received:year`, `:quarter`, `:month`. */
export function dimensionOf(name: string, declared: Declared): Dimension | undefined {
  const [field = "", fineness] = name.split(":");
  const about = { name, field, isMultiple: false };
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
  const cut = cutOf(level === "case" ? declared.cases[field] : declared.allegations[field], fineness);
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
