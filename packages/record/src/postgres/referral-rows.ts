import { bytesToDigest, type CaseId, digestToBytes, type Instant } from "@temwen/vocabulary";
import type pg from "pg";
import type { ReferralRows } from "../referral-rows.ts";
import { readRows } from "./read.ts";

/** The codes by which forums answer. */
export function createReferralRows(pool: pg.Pool, writing: pg.Pool): ReferralRows {
  return {
    async keepCode(code, { caseId, referral }) {
      await readRows(writing, {
        name: "keep_referral_code",
        text: `insert into referral_code as known (code, case_id, referral) values ($1, $2, $3)
          on conflict (code) do update set referral = excluded.referral
          where known.answer is null and known.case_id = excluded.case_id`,
        values: [digestToBytes(code), caseId, referral],
      });
    },
    async findCode(code) {
      const [row] = await readRows<{ caseId: CaseId; referral: number }>(pool, {
        name: "find_referral_code",
        text: 'select case_id as "caseId", referral from referral_code where code = $1 and answer is null',
        values: [digestToBytes(code)],
      });
      return row;
    },
    async spendCode({ code, answer, next, at }) {
      // The row's lock makes it once: of two that come together the second finds an answer there. Not tried again by itself:
      // whoever asks again is told that the code is used, and by the next code that it was they who used it.
      const { rowCount } = await writing.query({
        name: "spend_referral_code",
        text: `with spent as (
            update referral_code set answer = $2, answered_at = $6 where code = $1 and answer is null returning case_id, referral
          ), kept as (
            insert into sealed_part (stream, name, digest, bytes) select case_id, $3, $2, $4 from spent
          ), following as (
            insert into referral_code (code, case_id, referral) select $5, case_id, referral from spent
          )
          select from spent`,
        values: [digestToBytes(code), digestToBytes(answer.digest), answer.name, answer.bytes, digestToBytes(next), at],
      });
      return rowCount === 1;
    },
    async readAnswers(cases) {
      const rows = await readRows<{ caseId: CaseId; referral: number; answer: Uint8Array; at: Instant }>(pool, {
        name: "read_referral_answers",
        text: `select case_id as "caseId", referral, answer, answered_at as at from referral_code
          where case_id = any($1) and answer is not null order by answered_at, answer`,
        values: [cases],
      });
      return rows.map(({ answer, ...came }) => ({ ...came, digest: bytesToDigest(answer) }));
    },
  };
}
