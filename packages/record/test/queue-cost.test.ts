import assert from "node:assert/strict";
import { after, test } from "node:test";
import { parseId, parseInstant } from "@temwen/vocabulary";
import type pg from "pg";
import { createPool } from "../src/postgres/connect.ts";
import { openPostgresRecord } from "../src/postgres/index.ts";
import { countCases } from "../src/postgres/put-back.ts";
import type { Statement } from "../src/postgres/read.ts";
import { pageStatement, unsaidStatement } from "../src/postgres/read-queue.ts";
import type { QueueQuery } from "../src/record.ts";
import { startTestServer } from "./database.ts";

const server = await startTestServer();
after(() => server[Symbol.asyncDispose]());

const middle = parseInstant("2026-06-01T00:00:00.000Z");
const someCase = parseId("case", `cas_${"0".repeat(26)}`);
assert.ok(middle.ok && someCase.ok);

const questions: { readonly [which: string]: QueueQuery } = {
  "the first page": { limit: 50 },
  "a page in the middle": { limit: 50, after: { due: middle.value, caseId: someCase.value } },
  "a page without clocks": { limit: 50, after: { due: null, caseId: someCase.value } },
  "a common stage": { limit: 50, stage: "received" },
  "a common stage in the middle": {
    limit: 50,
    stage: "received",
    after: { due: middle.value, caseId: someCase.value },
  },
  "a rare stage": { limit: 50, stage: "referred" },
};

test("a page of the queue touches no more of the disk among a hundred thousand cases than its own rows need", async () => {
  const config = await server.freshDatabase();
  const pool = createPool({ config }, 1, () => undefined);
  try {
    await fill(pool, 1, 10);
    for (const step of [10_000, 100_000]) {
      await fill(pool, step / 10 + 1, step);
      for (const [which, query] of Object.entries(questions)) {
        const types = query.stage === undefined ? "timestamptz, text, bigint" : "timestamptz, text, bigint, text";
        const pages = await touchedPages(pool, pageStatement(query), types);
        // 51 rows from as many pages at worst, and the way down the index.
        assert.ok(pages <= 51 + 12, `${which} of ${step} cases touches ${pages} pages`);
      }
      const floods = unsaidStatement({ now: middle.value, limit: 50 });
      const pages = await touchedPages(pool, floods, "text, text, text, bigint");
      assert.ok(pages <= 51 + 12, `late floods of ${step} cases touch ${pages} pages`);
    }
    await using record = await openPostgresRecord({ config });
    const { stages } = await record.readQueue({ limit: 1 });
    const [counted] = (await pool.query("select count(*) as cases from case_summary")).rows;
    assert.equal(
      Object.values(stages).reduce((sum, cases) => sum + cases, 0),
      counted.cases,
    );
  } finally {
    await pool.end();
  }
});

/** Cases as the years leave them: most closed without a clock, some running, some closed as a flood, a few at a rare stage. */
async function fill(pool: pg.Pool, from: number, to: number): Promise<void> {
  await pool.query(
    `insert into case_summary (case_id, version, stage, received_at, due, clock_id, facts)
     select 'cas_' || md5(n::text), 1,
       case when n % 9000 = 0 then 'referred' when n % 3 = 1 and n % 2 = 0 then 'closed-as-flood' when n % 3 = 0 then 'received' else 'closed' end, now(),
       case when n % 3 = 0 then '2026-01-01'::timestamptz + (n % 300) * interval '1 day' else 'infinity' end,
       case when n % 3 = 0 then 'acknowledge' end,
       case when n % 5 = 0 then '{"unsaid":"2026-05-01T00:00:00.000Z"}' when n % 5 = 1 then '{"unsaid":""}'
         else '{"unsaid":"2026-12-01T00:00:00.000Z"}' end
     from generate_series($1::int, $2::int) as n`,
    [from, to],
  );
  await pool.query(countCases);
  await pool.query("vacuum analyze case_summary");
}

async function touchedPages(pool: pg.Pool, { name, text, values }: Statement, types: string): Promise<number> {
  await pool.query("deallocate all");
  await pool.query(`prepare ${name} (${types}) as ${text}`);
  const given = values.map((value) => (typeof value === "number" ? value : `'${value}'`)).join(", ");
  const { rows } = await pool.query(`explain (analyze, buffers, format json) execute ${name} (${given})`);
  const plan = rows[0]["QUERY PLAN"][0].Plan;
  return Number(plan["Shared Hit Blocks"]) + Number(plan["Shared Read Blocks"]);
}
