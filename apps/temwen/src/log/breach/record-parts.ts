import { isVouchedFor, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { type ComplaintReceived, complaintReceivedShape } from "@temwen/sealing/parcel";
import {
  canonicalBytes,
  fieldsOf,
  type Instant,
  type Json,
  listOf,
  parseCanonical,
  parsed,
  parseInstant,
  textUpTo,
  wholeUpTo,
} from "@temwen/vocabulary";

/** A canonical record taken apart (docs/specs/record.md). */
export type RecordParts = {
  readonly at: Instant;
  readonly body: Json;
  readonly index: number;
  readonly vouchings: readonly Vouching[];
};

const object = (value: unknown): Json | undefined =>
  typeof value === "object" && value !== null ? (value as Json) : undefined;
const recordShape = fieldsOf({
  at: parsed(parseInstant),
  body: object,
  index: wholeUpTo(1e9),
  vouchings: listOf(fieldsOf({ key: textUpTo(44), signature: textUpTo(88) }), 16),
});

/** Reads a canonical record; says nothing of its signatures. */
export function readRecord(bytes: Uint8Array): RecordParts | undefined {
  const value = parseCanonical(bytes);
  return value.ok ? recordShape(value.value) : undefined;
}

/** Whether a key is among those that vouch for a record, and its signature is good. */
export function isSignedBy({ body, vouchings }: RecordParts, key: string): boolean {
  const own = vouchings.find((vouching) => vouching.key === key);
  return own !== undefined && isVouchedFor(canonicalBytes(body), own, verifyOnNode);
}

/** The filing that a record 0 holds, signed by its own receipt key; undefined for anything else. */
export function readFiling(bytes: Uint8Array): ComplaintReceived | undefined {
  const record = readRecord(bytes);
  const filed = record?.index === 0 ? complaintReceivedShape(record.body) : undefined;
  return record && filed && isSignedBy(record, filed.receiptKey) ? filed : undefined;
}
