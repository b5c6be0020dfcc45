import type { Append, Filing, SealedPart } from "./record.ts";

/** Throws where a parcel cannot be meant: a bug of the caller, found before anything is written. */
export function refuseDefectiveFiling(filing: Filing): void {
  refuseDoubleNames(filing.parts);
  if (filing.parts.some((part) => part.grantee !== undefined)) throw new Error("a parcel holds no grants by name");
}

/** The same for an act. */
export function refuseDefectiveAppend(act: Append): void {
  refuseDoubleNames(act.parts);
  if (act.summary !== undefined && !act.stream.startsWith("cas_")) throw new Error("only a case has a summary");
}

function refuseDoubleNames(parts: readonly SealedPart[]): void {
  if (new Set(parts.map((part) => part.name)).size !== parts.length) throw new Error("two parts have one name");
}
