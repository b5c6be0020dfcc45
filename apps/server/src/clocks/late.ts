import type { QueueRow, TheRecord, UnsaidCase } from "@temwen/record";
import type { CaseId, Instant } from "@temwen/vocabulary";

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

/** The cases closed as a flood of which nobody said yet that a clock passed: in the queue's order they have no place. */
export async function* readLateFloods(
  record: Pick<TheRecord, "readUnsaidOfFloods">,
  now: Instant,
): AsyncGenerator<CaseId> {
  const limit = 100;
  let after: UnsaidCase | undefined;
  for (;;) {
    const page = await record.readUnsaidOfFloods({ now, limit, ...(after && { after }) });
    for (const { caseId } of page) yield caseId;
    after = page.at(-1);
    if (page.length < limit) return;
  }
}
