import type { RecordedEvent } from "@temwen/record";

/** How far a case came: what is counted, and the facts of which the first one stands for it. */
const stepsOf = {
  acknowledged: ["case.acknowledged/1"],
  assessed: ["case.assessed/1", "case.assessed/2", "case.assessed/3"],
  admitted: ["case.admitted/1", "case.admitted/2"],
  found: ["case.found/1"],
  ruled: ["case.ruled/1"],
  // Only of a joint case: the United Nations' due-diligence focal point.
  "focal-point-told": ["case.focal-point-notified/1"],
  ended: [
    "case.not-admitted/1",
    "case.closed/1",
    "case.withdrawal-accepted/1",
    "case.withdrawal-accepted/2",
    "case.transferred/1",
  ],
} as const;

export type Step = keyof typeof stepsOf;
/** The calendar day (UTC) of each step that a case took, by the first time. */
export type StageDays = { readonly [S in Step]?: string };

export const steps = Object.keys(stepsOf) as readonly Step[];

const stepBehind: ReadonlyMap<string, Step> = new Map(
  steps.flatMap((step) => stepsOf[step].map((type) => [type, step] as const)),
);

/** The days with that of a fact, where it is the first of a step; no body is read. */
export function noteDay(days: StageDays, { type, at }: Pick<RecordedEvent, "type" | "at">): StageDays {
  const step = stepBehind.get(type);
  return step && days[step] === undefined ? { ...days, [step]: at.slice(0, 10) } : days;
}
