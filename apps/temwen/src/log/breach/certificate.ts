import type { SignedBody, Vouching } from "@temwen/office";
import {
  bytesToBase64,
  canonicalBytes,
  fieldsOf,
  granted,
  type Json,
  listOf,
  oneOf,
  parseBase64,
  parseCanonical,
  parsed,
  type Result,
  refused,
  textLike,
  textUpTo,
} from "@temwen/vocabulary";

/** What accuses an office of having let a clock pass. Source: docs/specs/breach.md. */
export type Certificate = {
  readonly clock: string;
  readonly record: Uint8Array;
  readonly salt: Uint8Array;
  readonly leaf: Uint8Array;
  readonly proof: Uint8Array;
  /** The deadline policy as the log holds it. */
  readonly policy: Uint8Array;
  /** A signed checkpoint from after the due hour. */
  readonly after: Uint8Array;
  readonly openings: readonly Opening[];
};

/** What a leaf with a stop label opens to, and the directory by which its signer is known. */
export type Opening = {
  readonly index: bigint;
  readonly salt: Uint8Array;
  readonly record: Uint8Array;
  readonly directory: SignedBody;
};

const mostBytes = 4_194_304;
const bytes = parsed(parseBase64);
const openingFields = fieldsOf({
  type: oneOf("temwen.opening/1"),
  index: textLike(/^(0|[1-9]\d{0,18})$/),
  salt: bytes,
  record: bytes,
  directory: fieldsOf({
    body: bytes,
    vouchings: listOf(fieldsOf({ key: textUpTo(44), signature: textUpTo(88) }), 16),
  }),
});
const certificateFields = fieldsOf({
  type: oneOf("temwen.breach/1"),
  clock: textLike(/^[a-z][a-z-]{1,31}$/),
  record: bytes,
  salt: bytes,
  leaf: bytes,
  proof: bytes,
  policy: bytes,
  after: bytes,
  openings: listOf(openingFields, 64),
});

/** Reads a certificate's form. What it proves, `judgeBreach` says. */
export function parseCertificate(file: Uint8Array): Result<Certificate, { readonly code: "malformed-breach" }> {
  const value = file.length <= mostBytes ? parseCanonical(file) : null;
  const read = value?.ok ? certificateFields(value.value) : undefined;
  if (!read) return refused({ code: "malformed-breach" });
  const { type: _, openings, ...rest } = read;
  return granted({ ...rest, openings: openings.map(toOpening) });
}

/** Reads an opening that somebody brought. */
export function parseOpening(file: Uint8Array): Result<Opening, { readonly code: "malformed-opening" }> {
  const value = file.length <= mostBytes ? parseCanonical(file) : null;
  const read = value?.ok ? openingFields(value.value) : undefined;
  return read ? granted(toOpening(read)) : refused({ code: "malformed-opening" });
}

/** The bytes of a certificate. */
export const formatCertificate = ({ clock, openings, ...held }: Certificate): Uint8Array =>
  canonicalBytes({
    type: "temwen.breach/1",
    clock,
    openings: openings.map(spellOpening),
    ...Object.fromEntries(Object.entries(held).map(([name, value]) => [name, bytesToBase64(value)])),
  });

/** The bytes of an opening by itself. */
export const formatOpening = (opening: Opening): Uint8Array => canonicalBytes(spellOpening(opening));

const spellOpening = ({ index, salt, record, directory }: Opening): Json => ({
  type: "temwen.opening/1",
  index: index.toString(),
  salt: bytesToBase64(salt),
  record: bytesToBase64(record),
  directory: {
    body: bytesToBase64(directory.body),
    vouchings: directory.vouchings.map(({ key, signature }: Vouching) => ({ key, signature })),
  },
});

function toOpening({ index, salt, record, directory }: NonNullable<ReturnType<typeof openingFields>>): Opening {
  return { index: BigInt(index), salt, record, directory };
}
