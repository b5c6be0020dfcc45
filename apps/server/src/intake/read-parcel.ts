import { type MultipartPart, parseMultipart } from "@remix-run/multipart-parser";
import type { SealedPart } from "@temwen/record";
import {
  evidenceSize,
  grantSize,
  identitySize,
  inspectSealed,
  longGrantSize,
  sealedSize,
  shareSize,
  supportSize,
} from "@temwen/sealing/inspect";
import { type Manifest, manifestShape, partNames } from "@temwen/sealing/parcel";
import { type Digest, granted, type Result, refused } from "@temwen/vocabulary";
import { digestOf } from "../digest.ts";

/** The largest parcel, evidence apart: a 32 KiB story with everything around it is well below. */
export const largestParcel = 262_144;

export type ParcelRefusal =
  | { readonly code: "too-large" }
  | { readonly code: "malformed-parcel" }
  | { readonly code: "malformed-manifest" }
  | {
      readonly code: "missing-part" | "unexpected-part" | "not-sealed" | "wrong-size" | "wrong-digest";
      readonly part: string;
    };

export type ReadParcel = {
  readonly manifest: Manifest;
  readonly parts: readonly SealedPart[];
  readonly announced: readonly { readonly name: string; readonly digest: Digest; readonly size: number }[];
};

/**
 * Reads a parcel from a request's body and checks every part against the manifest: name, digest, exact size, and
 * that it is an age file of the right kind. Whose signature the manifest bears is checked elsewhere.
 */
export function readParcel(body: Uint8Array, contentType: string): Result<ReadParcel, ParcelRefusal> {
  const fields = readFields(body, contentType);
  if (!fields.ok) return fields;
  const manifest = manifestShape(parseJson(fields.value.get("manifest")));
  if (!manifest) return refused({ code: "malformed-manifest" });

  const described = manifest.event.parts;
  const announced = Object.entries(described).filter(([name]) => name.startsWith("evidence-"));
  const parts: SealedPart[] = [];
  for (const name of fields.value.keys()) {
    if (name !== "manifest" && !partNames.includes(name)) return refused({ code: "unexpected-part", part: "unknown" });
  }
  for (const name of partNames) {
    const bytes = fields.value.get(name);
    const expected = described[name];
    if (!bytes || !expected) return refused({ code: "missing-part", part: name });
    const size = expectedSize(name, manifest.event.bucket * 1024, announced.length > 0);
    const sealed = inspectSealed(bytes, size);
    if (!sealed.ok) return refused({ code: sealed.refusal.code, part: name });
    const digest = digestOf(bytes);
    if (expected.digest !== digest || expected.size !== bytes.length)
      return refused({ code: "wrong-digest", part: name });
    parts.push({ name, digest, bytes });
  }
  for (const [name, { size }] of announced) {
    if (!isEvidenceSize(size)) return refused({ code: "wrong-size", part: name });
  }
  return granted({ manifest, parts, announced: announced.map(([name, entry]) => ({ name, ...entry })) });
}

function readFields(body: Uint8Array, contentType: string): Result<ReadonlyMap<string, Uint8Array>, ParcelRefusal> {
  if (body.length > largestParcel) return refused({ code: "too-large" });
  const boundary = /^multipart\/form-data;\s*boundary=(?:"([^"]{1,100})"|([^\s;"]{1,100}))\s*$/i.exec(contentType);
  const spelled = boundary?.[1] ?? boundary?.[2];
  if (!spelled) return refused({ code: "malformed-parcel" });
  const limits = { boundary: spelled, maxParts: 20, maxFileSize: largestParcel, maxTotalSize: largestParcel };
  const fields = new Map<string, Uint8Array>();
  try {
    for (const part of parseMultipart(body, limits)) {
      const name = part.name;
      // A second part of the same name could stand for another than the one checked.
      if (!name || fields.has(name)) return refused({ code: "malformed-parcel" });
      fields.set(name, bytesOf(part));
    }
  } catch {
    // The parser throws on every kind of broken framing.
    return refused({ code: "malformed-parcel" });
  }
  return granted(fields);
}

const bytesOf = (part: MultipartPart): Uint8Array => part.bytes;

function parseJson(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function expectedSize(name: string, story: number, withEvidence: boolean): number {
  if (name === "story") return sealedSize(story);
  if (name === "identity") return sealedSize(identitySize);
  if (name === "support") return sealedSize(supportSize);
  if (name.startsWith("share-")) return sealedSize(shareSize);
  return sealedSize(withEvidence ? longGrantSize : grantSize);
}

/** Evidence has few sizes: powers of two of a chunk. */
function isEvidenceSize(sealed: number): boolean {
  for (let chunks = 1; chunks <= 256; chunks *= 2) {
    if (sealed === sealedSize(evidenceSize(chunks * 262_144))) return true;
  }
  return false;
}
