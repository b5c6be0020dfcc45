import type { CaseId, Digest, Instant, StaffId } from "@temwen/vocabulary";
import { digestToBytes } from "@temwen/vocabulary";
import type pg from "pg";
import type { SealedPart, TheRecord } from "../record.ts";
import { readRows } from "./read.ts";

type PartReader = Pick<
  TheRecord,
  | "readPartNames"
  | "readParts"
  | "readMailbox"
  | "findOpening"
  | "noteOpening"
  | "readErasable"
  | "readAnnounced"
  | "markArrived"
  | "dropGrants"
>;

/** Sealed parts and what else belongs to a case beside its events. A parcel's parts are cut out of its one row. */
export function createPartReader(pool: pg.Pool): PartReader {
  return {
    async readPartNames(stream) {
      const rows = await readRows<{ name: string; digest: Digest; size: number; grantee: StaffId | null }>(pool, {
        name: "read_part_names",
        text: `
          select p.name, p.digest, p.size, null as grantee
          from filing, jsonb_to_recordset(parts) as p(name text collate "C", digest text, size int)
          where case_id = $1
          union all
          select name, encode(digest, 'hex'), length(bytes), grantee from sealed_part where stream = $1
          order by name`,
        values: [stream],
      });
      return rows.map(({ grantee, ...part }) => ({ ...part, ...(grantee === null ? {} : { grantee }) }));
    },
    async readParts(stream, names) {
      const rows = await readRows<{ name: string; digest: Digest; bytes: Buffer; grantee: StaffId | null }>(pool, {
        name: "read_parts",
        text: `
          select p.name, p.digest, substring(filing.bytes from p.at for p.size) as bytes, null as grantee
          from filing, jsonb_to_recordset(parts) as p(name text, digest text, at int, size int)
          where case_id = $1 and p.name = any ($2)
          union all
          select name, encode(digest, 'hex'), bytes, grantee from sealed_part where stream = $1 and name = any ($2)`,
        values: [stream, names],
      });
      const found = new Map<string, SealedPart>();
      for (const { grantee, ...part } of rows)
        found.set(part.name, { ...part, ...(grantee === null ? {} : { grantee }) });
      return [...new Set(names)].flatMap((name) => found.get(name) ?? []);
    },
    async readMailbox(mailbox) {
      const rows = await readRows<{ case_id: CaseId; receipt_key: string }>(pool, {
        name: "read_mailbox",
        text: "select case_id, receipt_key from filing where mailbox = $1 order by case_id",
        values: [digestToBytes(mailbox)],
      });
      return rows.map((row) => ({ caseId: row.case_id, receiptKey: row.receipt_key }));
    },
    async findOpening(mailbox) {
      const [row] = await readRows<{ hour: Instant }>(pool, {
        name: "find_opening",
        text: "select hour from mailbox_opening join filing using (case_id) where mailbox = $1 order by hour desc limit 1",
        values: [digestToBytes(mailbox)],
      });
      return row?.hour;
    },
    async noteOpening(mailbox, hour) {
      await readRows(pool, {
        name: "note_opening",
        // Within one hour nothing is written twice.
        text: `insert into mailbox_opening as known (case_id, hour) select case_id, $2 from filing where mailbox = $1
          on conflict (case_id) do update set hour = excluded.hour where known.hour <> excluded.hour`,
        values: [digestToBytes(mailbox), hour],
      });
    },
    async readErasable(caseId) {
      const [row] = await readRows<{ labelKey: Buffer; salt: Buffer }>(pool, {
        name: "read_erasable",
        text: 'select label_key as "labelKey", salt from filing where case_id = $1 and label_key is not null',
        values: [caseId],
      });
      return row;
    },
    async readAnnounced(caseId) {
      return readRows(pool, {
        name: "read_announced",
        text: `select name, encode(digest, 'hex') as digest, size, arrived from announced where case_id = $1 order by name`,
        values: [caseId],
      });
    },
    async markArrived(caseId, digest) {
      const rows = await readRows(pool, {
        name: "mark_arrived",
        text: "update announced set arrived = true where case_id = $1 and digest = $2 returning 1",
        values: [caseId, digestToBytes(digest)],
      });
      return rows.length > 0;
    },
    async dropGrants(grantee) {
      const rows = await readRows(pool, {
        name: "drop_grants",
        text: "delete from sealed_part where grantee = $1 returning 1",
        values: [grantee],
      });
      return rows.length;
    },
  };
}
