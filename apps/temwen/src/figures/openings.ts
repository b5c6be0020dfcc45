import { staffStatementShape } from "@temwen/casework";
import type { QueueRow, RecordedEvent, TheRecord } from "@temwen/record";
import { parseCanonical } from "@temwen/vocabulary";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, readQueueRows } from "./queue-rows.ts";
import { readAllEvents } from "./read-all-events.ts";

/**
 * How often the escrow of a case was opened, and why (`escrow-opening.md`). A case counts once for each reason, on the first day. Also of
 * a case that was erased since: that three holders opened one is the office's doing, and tells nothing of whose it was.
 */
export function openOpenings(record: Pick<TheRecord, "readAfter" | "readQueue">): CountedSource {
  return {
    about: { kind: "openings" },
    declared: { cases: { because: "text", opened: "date" }, allegations: {} },
    tables: [{ by: ["because"] }, { by: ["opened:year"] }],
    durations: {},
    shares: {},
    date: "opened",
    cases: () => readOpenings(record),
  };
}

async function* readOpenings(record: Pick<TheRecord, "readAfter" | "readQueue">): ReturnType<CountedSource["cases"]> {
  const counted = new Map<string, { readonly because: string; readonly event: RecordedEvent }>();
  for await (const event of readAllEvents(record)) {
    const because = reasonOf(event);
    const key = `${event.stream} ${because}`;
    if (because !== undefined && !counted.has(key)) counted.set(key, { because, event });
  }
  // A case's openings one after another, so that it counts once in each cell.
  const opened = [...counted.values()].sort((a, b) => (a.event.stream < b.event.stream ? -1 : 1));
  const cases = new Set<string>(opened.map(({ event }) => event.stream));
  const rows = new Map<string, QueueRow>();
  for await (const row of readQueueRows(record)) if (cases.has(row.caseId)) rows.set(row.caseId, row);
  for (const { because, event } of opened) {
    const row = rows.get(event.stream);
    if (row) yield { partOf: event.stream, fields: { because, opened: dayOf(row, event.at) }, allegations: [] };
  }
}

function reasonOf({ type, body }: Pick<RecordedEvent, "type" | "body">): string | undefined {
  if (type !== "case.escrow-opened/1") return undefined;
  const value = parseCanonical(body);
  const fact = value.ok ? staffStatementShape(value.value) : undefined;
  return fact?.type === "case.escrow-opened/1" ? fact.because : undefined;
}
