import { type Signer, type Vouching, vouchFor } from "@temwen/office";
import {
  bytesToBase64,
  canonicalBytes,
  type Instant,
  instantToMillis,
  millisToInstant,
  type OfficeId,
} from "@temwen/vocabulary";
import { sha256 } from "../digest.ts";

/** A word that a leaf will stand in the public log by an hour (docs/specs/log.md). */
export type Promised = {
  readonly type: "temwen.promise/1";
  readonly office: OfficeId;
  /** The leaf's hash, base64. */
  readonly leaf: string;
  readonly by: Instant;
};

/** The word, and the office's key that vouches for it. */
export type SignedPromise = { readonly body: Promised; readonly vouching: Vouching };

/** Gives the word for a leaf of that hour. The same leaf and hour get the same bytes. */
export type GivePromise = (leaf: Uint8Array, at: Instant) => SignedPromise;

/** The office's word, given by its clock key. */
export function createPromises(office: OfficeId, signer: Signer, hours: number): GivePromise {
  return (leaf, at) => {
    const body: Promised = {
      type: "temwen.promise/1",
      office,
      leaf: bytesToBase64(sha256(Buffer.concat([Uint8Array.of(0), leaf]))),
      by: millisToInstant(instantToMillis(at) + hours * 3_600_000),
    };
    return { body, vouching: vouchFor(canonicalBytes(body), signer) };
  };
}
