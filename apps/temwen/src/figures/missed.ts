import { clockMissedShape } from "@temwen/casework";
import type { CountedCase } from "@temwen/disclosure";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { parseCanonical } from "@temwen/vocabulary";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, readQueueRows } from "./queue-rows.ts";

/**
 * Deadlines that the office let pass, by clock. A case counts once for each clock, on the day it was due first, however often that came
 * back: so that what is told stands for so many cases, and a year of silence in one case tells nothing of it.
 */
export function openMissed(record: Pick<TheRecord, "readQueue" | "readStream">): CountedSource {
  return {
    about: { kind: "missed" },
    declared: { cases: { clock: "text", due: "date" }, allegations: {} },
    tables: [{ by: ["clock"] }, { by: ["due:year"] }],
    durations: {},
    shares: {},
    date: "due",
    cases: () => readMissed(record),
  };
}

async function* readMissed(record: Pick<TheRecord, "readQueue" | "readStream">): ReturnType<CountedSource["cases"]> {
  for await (const row of readQueueRows(record)) {
    // Of an erased case nothing is told but that it was; of one that missed nothing there is nothing to read.
    if (row.stage === "erased" || row.facts.missed === 0) continue;
    yield* missedIn(await record.readStream(row.caseId), (hour) => dayOf(row, hour));
  }
}

/** The clocks that one case missed: each once, by the first hour. */
export function missedIn(
  events: readonly Pick<RecordedEvent, "body">[],
  tellDay: (hour: string) => string,
): readonly CountedCase[] {
  const first = new Map<string, CountedCase>();
  for (const { body } of events) {
    const value = parseCanonical(body);
    const missed = value.ok ? clockMissedShape(value.value) : undefined;
    if (!missed || first.has(missed.clock)) continue;
    const { clock, due } = missed;
    first.set(clock, { fields: { clock, due: tellDay(due) }, allegations: [] });
  }
  return [...first.values()];
}
