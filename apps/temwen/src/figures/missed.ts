import { clockMissedShape } from "@temwen/casework";
import { matterMissedShape } from "@temwen/casework/matters";
import type { CountedCase } from "@temwen/disclosure";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { parseCanonical } from "@temwen/vocabulary";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, readQueueRows } from "./queue-rows.ts";

/**
 * Deadlines that the office let pass, by clock. A case counts once for each clock, on the day it was due first, however often that came
 * back: so that what is told stands for so many cases, and a year of silence in one case tells nothing of it. So does a recommendation
 * or a visit.
 */
export function openMissed(record: Pick<TheRecord, "readQueue" | "readStream" | "readMatters">): CountedSource {
  return {
    about: { kind: "missed" },
    declared: { cases: { of: "text", clock: "text", due: "date" }, allegations: {} },
    tables: [{ by: ["clock"] }, { by: ["due:year"] }],
    durations: {},
    shares: {},
    date: "due",
    cases: async function* () {
      yield* readMissed(record);
      yield* readMissedMatters(record);
    },
  };
}

async function* readMissed(record: Pick<TheRecord, "readQueue" | "readStream">): ReturnType<CountedSource["cases"]> {
  for await (const row of readQueueRows(record)) {
    // Of a case that missed nothing there is nothing to read; of an erased one the list does not say, and what it missed stays missed.
    if (row.facts.missed === 0) continue;
    const missed = missedIn(await record.readStream(row.caseId), (hour) => dayOf(row, hour));
    for (const one of missed) yield { ...one, partOf: row.caseId };
  }
}

/** Kinds of matters whose clocks are counted; of a family's claim nothing is ever told, not as a number either (docs/decisions). */
const counted = ["recommendation", "visit"] as const;

async function* readMissedMatters(
  record: Pick<TheRecord, "readMatters" | "readStream">,
): ReturnType<CountedSource["cases"]> {
  for (const of of counted)
    for (const { matter } of await record.readMatters(of))
      for (const one of missedIn(await record.readStream(matter), (hour) => hour.slice(0, 10), of))
        yield { ...one, partOf: matter };
}

/** The clocks that one case or matter missed: each once, by the first hour. */
export function missedIn(
  events: readonly Pick<RecordedEvent, "body">[],
  tellDay: (hour: string) => string,
  of: "case" | (typeof counted)[number] = "case",
): readonly CountedCase[] {
  const first = new Map<string, CountedCase>();
  for (const { body } of events) {
    const value = parseCanonical(body);
    const missed = value.ok ? (clockMissedShape(value.value) ?? matterMissedShape(value.value)) : undefined;
    if (!missed || first.has(missed.clock)) continue;
    const { clock, due } = missed;
    first.set(clock, { fields: { of, clock, due: tellDay(due) }, allegations: [] });
  }
  return [...first.values()];
}
