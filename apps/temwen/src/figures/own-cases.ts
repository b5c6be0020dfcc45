import type { QueueRow, TheRecord } from "@temwen/record";
import type { CountedSource } from "./counted-source.ts";
import { readStageDays, steps } from "./stage-days.ts";

/**
 * The office's own cases: what their queue rows say in clear, and how many days each took to get to each stage. No imported case is
 * among them. Of children, and of sexual exploitation and abuse, no days are counted.
 */
export function openOwnCases(record: Pick<TheRecord, "readQueue" | "readAfter">): CountedSource {
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
        ...Object.fromEntries(steps.map((step) => [step, "date" as const])),
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
    durations: Object.fromEntries(steps.map((step) => [`until-${step}`, { from: "received", to: step }])),
    shares: {},
    date: "received",
    cases: () => readOwn(record),
  };
}

const toldFacts = ["class", "rights", "forces", "department", "child"] as const;

async function* readOwn(record: Pick<TheRecord, "readQueue" | "readAfter">): ReturnType<CountedSource["cases"]> {
  const days = await readStageDays(record);
  for await (const { caseId, stage, receivedAt, facts } of readQueueRows(record)) {
    const told = toldFacts.flatMap((name) => (facts[name] === undefined ? [] : [[name, String(facts[name])] as const]));
    const took = mayTellDays(stage, facts) ? days.get(caseId) : undefined;
    yield {
      fields: { stage, received: receivedAt.slice(0, 10), ...took, ...Object.fromEntries(told) },
      allegations: [],
    };
  }
}

/** Of an erased case nothing is told but that it was; a few days around a child or an abuse could be somebody's. */
const mayTellDays = (stage: string, { child, class: ofClass }: QueueRow["facts"]): boolean =>
  stage !== "erased" && child !== "yes" && child !== "doubt" && ofClass !== "sexual-exploitation-and-abuse";

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
