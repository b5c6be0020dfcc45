import type { Vouching } from "@temwen/office";
import {
  bytesToBase64,
  type CaseId,
  fieldsOf,
  type Instant,
  type Json,
  parsed,
  parseId,
  parseInstant,
  type Shape,
  textLike,
} from "@temwen/vocabulary";

/** A case that the office opens, on its way: what was signed, its sealed parts, and what may be erased. */
export type OpeningToSend = {
  readonly statement: { readonly body: Uint8Array; readonly vouching: Vouching };
  readonly labelKey: Uint8Array;
  readonly salt: Uint8Array;
  readonly sealed: ReadonlyMap<string, Uint8Array>;
};

export type OpenedAnswer = { readonly case: CaseId; readonly at: Instant; readonly proofNumber: string };

export const openedAnswer: Shape<OpenedAnswer> = fieldsOf({
  case: parsed((value) => parseId("case", value)),
  at: parsed(parseInstant),
  proofNumber: textLike(/^\d{12}$/),
});

/** The body of the request (docs/specs/opened-cases.md). */
export const openingBody = ({ statement: { body, vouching }, labelKey, salt, sealed }: OpeningToSend): Json => ({
  statement: { body: bytesToBase64(body), vouching },
  labelKey: bytesToBase64(labelKey),
  salt: bytesToBase64(salt),
  sealed: Object.fromEntries([...sealed].map(([name, bytes]) => [name, bytesToBase64(bytes)])),
});
