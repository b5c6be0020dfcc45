import { describe, test } from "node:test";
import type { TheRecord } from "../record.ts";
import { appendingPromises } from "./appending.ts";
import { erasingPromises } from "./erasing.ts";
import { filingPromises } from "./filing.ts";
import { followingPromises } from "./following.ts";
import { loggingPromises } from "./logging.ts";
import { openingPromises } from "./openings.ts";
import type { Promises } from "./promises.ts";
import { queuePromises } from "./queue.ts";
import { referralPromises } from "./referrals.ts";
import { registerPromises } from "./registers.ts";
import { sessionPromises } from "./sessions.ts";

/** An empty record for one test; `openAgain` opens the same record a second time, over connections of its own. */
export type OpenRecord = () => Promise<{
  readonly record: TheRecord;
  readonly openAgain: () => Promise<TheRecord>;
}>;

/** What every record must keep, whatever it is made of. */
export function recordContract(name: string, open: OpenRecord): void {
  const chapters: { readonly [chapter: string]: Promises } = {
    filing: filingPromises,
    appending: appendingPromises,
    following: followingPromises,
    queue: queuePromises,
    sessions: sessionPromises,
    erasing: erasingPromises,
    openings: openingPromises,
    "public log": loggingPromises,
    registers: registerPromises,
    referrals: referralPromises,
  };
  for (const [chapter, promises] of Object.entries(chapters)) {
    describe(`${name}: ${chapter}`, () => {
      for (const [promise, keep] of Object.entries(promises)) {
        test(promise, async () => {
          const { record, openAgain } = await open();
          await using _record = record;
          await keep(record, openAgain);
        });
      }
    });
  }
}
