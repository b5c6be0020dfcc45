import { type Directory, vouchFor } from "@temwen/office";
import { bytesToBase64, canonicalBytes, type Digest } from "@temwen/vocabulary";
import { digestOf } from "./age-file.ts";
import { stopLabel } from "./leaf.ts";
import type { ComplaintReceived, Manifest } from "./parcel.ts";
import type { ReceiptKeys } from "./receipt.ts";
import type { StoryBucket } from "./sizes.ts";

/** Describes every sealed part in the event that opens the case, and signs it with the receipt's key. */
export function createManifest(sealed: {
  readonly receipt: ReceiptKeys;
  readonly directory: Directory;
  readonly storyRecipient: string;
  readonly bucket: StoryBucket;
  readonly parts: readonly (readonly [string, Uint8Array])[];
  /** Digests of large parts that were reckoned before. */
  readonly digests?: ReadonlyMap<string, Digest>;
}): Manifest {
  const { receipt, directory } = sealed;
  const parts: { [name: string]: { digest: Digest; size: number } } = {};
  for (const [name, bytes] of sealed.parts) {
    parts[name] = { digest: sealed.digests?.get(name) ?? digestOf(bytes), size: bytes.length };
  }
  const event: ComplaintReceived = {
    type: "case.received/1",
    case: receipt.caseId,
    office: directory.office,
    epoch: directory.epoch,
    policy: directory.policy.digest,
    labelKey: digestOf(receipt.labelKey),
    stops: Object.fromEntries(directory.policy.clocks.map((clock) => [clock, stopLabel(receipt.labelKey, clock)])),
    bucket: sealed.bucket,
    receiptKey: receipt.signer.key,
    replyRecipient: receipt.replyRecipient,
    storyRecipient: sealed.storyRecipient,
    parts,
  };
  return {
    event,
    vouching: vouchFor(canonicalBytes(event), receipt.signer),
    mailbox: receipt.mailbox,
    labelKey: bytesToBase64(receipt.labelKey),
    salt: bytesToBase64(crypto.getRandomValues(new Uint8Array(32))),
  };
}
