import type { Instant } from "@temwen/vocabulary";
import { dayIn } from "@temwen/words";
import type { SurveyedCase } from "../../../keeper/src/survey/survey-views.ts";

/** A measure in the register of all cases: with the case it belongs to, and whether its day has passed. */
export type RedressRow = SurveyedCase["measures"][number] & {
  readonly of: SurveyedCase;
  /** What it stands at; `open` while nothing was recorded. */
  readonly state: string;
  readonly isLate: boolean;
};

/** What is still to be done; a measure delivered in part is. */
const unfinished: readonly string[] = ["open", "partly"];

/** All measures by the mission's own day, those that are late first, then by the day they are due; what has come to an end last. */
export function listRedress(
  cases: readonly SurveyedCase[],
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly RedressRow[] {
  const today = dayIn(now, zone);
  const rows = cases.flatMap((of) =>
    of.measures.map((measure): RedressRow => {
      const state = measure.delivered ?? "open";
      return { ...measure, of, state, isLate: unfinished.includes(state) && measure.due < today };
    }),
  );
  const rank = ({ state, isLate }: RedressRow): number => Number(!isLate) + Number(!unfinished.includes(state));
  return rows.toSorted((a, b) => rank(a) - rank(b) || Number(a.due > b.due) - Number(a.due < b.due));
}

/** How many measures stand at what. */
export function countStates(rows: readonly RedressRow[]): readonly (readonly [state: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return ["open", "delivered", "partly", "refused", "no-answer"].flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [[state, count] as const];
  });
}
