import { staffStatementShape } from "@temwen/casework";
import type { CountedCase } from "@temwen/disclosure";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { parseCanonical } from "@temwen/vocabulary";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, readQueueRows } from "./queue-rows.ts";

/**
 * Uses of force that were not reported, as cases showed them: what the mission gets to see of it. A case counts once, on the day it was
 * released; one that is not released is not counted at all.
 */
export function openOwnForce(record: Pick<TheRecord, "readQueue" | "readStream">): CountedSource {
  return {
    about: { kind: "unreported-force" },
    declared: { cases: { released: "date" }, allegations: {} },
    tables: [{ by: ["released:year"] }],
    durations: {},
    shares: {},
    date: "released",
    cases: () => readReleased(record),
  };
}

async function* readReleased(record: Pick<TheRecord, "readQueue" | "readStream">): ReturnType<CountedSource["cases"]> {
  for await (const row of readQueueRows(record)) {
    // Also of an erased case: what was shown to the mission is not taken back by it.
    yield* releasedIn(await record.readStream(row.caseId), (hour) => dayOf(row, hour));
  }
}

/** The case with the day on which its flag was released; nothing where it was not. What was released is not taken back. */
export function releasedIn(
  events: readonly Pick<RecordedEvent, "body">[],
  tellDay: (hour: string) => string,
): readonly CountedCase[] {
  for (const { body } of events) {
    const value = parseCanonical(body);
    const fact = value.ok ? staffStatementShape(value.value) : undefined;
    if (fact?.type === "case.force-flagged/1" && fact.force === "released")
      return [{ fields: { released: tellDay(fact.at) }, allegations: [] }];
  }
  return [];
}
