import type { TheRecord } from "../record.ts";

/** A promise of the record, and how it is kept. */
export type Promises = {
  readonly [promise: string]: (record: TheRecord, openAgain: () => Promise<TheRecord>) => Promise<void>;
};
