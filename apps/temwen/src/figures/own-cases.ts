import type { QueueRow, TheRecord } from "@temwen/record";
import type { CountedSource } from "./counted-source.ts";

/** The office's own cases: what their queue rows say in clear. No imported case is among them. */
export function openOwnCases(record: Pick<TheRecord, "readQueue">): CountedSource {
  return {
    about: { kind: "own" },
    declared: {
      cases: {
        received: "date",
        stage: "text",
        class: "text",
        rights: "text",
        forces: "text",
        department: "text",
        child: "text",
      },
      allegations: {},
    },
    tables: [
      { by: ["stage"] },
      { by: ["received:month"] },
      { by: ["class"] },
      { by: ["department"] },
      { by: ["forces"] },
    ],
    durations: {},
    shares: {},
    date: "received",
    cases: () => readOwn(record),
  };
}

const toldFacts = ["class", "rights", "forces", "department", "child"] as const;

async function* readOwn(record: Pick<TheRecord, "readQueue">): ReturnType<CountedSource["cases"]> {
  for await (const { stage, receivedAt, facts } of readQueueRows(record)) {
    const told = toldFacts.flatMap((name) => (facts[name] === undefined ? [] : [[name, String(facts[name])] as const]));
    yield { fields: { stage, received: receivedAt.slice(0, 10), ...Object.fromEntries(told) }, allegations: [] };
  }
}

/** Every row of the queue, page by page. */
export async function* readQueueRows(record: Pick<TheRecord, "readQueue">): AsyncIterable<QueueRow> {
  for (let after: Parameters<TheRecord["readQueue"]>[0]["after"]; ; ) {
    const page = await record.readQueue({ limit: 500, ...(after && { after }) });
    for (const row of page.rows) {
      yield row;
      after = { due: row.clock?.due ?? null, caseId: row.caseId };
    }
    if (!page.more) return;
  }
}
