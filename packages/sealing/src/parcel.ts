import { hybridRecipient, type Vouching } from "@temwen/office";
import {
  type CaseId,
  canonicalText,
  type Digest,
  fieldsOf,
  type OfficeId,
  oneOf,
  parseDigest,
  parsed,
  parseId,
  type Shape,
  tableOf,
  textLike,
  wholeUpTo,
} from "@temwen/vocabulary";
import { largestEvidence, type StoryBucket, sealedSize, storyBuckets } from "./sizes.ts";

/**
 * The first event of a case and the manifest of what was filed, signed by the receipt's key.
 * Final from the first day. Source: docs/specs/parcel.md.
 */
export type ComplaintReceived = {
  readonly type: "case.received/1";
  readonly case: CaseId;
  readonly office: OfficeId;
  /** Of the directory the complaint was sealed with. */
  readonly epoch: number;
  /** Digest of the deadline policy in force. */
  readonly policy: Digest;
  /** SHA-256 of the label key. */
  readonly labelKey: Digest;
  /** One stop label per publishable clock: HMAC-SHA-256(label key, `temwen/stop/1\n` + clock id), base64. */
  readonly stops: { readonly [clock: string]: string };
  readonly bucket: StoryBucket;
  readonly receiptKey: string;
  readonly replyRecipient: string;
  /** Later messages of the person are sealed to it. */
  readonly storyRecipient: string;
  readonly parts: { readonly [name: string]: { readonly digest: Digest; readonly size: number } };
};

/** A complaint as it travels: the signed manifest, what may be erased, and the sealed parts. */
export type Parcel = {
  readonly manifest: Manifest;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Evidence follows as blobs, after the text is safe. */
  readonly evidence: ReadonlyMap<string, Uint8Array>;
};

/** The `manifest` field of a parcel. */
export type Manifest = {
  readonly event: ComplaintReceived;
  readonly vouching: Vouching;
  /** Mailbox id, base64. The server keeps its digest only. */
  readonly mailbox: string;
  readonly labelKey: string;
  readonly salt: string;
};

/** The parts of every parcel; evidence-1 … evidence-8 may follow. */
export const partNames: readonly string[] = [
  "story",
  "identity",
  "support",
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `grant-${n}`),
  ...[1, 2, 3, 4, 5].map((n) => `share-${n}`),
];

const base64Of32 = textLike(/^[A-Za-z0-9+/]{43}=$/);

const complaintReceived = fieldsOf({
  type: oneOf("case.received/1"),
  case: parsed((value) => parseId("case", value)),
  office: parsed((value) => parseId("office", value)),
  epoch: wholeUpTo(1e9),
  policy: parsed(parseDigest),
  labelKey: parsed(parseDigest),
  stops: tableOf(/^[a-z][a-z-]{1,31}$/, base64Of32, 32),
  bucket: oneOf(...storyBuckets),
  receiptKey: base64Of32,
  replyRecipient: hybridRecipient,
  storyRecipient: hybridRecipient,
  parts: tableOf(
    /^(story|identity|support|grant-[1-8]|share-[1-5]|evidence-[1-8])$/,
    fieldsOf({ digest: parsed(parseDigest), size: wholeUpTo(sealedSize(largestEvidence)) }),
    24,
  ),
});

/** Reads the body of a `case.received/1`. */
export const complaintReceivedShape: Shape<ComplaintReceived> = complaintReceived;

/** Reads the `manifest` field. Says nothing about its signature or its parts. */
export const manifestShape: Shape<Manifest> = fieldsOf({
  event: complaintReceived,
  vouching: fieldsOf({ key: base64Of32, signature: textLike(/^[A-Za-z0-9+/]{86}==$/) }),
  mailbox: base64Of32,
  labelKey: base64Of32,
  salt: base64Of32,
});

/** A parcel as the form fields of one request, and back from a file in which the command keeps it. */
export function parcelToForm(parcel: Parcel): FormData {
  const form = new FormData();
  form.set("manifest", canonicalText(parcel.manifest));
  for (const [name, bytes] of parcel.parts) form.set(name, new Blob([new Uint8Array(bytes)]), `${name}.age`);
  return form;
}
