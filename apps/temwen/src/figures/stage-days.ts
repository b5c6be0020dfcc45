import type { RecordedEvent, TheRecord } from "@temwen/record";
import { readAllEvents } from "./read-all-events.ts";

/** How far a case came: what is counted, and the facts of which the first one stands for it. */
const stepsOf = {
  acknowledged: ["case.acknowledged/1"],
  assessed: ["case.assessed/1", "case.assessed/2"],
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

/** The days of every case of the record, in one pass over its events; no body is read. */
export async function readStageDays(record: Pick<TheRecord, "readAfter">): Promise<ReadonlyMap<string, StageDays>> {
  const days = new Map<string, StageDays>();
  for await (const event of readAllEvents(record)) note(days, event);
  return days;
}

function note(days: Map<string, StageDays>, { stream, type, at }: Pick<RecordedEvent, "stream" | "type" | "at">): void {
  const step = stepBehind.get(type);
  const known = days.get(stream);
  if (step && known?.[step] === undefined) days.set(stream, { ...known, [step]: at.slice(0, 10) });
}
