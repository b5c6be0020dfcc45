import type { Append, AppendOutcome, Filing, FilingOutcome, SealedPart } from "../record.ts";
import { timestampToInstant } from "./connect.ts";
import { encodeAppend, encodeFiling } from "./parcel-codec.ts";
import type { Kind } from "./writer.ts";

/** Filing parcels. */
export const filing: Kind<Filing, FilingOutcome> = {
  name: "record_filing",
  text: `select outcome, at, proof_number from record_filing(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
  encode: encodeFiling,
  answer(_filing, [outcome, at, proofNumber], again) {
    if (outcome === "another-digest") return { outcome };
    if ((outcome !== "filed" && outcome !== "already-filed") || !at || !proofNumber) throw unread();
    // Sent again after a lost answer, "already filed" is the news of the first attempt.
    return { outcome: again ? "filed" : outcome, at: timestampToInstant(at), proofNumber };
  },
  noSpace: () => ({ outcome: "no-space" }),
  unknown: (cause) => ({ outcome: "unknown", cause }),
  size: (one) => partsToSize(one.parts) + one.event.body.length,
  key: (one) => one.caseId,
};

/** Appending acts. */
export const appending: Kind<Append, AppendOutcome> = {
  name: "record_appends",
  text: "select outcome, version, same from record_appends($1, $2)",
  encode: encodeAppend,
  answer(act, [outcome, version, same], again) {
    if (outcome === "appended") return { outcome, version: Number(version) };
    if (outcome !== "conflict") throw unread();
    if (again && same === "t") return { outcome: "appended", version: act.expected + act.events.length };
    return { outcome, expected: act.expected, actual: Number(version) };
  },
  noSpace: () => ({ outcome: "no-space" }),
  unknown: (cause) => ({ outcome: "unknown", cause }),
  size: (act) => partsToSize(act.parts) + act.events.reduce((sum, event) => sum + event.body.length, 0),
};

const unread = (): Error => new Error("the database answered what no writing function says");

const partsToSize = (parts: readonly SealedPart[]): number => parts.reduce((sum, part) => sum + part.bytes.length, 0);
