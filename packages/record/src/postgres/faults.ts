/** What is broken about the database; thrown, because no person's act can cause it. */
export type RecordFaultCode =
  /** Nothing was written. */
  | "unreachable"
  | "busy"
  | "write-failed"
  | "no-space"
  /** Of carrying a whole record: there is none to take, or one where it was to go. */
  | "no-record"
  | "database-not-empty"
  /** The database and this release do not belong together. */
  | "database-newer"
  | "migration-changed"
  | "database-too-old";

/** A fault of the record. Its message never carries what was being written. */
export class RecordFault extends Error {
  readonly code: RecordFaultCode;
  constructor(code: RecordFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "RecordFault";
    this.code = code;
  }
}

/** What became of a statement that failed. */
export type Fate =
  /** PostgreSQL refused the statement, so nothing of its transaction stands. */
  | { readonly fate: "undone"; readonly because: "no-space" | "busy" | "again" | "defect" }
  /** The connection went away: it may stand or not. */
  | { readonly fate: "unknown" };

/** Reads a failure of the driver. Only an answer of severity ERROR proves that the transaction was rolled back. */
export function errorToFate(error: unknown): Fate {
  if (error instanceof RecordFault) return { fate: "undone", because: "defect" };
  const { severity, code } = (error ?? {}) as { severity?: unknown; code?: unknown };
  if (severity !== "ERROR" || typeof code !== "string") return { fate: "unknown" };
  if (code === "53100" || code === "58030") return { fate: "undone", because: "no-space" }; // disk_full, io_error
  if (code === "55P03" || code === "57014" || code === "53200") return { fate: "undone", because: "busy" };
  if (code.startsWith("40")) return { fate: "undone", because: "again" }; // rolled back for another's sake
  return { fate: "undone", because: "defect" };
}

/** What PostgreSQL answers whoever may not do something. */
export const insufficientPrivilege = "42501";
