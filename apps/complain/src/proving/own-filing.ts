import type { FilingReceipt, ServedEvent } from "@temwen/courier";
import { type Directory, recordBytes, type VerifySignature } from "@temwen/office";
import { leafHashOf } from "@temwen/sealing/leaf";
import type { Manifest } from "@temwen/sealing/parcel";
import { bytesToBase64, canonicalBytes, granted, type Instant, parseBase64, type Result } from "@temwen/vocabulary";
import { firstLeaves } from "./event-leaves.ts";
import type { KeptFiling } from "./kept-filing.ts";
import { type PromiseRefusal, readPromise } from "./promise.ts";

/** A complaint that was taken: what this device signed, and what the office answered. */
export type OwnFiling = {
  readonly manifest: Manifest;
  readonly filing: FilingReceipt;
  readonly directory: Pick<Directory, "office" | "clockKey">;
};

/** The first event of the case as this device knows it; nobody else's word is needed for it but the hour. */
export const filedEvent = ({ manifest, filing }: Pick<OwnFiling, "manifest" | "filing">): ServedEvent => ({
  at: filing.at,
  index: 0,
  body: canonicalBytes(manifest.event),
  vouchings: [manifest.vouching],
});

/** The office's word that this complaint will stand in its log: by when, and what of it a person keeps. */
export type OwnPromise = { readonly by: Instant; readonly leafHash: string; readonly kept: KeptFiling };

/** What the office promised at filing, if it is its word for what was signed here. */
export function readOwnPromise(own: OwnFiling, verify: VerifySignature): Result<OwnPromise, PromiseRefusal> {
  const { manifest, filing, directory } = own;
  const event = filedEvent(own);
  const salt = decode(manifest.salt);
  const leaves = new Map(
    firstLeaves(event, { labelKey: decode(manifest.labelKey), salt }).map((leaf) => [
      bytesToBase64(leafHashOf(leaf)),
      leaf,
    ]),
  );
  const read = readPromise(filing.promise, directory, [...leaves.keys()], verify);
  if (!read.ok) return read;
  const { leaf: leafHash, by } = read.value;
  const leaf = leaves.get(leafHash);
  // readPromise believes no other hash than these.
  if (!leaf) throw new Error("a promise was believed for a leaf that nobody computed");
  const kept = { record: recordBytes(event), salt, leaf, ...(filing.promise && { promise: filing.promise }) };
  return granted({ by, leafHash, kept });
}

function decode(base64: string): Uint8Array {
  const bytes = parseBase64(base64);
  if (!bytes.ok) throw new Error("a manifest that was just made has malformed base64");
  return bytes.value;
}
