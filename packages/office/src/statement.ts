import {
  canonicalBytes,
  canonicalText,
  type Instant,
  type Json,
  joinBytes,
  type OfficeId,
  type StaffId,
  utf8,
} from "@temwen/vocabulary";

/** A public key and its signature over a statement, both base64. */
export type Vouching = { readonly key: string; readonly signature: string };

/** Ed25519 as the place offers it: node:crypto on servers and desks, noble in browsers; both give one verdict. */
export type VerifySignature = (key: string, message: Uint8Array, signature: string) => boolean;
export type SignMessage = (message: Uint8Array) => string;
/** A signing key in use: its public half and what signs with it. */
export type Signer = { readonly key: string; readonly sign: SignMessage };

/** What a signature on an event covers: `temwen/event/1`, a line feed, and the body's canonical bytes. */
export function eventMessage(body: Uint8Array): Uint8Array {
  return joinBytes(eventPrefix, body);
}

const eventPrefix = utf8("temwen/event/1\n");

/** Signs an event's canonical bytes. */
export function vouchFor(body: Uint8Array, signer: Signer): Vouching {
  return { key: signer.key, signature: signer.sign(eventMessage(body)) };
}

/** Whether the vouching's own key signed these bytes; says nothing about whose key it is. */
export function isVouchedFor(body: Uint8Array, vouching: Vouching, verify: VerifySignature): boolean {
  return verify(vouching.key, eventMessage(body), vouching.signature);
}

/**
 * The canonical record of an event: what its digest, and later its leaf in the public log, commit to.
 * `at` is the server's hour, `index` the place in the stream. Source: docs/specs/record.md.
 */
export function recordBytes(record: {
  readonly at: Instant;
  /** The body, or its canonical bytes where they are at hand. */
  readonly body: Json | Uint8Array;
  readonly index: number;
  readonly vouchings: readonly Vouching[];
}): Uint8Array {
  const body = record.body instanceof Uint8Array ? record.body : canonicalBytes(record.body);
  const vouchings = record.vouchings.map(({ key, signature }) => ({ key, signature }));
  // RFC 8785 by hand for these four members, so that a body that is canonical already is not written again.
  return joinBytes(
    utf8(`{"at":${canonicalText(record.at)},"body":`),
    body,
    utf8(`,"index":${canonicalText(record.index)},"vouchings":${canonicalText(vouchings)}}`),
  );
}

/** What a person signs to sign in: the server's challenge, for this office and this person only. */
export function sessionMessage(office: OfficeId, staff: StaffId, nonce: string): Uint8Array {
  return joinBytes(utf8("temwen/session/1\n"), canonicalBytes({ nonce, office, staff }));
}
