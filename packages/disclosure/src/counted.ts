import type { Links } from "./links.ts";
import type { NumberSummary } from "./summary.ts";
import type { CountedTable } from "./table.ts";

/** In how many cases respondents are. */
export type RespondentCounts = {
  readonly distinct: number;
  /** How many respondents are in so many cases. */
  readonly byCases: ReadonlyMap<number, number>;
};

/** Everything that was counted, unsuppressed. */
export type Counted = {
  readonly cases: number;
  readonly allegations: number;
  readonly respondents: RespondentCounts;
  readonly tables: readonly CountedTable[];
  /** Calendar days; those that are negative are left out, for they are errors of the register and flagged. */
  readonly durations: { readonly [name: string]: NumberSummary | undefined };
  readonly numbers: { readonly [name: string]: NumberSummary | undefined };
  /** Different values of fields that are pseudonyms. */
  readonly distinct: { readonly [name: string]: number };
  /** `counts`: of all values of the field, those that a row does not say among them. */
  readonly shares: {
    readonly [name: string]: {
      readonly part: number;
      readonly among: number;
      readonly counts: ReadonlyMap<string, number>;
    };
  };
  /** Which cells of which tables hold the same things; not there where everything is told anyway. */
  readonly links?: Links;
};
