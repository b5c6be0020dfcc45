import { refuseDefectiveAppend, refuseDefectiveFiling } from "../defects.ts";
import type { TheRecord } from "../record.ts";
import { type Connection, createPool } from "./connect.ts";
import { createEraser } from "./erase.ts";
import { createLogRows } from "./log-rows.ts";
import { migrate } from "./migrate.ts";
import { failureToFault, readRows } from "./read.ts";
import { createEventReader } from "./read-events.ts";
import { createPartReader } from "./read-parts.ts";
import { createQueueReader } from "./read-queue.ts";
import { createReferralRows } from "./referral-rows.ts";
import { createRegisterRows } from "./register-rows.ts";
import { createSessions } from "./sessions.ts";
import { appending, filing } from "./write.ts";
import { createWriter } from "./writer.ts";

/** Opens the record in a PostgreSQL database, brought up to this release first. Throws `RecordFault`. */
export async function openPostgresRecord(
  options: Connection & { readonly onNotice?: (line: string) => void },
): Promise<TheRecord> {
  const onNotice = options.onNotice ?? (() => undefined);
  const pool = createPool(options, 8, onNotice);
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw failureToFault(error);
  }
  // Writers have their own connections, so that no crowd of readers keeps a filing waiting.
  const writing = createPool(options, 3, onNotice);
  const filings = createWriter(writing, filing);
  const appends = createWriter(writing, appending);
  return {
    async fileComplaint(one) {
      refuseDefectiveFiling(one);
      return filings.write(one);
    },
    async append(act) {
      refuseDefectiveAppend(act);
      return appends.write(act);
    },
    ...createEventReader(pool),
    ...createQueueReader(pool),
    ...createPartReader(pool),
    ...createSessions(pool),
    ...createEraser(writing),
    log: createLogRows(pool, writing),
    registers: createRegisterRows(pool, writing),
    referrals: createReferralRows(pool, writing),
    async ping() {
      await readRows(pool, { name: "ping", text: "select 1", values: [] });
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([filings.drain(), appends.drain()]);
      await Promise.all([writing.end(), pool.end()]);
    },
  };
}
