import type { CaseId } from "@temwen/vocabulary";
import type pg from "pg";
import type { QueuePage, QueueQuery, QueueRow, TheRecord, UnsaidQuery } from "../record.ts";
import { rowToSummary, type SummaryRow } from "./parcel-codec.ts";
import { readRows, type Statement } from "./read.ts";

type QueueRowRead = SummaryRow & { readonly case_id: CaseId; readonly version: number };

/**
 * One page of the queue. A case without a running clock lies at infinity, so that one comparison of pairs continues a
 * page wherever it ended, and the page costs the same whether ten cases wait or a hundred thousand.
 */
export function createQueueReader(pool: pg.Pool): Pick<TheRecord, QueueQuestion> {
  return {
    async readQueue(query) {
      const [rows, counts] = await Promise.all([
        readRows<QueueRowRead>(pool, pageStatement(query)),
        readRows<{ stage: string; cases: number }>(pool, {
          name: "read_stage_counts",
          text: "select stage, cases from stage_count where cases > 0",
          values: [],
        }),
      ]);
      return rowsToPage(rows, counts, query.limit);
    },
    async readAskedOpenings() {
      const rows = await readRows<{ case_id: CaseId }>(pool, {
        name: "read_asked_openings",
        text: `select case_id from case_summary where facts like '%"openingUntil":%' order by case_id limit 500`,
        values: [],
      });
      return rows.map(({ case_id }) => case_id);
    },
    async readUnsaidOfFloods(query) {
      const rows = await readRows<{ case_id: CaseId; unsaid: string }>(pool, unsaidStatement(query));
      return rows.map(({ case_id, unsaid }) => ({ caseId: case_id, unsaid }));
    },
    async readKeptFor(grantee) {
      const rows = await readRows<QueueRowRead>(pool, {
        name: "read_kept_for",
        text: `select ${columns} from case_summary
          where case_id in (select stream from sealed_part where grantee = $1) order by case_summary.due, case_id`,
        values: [grantee],
      });
      return rows.map(toQueueRow);
    },
    async findCases(beginning, limit) {
      const rows = await readRows<QueueRowRead>(pool, {
        name: "find_cases",
        // Ids are compared byte by byte, and every sign of an id stands before the tilde.
        text: `select ${columns} from case_summary where case_id >= $1 and case_id < $2 order by case_id limit $3`,
        values: [beginning, `${beginning}~`, limit],
      });
      return rows.map(toQueueRow);
    },
  };
}

type QueueQuestion = "readQueue" | "readKeptFor" | "findCases" | "readAskedOpenings" | "readUnsaidOfFloods";

const columns = "case_id, version, stage, received_at, nullif(due, 'infinity') as due, clock_id, facts";

const toQueueRow = (row: QueueRowRead): QueueRow => ({
  ...rowToSummary(row),
  caseId: row.case_id,
  version: row.version,
});

/** The question a page answers; exported so that its cost can be tested. */
export function pageStatement(query: QueueQuery): Statement {
  const due = query.after === undefined ? "-infinity" : (query.after.due ?? "infinity");
  const caseId = query.after?.caseId ?? "";
  // One row more than asked for tells whether another page follows.
  const values = [due, caseId, query.limit + 1];
  if (query.stage === undefined) {
    return {
      name: "read_queue",
      text: `select ${columns} from case_summary where (due, case_id) > ($1, $2) order by case_summary.due, case_id limit $3`,
      values,
    };
  }
  return {
    name: "read_queue_of_stage",
    text: `select ${columns} from case_summary where stage = $4 and (due, case_id) > ($1, $2)
      order by case_summary.due, case_id limit $3`,
    values: [...values, query.stage],
  };
}

/** Spelled as in the index `unsaid_of_floods`, or it would not serve. */
const unsaid = `(substring(facts from '"unsaid":"([^"]+)"') collate "C")`;

/** Which cases closed as a flood nobody spoke of; exported so that its cost can be tested. */
export const unsaidStatement = ({ now, limit, after }: UnsaidQuery): Statement => ({
  name: "read_unsaid_of_floods",
  text: `select case_id, ${unsaid} as unsaid from case_summary
    where stage = 'closed-as-flood' and ${unsaid} < $1 and (${unsaid}, case_id) > ($2, $3)
    order by ${unsaid}, case_id limit $4`,
  values: [now, after?.unsaid ?? "", after?.caseId ?? "", limit],
});

function rowsToPage(
  rows: readonly QueueRowRead[],
  counts: readonly { stage: string; cases: number }[],
  limit: number,
): QueuePage {
  return {
    rows: rows.slice(0, limit).map(toQueueRow),
    stages: Object.fromEntries(counts.map(({ stage, cases }) => [stage, cases])),
    more: rows.length > limit,
  };
}
