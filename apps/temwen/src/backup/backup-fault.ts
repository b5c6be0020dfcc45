/** Why a backup cannot be made, read or put back; each has one line that a person can act on. */
export type BackupFaultCode =
  | "no-recipient"
  | "malformed-recipient"
  | "mixed-recipients"
  | "malformed-identity"
  | "file-exists"
  | "no-space"
  | "no-office"
  | "no-record"
  | "not-written-well"
  | "not-a-backup"
  | "wrong-identity"
  | "damaged"
  | "newer-release"
  | "another-office"
  | "record-contradicts-itself"
  | "folder-not-empty"
  | "interrupted"
  /** Of a restore that ended half done. */
  | "pieces-left"
  | "nothing-to-clear"
  /** Of a list of erasures. */
  | "not-a-list"
  | "list-not-proved"
  | "another-history"
  | "erasures-not-done";

/** Thrown wherever it is met and said once, by the verb: the streams between would only hand it on. */
export class BackupFault extends Error {
  readonly code: BackupFaultCode;

  constructor(code: BackupFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "BackupFault";
    this.code = code;
  }
}

/** Bytes that are not what was written: the age file does not open to its end, or its inside does not fit. */
export const damaged = (cause?: unknown): BackupFault =>
  new BackupFault("damaged", "this backup is damaged or not whole; nothing of it was used", cause);

/** What stands there already is never replaced. */
export const fileExists = (out: string): BackupFault =>
  new BackupFault("file-exists", `${out} exists already; say another --out`);
