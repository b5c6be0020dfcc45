import type pg from "pg";
import { errorToFate, RecordFault } from "./faults.ts";

export type Statement = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
};

/**
 * Runs one reading statement, prepared by name. A pool may hand out a connection whose server has just gone; reading
 * twice does no harm, so a lost connection is tried anew, until one is fresh.
 */
export async function readRows<Row>(pool: pg.Pool, statement: Statement): Promise<readonly Row[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await pool.query({ ...statement, values: [...statement.values] })).rows as Row[];
    } catch (error) {
      const fate = errorToFate(error);
      if (fate.fate === "unknown" && attempt <= pool.options.max) continue;
      throw failureToFault(error);
    }
  }
}

/** A failed statement as a fault of the record. */
export function failureToFault(error: unknown): RecordFault {
  if (error instanceof RecordFault) return error;
  const fate = errorToFate(error);
  if (fate.fate === "unknown") return new RecordFault("unreachable", "the database cannot be reached", error);
  if (fate.because === "no-space") return new RecordFault("no-space", "the database has no space left", error);
  if (fate.because === "busy") return new RecordFault("busy", "the database did not answer in time", error);
  return new RecordFault("write-failed", "the database refused a statement", error);
}
