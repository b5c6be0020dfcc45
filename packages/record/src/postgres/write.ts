import type { Instant } from "@temwen/vocabulary";
import type { Append, AppendOutcome, Filing, FilingOutcome, SealedPart } from "../record.ts";
import { encodeAppends, encodeFilings } from "./parcel-codec.ts";
import type { Kind } from "./writer.ts";

/** Filing parcels. */
export const filing: Kind<Filing, FilingOutcome> = {
  name: "record_filings",
  text: "select n, outcome, at, proof_number from record_filings($1, $2)",
  encode: encodeFilings,
  answer(_filing, row, again) {
    const { outcome, at, proof_number } = row as FilingRow;
    if (outcome === "another-digest") return { outcome };
    // Sent again after a lost answer, "already filed" is the news of the first attempt.
    return { outcome: again ? "filed" : outcome, at, proofNumber: proof_number };
  },
  noSpace: () => ({ outcome: "no-space" }),
  unknown: (cause) => ({ outcome: "unknown", cause }),
  size: (one) => partsToSize(one.parts) + one.event.body.length,
  key: (one) => one.caseId,
};

type FilingRow = {
  readonly outcome: "filed" | "already-filed" | "another-digest";
  readonly at: Instant;
  readonly proof_number: string;
};

/** Appending acts. */
export const appending: Kind<Append, AppendOutcome> = {
  name: "record_appends",
  text: "select n, outcome, version, same from record_appends($1, $2)",
  encode: encodeAppends,
  answer(act, row, again) {
    const { outcome, version, same } = row as AppendRow;
    if (outcome === "appended") return { outcome, version };
    if (again && same) return { outcome: "appended", version: act.expected + act.events.length };
    return { outcome: "conflict", expected: act.expected, actual: version };
  },
  noSpace: () => ({ outcome: "no-space" }),
  unknown: (cause) => ({ outcome: "unknown", cause }),
  size: (act) => partsToSize(act.parts) + act.events.reduce((sum, event) => sum + event.body.length, 0),
};

type AppendRow = { readonly outcome: "appended" | "conflict"; readonly version: number; readonly same: boolean | null };

const partsToSize = (parts: readonly SealedPart[]): number => parts.reduce((sum, part) => sum + part.bytes.length, 0);
