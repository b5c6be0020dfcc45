import type { Instant, StaffId } from "@temwen/vocabulary";
import type { SurveyedCase } from "../../../keeper/src/survey/survey-views.ts";

/** What lies with one person; `undefined` stands for nobody: what waits to be taken up or given. */
export type Load = {
  readonly who: StaffId | undefined;
  readonly cases: readonly SurveyedCase[];
  /** How many at which stage, in the order in which they came. */
  readonly stages: readonly (readonly [stage: string, count: number])[];
  readonly oldest: SurveyedCase | undefined;
  readonly late: readonly SurveyedCase[];
};

/** Stages at which nothing waits for anybody, unless somebody asked for a review. */
const ended: readonly string[] = ["not-admitted", "closed", "withdrawn", "transferred"];

/** Who has how many cases. One that lies with several people is counted at each. Most cases first, nobody's last. */
export function countLoads(cases: readonly SurveyedCase[], now: Instant): readonly Load[] {
  const byWho = new Map<StaffId | undefined, SurveyedCase[]>();
  for (const one of cases) {
    if (ended.includes(one.stage) && one.inHandsOf.length === 0) continue;
    const holders = one.inHandsOf.length === 0 ? [undefined] : one.inHandsOf;
    for (const who of holders) byWho.set(who, [...(byWho.get(who) ?? []), one]);
  }
  return [...byWho]
    .map(([who, theirs]) => loadOf(who, theirs, now))
    .sort((a, b) => Number(a.who === undefined) - Number(b.who === undefined) || b.cases.length - a.cases.length);
}

function loadOf(who: StaffId | undefined, cases: readonly SurveyedCase[], now: Instant): Load {
  const counts = new Map<string, number>();
  for (const { stage } of cases) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return {
    who,
    cases,
    stages: [...counts],
    oldest: cases.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))[0],
    late: cases.filter(({ clocks }) => clocks.some(({ due }) => due < now)),
  };
}
