import { type Digest, digestToBytes } from "@temwen/vocabulary";
import type pg from "pg";
import type { Append, AppendOutcome, TheRecord } from "../record.ts";
import { errorToFate } from "./faults.ts";
import { failureToFault, readRows } from "./read.ts";
import { sendCalls } from "./send-calls.ts";
import { appending } from "./write.ts";

type Eraser = Pick<TheRecord, "doomEvidence" | "isAnnounced" | "eraseCase" | "eraseMatter">;

/** Taking away what may go. */
export function createEraser(pool: pg.Pool): Eraser {
  return {
    async doomEvidence(caseId) {
      await readRows(pool, {
        name: "doom_evidence",
        text: `with gone as (delete from announced where case_id = $1 returning digest)
          insert into doomed_blob (case_id, digest) select distinct $1, digest from gone on conflict do nothing`,
        values: [caseId],
      });
      const rows = await readRows<{ digest: Digest }>(pool, {
        name: "doomed_evidence",
        text: `select encode(digest, 'hex') as digest from doomed_blob d
          where case_id = $1 and not exists (select from announced a where a.digest = d.digest) order by 1`,
        values: [caseId],
      });
      return rows.map(({ digest }) => digest);
    },
    eraseCase: ({ caseId, expected, event, summary }) =>
      eraseStream(pool, { stream: caseId, expected, events: [event], parts: [], summary }),
    eraseMatter: ({ matter, expected, event }) =>
      eraseStream(pool, { stream: matter, expected, events: [event], parts: [] }),
    async isAnnounced(digest: Digest) {
      const rows = await readRows(pool, {
        name: "is_announced",
        text: "select from announced where digest = $1 limit 1",
        values: [digestToBytes(digest)],
      });
      return rows.length > 0;
    },
  };
}

/** Each in the transaction that appends the event; what is under the case's name in no other table stays nowhere. */
const erasing = {
  // First: whoever answers at this moment holds this row, and what they leave is there before the parts go.
  referral_code: "delete from referral_code where case_id = $1",
  sealed_part: "delete from sealed_part where stream = $1",
  announced: "delete from announced where case_id = $1",
  doomed_blob: "delete from doomed_blob where case_id = $1",
  mailbox_opening: "delete from mailbox_opening where case_id = $1",
  log_leaf: `update log_leaf set salt = null where salt is not null and key in (
    select e.position || '/' || part from event e cross join generate_series(0, 15) as part where e.stream = $1)`,
  filing: `update filing set mailbox = null, receipt_key = null, label_key = null, salt = null, parts = '[]', bytes = ''
    where case_id = $1`,
};

/** The tables in which an erasure leaves dead rows: those above, and that of the summaries, which it replaces. */
export const erasedTables: readonly string[] = [...Object.keys(erasing), "case_summary"];

async function eraseStream(pool: pg.Pool, act: Append): Promise<AppendOutcome> {
  const client = await pool.connect().catch((error: unknown) => {
    throw failureToFault(error);
  });
  let isBroken = true;
  try {
    await client.query("begin");
    const [row] = await sendCalls(client, { ...appending, calls: [appending.encode(act)] });
    const outcome = appending.answer(act, row ?? [], false);
    for (const text of outcome.outcome === "appended" ? Object.values(erasing) : [])
      await client.query(text, [act.stream]);
    await client.query("commit");
    isBroken = false;
    return outcome;
  } catch (error) {
    const fate = errorToFate(error);
    if (fate.fate === "unknown") return { outcome: "unknown", cause: error };
    if (fate.because === "no-space") return { outcome: "no-space" };
    throw failureToFault(error);
  } finally {
    // A connection in a failed transaction is not handed on.
    client.release(isBroken);
  }
}
