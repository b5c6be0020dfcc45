import { followMeasures, type StaffStatement, staffStatementShape } from "@temwen/casework";
import type { CountedCase } from "@temwen/disclosure";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import { parseCanonical } from "@temwen/vocabulary";
import type { CountedSource } from "./counted-source.ts";
import { dayOf, readQueueRows } from "./queue-rows.ts";

type Reading = Pick<TheRecord, "readQueue" | "readStream">;

/**
 * What the panel ordered or recommended to make good, and what became of it. A case counts once for each form, bearer and end, however
 * many measures it has: so that what is told stands for so many cases.
 */
export function openOwnRedress(record: Reading): CountedSource {
  return {
    about: { kind: "measures" },
    declared: {
      cases: { form: "text", bearer: "text", delivered: "text", "decided-by": "text", ruled: "date" },
      allegations: {},
    },
    tables: [
      { by: ["form"] },
      { by: ["bearer"] },
      { by: ["delivered"] },
      { by: ["form", "delivered"] },
      { by: ["bearer", "delivered"] },
    ],
    durations: {},
    shares: {
      delivered: {
        field: "delivered",
        part: ["delivered"],
        among: ["delivered", "partly", "refused", "no-answer", "open"],
      },
    },
    date: "ruled",
    cases: () => readMeasures(record),
  };
}

/** Stages at which a case may have been ruled on: behind a review it may stand at an earlier one again, and an erasure takes no measure back. */
const stages = [
  ...["investigating", "before-panel", "found", "ruled", "settled"],
  ...["closed", "withdrawn", "transferred", "erased"],
] as const;

async function* readMeasures(record: Reading): ReturnType<CountedSource["cases"]> {
  for (const stage of stages) {
    for await (const row of readQueueRows(record, stage)) {
      const measures = measuresIn(await record.readStream(row.caseId), (hour) => dayOf(row, hour));
      // Of one case: however many bearers it names, it fills no cell alone.
      for (const measure of measures) yield { ...measure, partOf: row.caseId };
    }
  }
}

/** The measures of every ruling as they were recorded last, those alike once; `open` where nothing was. */
export function measuresIn(
  events: readonly Pick<RecordedEvent, "body">[],
  tellDay: (hour: string) => string,
): readonly CountedCase[] {
  const said = events.flatMap(({ body }) => statementIn(body) ?? []);
  const once = new Map<string, CountedCase>();
  for (const { measure, ruled, deliveries } of followMeasures(said, (statement) => statement)) {
    const became = deliveries.at(-1)?.fact;
    const fields = {
      form: measure.form,
      bearer: measure.bearer,
      delivered: became?.delivered ?? "open",
      "decided-by": became?.decidedBy ?? "open",
      ruled: tellDay(ruled.at),
    };
    const alike = `${fields.form} ${fields.bearer} ${fields.delivered} ${fields["decided-by"]}`;
    once.set(alike, { fields, allegations: [] });
  }
  return [...once.values()];
}

function statementIn(body: Uint8Array): StaffStatement | undefined {
  const value = parseCanonical(body);
  return value.ok ? staffStatementShape(value.value) : undefined;
}
