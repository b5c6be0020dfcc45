// How fast the record takes parcels of 41 KB, beside one bare durable insert of the same bytes per complaint, by
// 1, 8 and 64 people at once, on the same embedded server. Prints one JSON line per number of people.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSamples } from "@temwen/record/contract";
import { startEmbedded } from "@temwen/record/embedded";
import { openPostgresRecord } from "@temwen/record/postgres";
import pg from "pg";

const secondsEach = Number(process.argv[2] ?? 2);
const rounds = 3;

const folder = await mkdtemp(join(tmpdir(), "temwen-bench-"));
try {
  await using embedded = await startEmbedded({ folder });
  await using record = await openPostgresRecord({ config: embedded.connection });
  await using pool = Object.assign(new pg.Pool({ ...embedded.connection, max: 10 }), {
    [Symbol.asyncDispose]: () => pool.end(),
  });
  await pool.query("create table bare (id text primary key, parcel bytea not null)");
  const samples = createSamples("intake");
  const template = samples.fullParcel();
  const bytes = Buffer.concat(template.parts.map((part) => part.bytes));

  const insertBare = async (): Promise<void> => {
    await pool.query({
      name: "bare",
      text: "insert into bare (id, parcel) values ($1, $2)",
      values: [samples.caseId(), bytes],
    });
  };
  const file = async (): Promise<void> => {
    const outcome = await record.fileComplaint({ ...template, caseId: samples.caseId(), mailbox: samples.digest() });
    if (outcome.outcome !== "filed") throw new Error(outcome.outcome);
  };
  for (const people of [8, 1, 8, 64]) {
    const rates = { bare: 0, record: 0 };
    for (let round = 0; round < rounds; round += 1) {
      rates.bare += (await measure(people, insertBare)) / rounds;
      rates.record += (await measure(people, file)) / rounds;
    }
    process.stdout.write(
      `${JSON.stringify({
        people,
        bare: Math.round(rates.bare),
        record: Math.round(rates.record),
        ratio: Number((rates.record / rates.bare).toFixed(2)),
      })}\n`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Acts per second while `people` of them act one after the other. */
async function measure(people: number, act: () => Promise<void>): Promise<number> {
  let acts = 0;
  const start = performance.now();
  const end = start + secondsEach * 1000;
  const person = async (): Promise<void> => {
    while (performance.now() < end) {
      await act();
      acts += 1;
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  return acts / ((performance.now() - start) / 1000);
}
