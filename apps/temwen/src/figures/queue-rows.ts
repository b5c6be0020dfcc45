import { quarterOf } from "@temwen/disclosure";
import type { QueueRow, TheRecord } from "@temwen/record";

/** Every row of the queue, or of one stage of it, page by page. */
export async function* readQueueRows(record: Pick<TheRecord, "readQueue">, stage?: string): AsyncIterable<QueueRow> {
  for (let after: Parameters<TheRecord["readQueue"]>[0]["after"]; ; ) {
    const page = await record.readQueue({ limit: 500, ...(stage && { stage }), ...(after && { after }) });
    for (const row of page.rows) {
      yield row;
      after = { due: row.clock?.due ?? null, caseId: row.caseId };
    }
    if (!page.more) return;
  }
}

const guardedRights = ["sexual-violence-and-exploitation", "children"];

/**
 * Whether a case is of a child, or in doubt of one, or of sexual exploitation and abuse: it is counted by quarter and no days of it are, for
 * one month, or a few days, could be somebody's. So is an erased one, of which nothing tells any more what it was.
 */
export function isGuarded({
  stage,
  facts: { child, class: ofClass, rights },
}: Pick<QueueRow, "stage" | "facts">): boolean {
  const isOfRight = String(rights ?? "")
    .split(/[ ,]+/)
    .some((right) => guardedRights.includes(right));
  const isOfChild = child === "yes" || child === "doubt";
  return stage === "erased" || isOfChild || isOfRight || ofClass === "sexual-exploitation-and-abuse";
}

/** A day of a case as finely as it may be told. */
export const dayOf = (row: Pick<QueueRow, "stage" | "facts">, hour: string): string =>
  isGuarded(row) ? quarterOf(hour) : hour.slice(0, 10);
