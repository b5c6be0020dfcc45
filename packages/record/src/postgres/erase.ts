import { type Digest, digestToBytes, type Instant } from "@temwen/vocabulary";
import type pg from "pg";
import type { AppendOutcome, Erasure, TheRecord } from "../record.ts";
import { errorToFate } from "./faults.ts";
import { encodeAppends } from "./parcel-codec.ts";
import { failureToFault, readRows } from "./read.ts";
import { appending } from "./write.ts";

type Eraser = Pick<TheRecord, "doomEvidence" | "isAnnounced" | "eraseCase" | "forgetExpired">;

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
    eraseCase: (erasure) => eraseCase(pool, erasure),
    async forgetExpired(now: Instant) {
      const [row] = await readRows<{ sessions: number; challenges: number }>(pool, {
        name: "forget_expired",
        text: `with ended as (delete from session where expires <= $1 returning 1),
            spent as (delete from spent_challenge where until <= $1 returning 1)
          select (select count(*) from ended) as sessions, (select count(*) from spent) as challenges`,
        values: [now],
      });
      return row ?? { sessions: 0, challenges: 0 };
    },
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
const erasing = [
  "delete from sealed_part where stream = $1",
  "delete from announced where case_id = $1",
  "delete from doomed_blob where case_id = $1",
  "delete from mailbox_opening where case_id = $1",
  `update log_leaf set salt = null where salt is not null and key in (
    select e.position || '/' || part from event e cross join generate_series(0, 15) as part where e.stream = $1)`,
  `update filing set mailbox = null, receipt_key = null, label_key = null, salt = null, parts = '[]', bytes = ''
    where case_id = $1`,
];

async function eraseCase(pool: pg.Pool, { caseId, expected, event, summary }: Erasure): Promise<AppendOutcome> {
  const act = { stream: caseId, expected, events: [event], parts: [], summary };
  const { items, sealed } = encodeAppends([act]);
  const client = await pool.connect().catch((error: unknown) => {
    throw failureToFault(error);
  });
  let isBroken = true;
  try {
    await client.query("begin");
    const { rows } = await client.query(appending.text, [items, Buffer.concat(sealed.pieces, sealed.size)]);
    const outcome = appending.answer(act, rows[0], false);
    for (const text of outcome.outcome === "appended" ? erasing : []) await client.query(text, [caseId]);
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
