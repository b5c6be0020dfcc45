import type { QueueRow, TheRecord } from "@temwen/record";
import type { Instant } from "@temwen/vocabulary";

/** The cases whose nearest clock is past, longest past first. Behind the first that is not, none is late. */
export async function* readLate(record: Pick<TheRecord, "readQueue">, now: Instant): AsyncGenerator<QueueRow> {
  let after: { readonly due: Instant | null; readonly caseId: QueueRow["caseId"] } | undefined;
  for (;;) {
    const page = await record.readQueue({ limit: 100, ...(after && { after }) });
    for (const row of page.rows) {
      if (!row.clock || row.clock.due > now) return;
      yield row;
      after = { due: row.clock.due, caseId: row.caseId };
    }
    if (!page.more) return;
  }
}
