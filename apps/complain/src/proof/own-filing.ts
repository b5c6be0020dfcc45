import type { FilingReceipt, MailboxCase, ServedEvent } from "@temwen/courier";
import type { Directory } from "@temwen/office";
import { verifyInBrowser } from "@temwen/office/signing-web";
import { primitivesInBrowser } from "@temwen/public-log/primitives-web";
import { formatHash } from "@temwen/public-log/tree";
import type { Manifest } from "@temwen/sealing/parcel";
import { canonicalBytes, type Instant, parseBase64, type Result } from "@temwen/vocabulary";
import { firstLeaves } from "../proving/event-leaves.ts";
import { type PromiseRefusal, readPromise } from "../proving/promise.ts";
import { UnreachableFault } from "../steps/log-files.ts";

/** A complaint that was taken: what this phone signed, and what the office answered. */
export type OwnFiling = {
  readonly manifest: Manifest;
  readonly filing: FilingReceipt;
  readonly directory: Pick<Directory, "office" | "clockKey">;
};

/** The first event of the case as this phone knows it; nobody else's word is needed for it but the hour. */
export const filedEvent = ({ manifest, filing }: OwnFiling): ServedEvent => ({
  at: filing.at,
  index: 0,
  body: canonicalBytes(manifest.event),
  vouchings: [manifest.vouching],
});

/** The office's word that this complaint will stand in its log: by when, if it holds. */
export function readOwnPromise(own: OwnFiling): Result<{ readonly by: Instant }, PromiseRefusal> {
  const opening = { labelKey: decode(own.manifest.labelKey), salt: decode(own.manifest.salt) };
  const leaves = firstLeaves(filedEvent(own), opening);
  const hashes = leaves.map((leaf) => formatHash(primitivesInBrowser.hasher.leaf(leaf)));
  return readPromise(own.filing.promise, own.directory, hashes, verifyInBrowser);
}

/**
 * The case as far as it is known here, once for each place where the log says that the proof number stands. Throws
 * `UnreachableFault`.
 */
export async function findOwnCase(own: OwnFiling): Promise<readonly MailboxCase[]> {
  const events = [filedEvent(own)];
  const salt = decode(own.manifest.salt);
  const kept = { case: own.filing.case, events, sealed: {} };
  const indexes = await findNumber(own.filing.proofNumber);
  if (indexes.length === 0) return [{ ...kept, leaves: [] }];
  return indexes.map((index) => ({ ...kept, leaves: [{ event: 0, part: 0, index, salt }] }));
}

/** Where a number stands, as anybody may ask (docs/specs/log.md). What comes back is checked against the log itself. */
async function findNumber(proofNumber: string): Promise<readonly bigint[]> {
  try {
    const answer = await fetch("/api/log/find", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ proofNumber }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    if (!answer.ok) throw new UnreachableFault();
    const { indexes } = (await answer.json()) as { readonly indexes?: readonly unknown[] };
    return (indexes ?? [])
      .slice(0, 4)
      .flatMap((index) => (/^\d{1,15}$/.test(String(index)) ? [BigInt(String(index))] : []));
  } catch (cause) {
    throw new UnreachableFault("", { cause });
  }
}

function decode(base64: string): Uint8Array {
  const bytes = parseBase64(base64);
  if (!bytes.ok) throw new Error("a manifest that was just made has malformed base64");
  return bytes.value;
}
