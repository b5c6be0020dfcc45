import type { FilingReceipt } from "@temwen/courier";
import { bytesToBase64, canonicalBytes } from "@temwen/vocabulary";

/**
 * What a person keeps of a filing, so that an office which withholds the rest can still be accused: it needs no mailbox, and it
 * opens none. Source: docs/specs/kept-filing.md.
 */
export type KeptFiling = {
  /** The canonical record 0. */
  readonly record: Uint8Array;
  readonly salt: Uint8Array;
  readonly leaf: Uint8Array;
  readonly promise?: NonNullable<FilingReceipt["promise"]>;
  /** A `.tlog-proof` of the leaf, the earlier the better. */
  readonly proof?: Uint8Array;
};

/** The bytes of the file. */
export const formatKeptFiling = ({ record, salt, leaf, promise, proof }: KeptFiling): Uint8Array =>
  canonicalBytes({
    type: "temwen.kept/1",
    record: bytesToBase64(record),
    salt: bytesToBase64(salt),
    leaf: bytesToBase64(leaf),
    ...(promise && { promise: { body: promise.body, vouching: promise.vouching } }),
    ...(proof && { proof: bytesToBase64(proof) }),
  });
