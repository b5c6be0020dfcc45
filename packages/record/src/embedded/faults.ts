/** Why the embedded database could not be used; one clear line each. */
export type EmbeddedFaultCode =
  | "no-binaries"
  | "no-account"
  | "folder-not-writable"
  | "disk-full"
  | "newer-cluster"
  | "older-cluster"
  | "password-missing"
  | "in-use"
  | "start-failed"
  | "stop-failed";

/** A broken machine or installation, never a person's doing: thrown, with a code a command can print. */
export class EmbeddedFault extends Error {
  readonly code: EmbeddedFaultCode;
  constructor(code: EmbeddedFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "EmbeddedFault";
    this.code = code;
  }
}

/** Reads what initdb, pg_ctl or the file system complained about; `otherwise` is used where nothing is recognised. */
export function complaintToFault(complaint: unknown, folder: string, otherwise: EmbeddedFaultCode): EmbeddedFault {
  if (complaint instanceof EmbeddedFault) return complaint;
  const text = complaint instanceof Error ? `${errorCode(complaint)} ${complaint.message}` : String(complaint);
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(text)) {
    return new EmbeddedFault("disk-full", `no space left for the database in ${folder}`, complaint);
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system|Operation not permitted/.test(text)) {
    return new EmbeddedFault("folder-not-writable", `the database folder cannot be written: ${folder}`, complaint);
  }
  const words = text.trim().split("\n").slice(-4).join(" | ");
  return new EmbeddedFault(otherwise, `the embedded database failed: ${words}`, complaint);
}

/** The code of a file-system or process error, or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
