import { type Digest, digestToBytes, type ImportedCaseId } from "@temwen/vocabulary";
import pg from "pg";
import type { BatchOutcome, ImportState, RegisterBatch, RegisterRows, StandingCase } from "../register-rows.ts";
import { failureToFault, readRows } from "./read.ts";

/** Registers in PostgreSQL. `writing` brings cases, `pool` reads. */
export function createRegisterRows(pool: pg.Pool, writing: pg.Pool): RegisterRows {
  return {
    async readImport(register, from) {
      const [row] = await readRows<ImportState & { readonly peaks: Buffer }>(pool, {
        name: "register_import",
        text: `select size, peaks, allegations, flagged, added, changed from imported_batch
          where register = $1 and import = $2 order by start desc limit 1`,
        values: [register, from],
      });
      return row;
    },
    async bring(batch) {
      try {
        const { rows } = await writing.query<BatchRow>({
          name: "bring_cases",
          text: bringing,
          values: [...batchValues(batch)],
        });
        return rowToOutcome(rows[0]);
      } catch (error) {
        if (isTwice(error)) return { outcome: "case-twice" };
        const fault = failureToFault(error);
        if (fault.code === "no-space") return { outcome: "no-space" };
        throw fault;
      }
    },
    async readCases(register, standing, after, limit) {
      const rows = await readRows<CaseRow>(pool, {
        name: "register_cases",
        text: `select distinct on (register, case_id) ${columns} from imported_case
          where register = $1 and case_id > $2 and import = any ($3)
          order by register, case_id, version desc limit $4`,
        values: [register, after, standing, limit],
      });
      return rows.map(rowToCase);
    },
    async readVersions(register, caseId) {
      const rows = await readRows<CaseRow>(pool, {
        name: "register_versions",
        text: `select ${columns} from imported_case where register = $1 and case_id = $2 order by version`,
        values: [register, caseId],
      });
      return rows.map(rowToCase);
    },
    async readBatches(register, from, after, limit) {
      const rows = await readRows<Pick<RegisterBatch, "from" | "statement" | "vouching" | "hashes">>(pool, {
        name: "register_batches",
        text: `select start as "from", statement, vouching, hashes from imported_batch
          where register = $1 and import = $2 and start >= $3 order by start limit $4`,
        values: [register, from, after, limit],
      });
      return rows;
    },
  };
}

const columns = `case_id, version, import, place, encode(digest, 'hex') as digest, body`;

type CaseRow = {
  readonly case_id: ImportedCaseId;
  readonly version: number;
  readonly import: number;
  readonly place: number;
  readonly digest: Digest;
  readonly body: Buffer;
};

const rowToCase = ({ case_id, ...row }: CaseRow): StandingCase => ({ caseId: case_id, ...row });

type BatchRow = ImportState & { readonly outcome: BatchOutcome["outcome"] };

const bringing = `select outcome, size, peaks, allegations, flagged, added, changed
  from bring_cases($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

function batchValues(batch: RegisterBatch): readonly unknown[] {
  const { cases, after } = batch;
  let end = 1;
  const ends = cases.map(({ body }) => {
    end += body.length;
    return end;
  });
  return [
    batch.register,
    batch.import,
    batch.standing,
    batch.from,
    asBuffer(batch.statement),
    JSON.stringify(batch.vouching),
    asBuffer(batch.hashes),
    asBuffer(after.peaks),
    after.allegations,
    after.flagged,
    cases.map(({ caseId }) => caseId),
    Buffer.concat(cases.map(({ digest }) => digestToBytes(digest))),
    ends,
    Buffer.concat(cases.map(({ body }) => body)),
  ];
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function rowToOutcome(row: BatchRow | undefined): BatchOutcome {
  if (!row) throw new Error("the database answered nothing");
  const { outcome, ...state } = row;
  return outcome === "case-twice" || outcome === "no-space" ? { outcome } : { outcome, state };
}

/** One case twice in one batch: both wanted the same place. */
const isTwice = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === "23505";
