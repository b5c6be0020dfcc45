import { isAscii } from "node:buffer";
import type { SealedPart } from "@temwen/record";
import {
  grantSize,
  identitySize,
  inspectSealed,
  isEvidenceSize,
  longGrantSize,
  sealedSize,
  shareSize,
  supportSize,
} from "@temwen/sealing/inspect";
import { type Manifest, manifestShape, partNames } from "@temwen/sealing/parcel";
import { type Digest, granted, type Result, refused } from "@temwen/vocabulary";
import { digestOf } from "../digest.ts";
import { type Field, splitForm } from "./split-form.ts";

/** The largest parcel, evidence apart: a 32 KiB story with everything around it is well below. */
export const largestParcel = 262_144;

export type ParcelRefusal =
  | { readonly code: "malformed-parcel" }
  | { readonly code: "malformed-manifest" }
  | {
      readonly code: "missing-part" | "unexpected-part" | "not-sealed" | "wrong-size" | "wrong-digest";
      readonly part: string;
    };

export type ReadParcel = {
  readonly manifest: Manifest;
  /** The signed bytes of its event. */
  readonly body: Uint8Array;
  readonly parts: readonly SealedPart[];
  readonly announced: readonly { readonly name: string; readonly digest: Digest; readonly size: number }[];
};

/**
 * Reads a parcel from a request's body and checks every part against the manifest: its place, digest, exact size, and
 * that it is an age file of the right kind. Whose signature the manifest bears is checked elsewhere.
 */
export function readParcel(body: Buffer, contentType: string): Result<ReadParcel, ParcelRefusal> {
  const fields = splitForm(body, contentType);
  if (!fields || hasDoubleNames(fields)) return refused({ code: "malformed-parcel" });
  const manifest = readManifest(fields[0]);
  if (!manifest) return refused({ code: "malformed-manifest" });
  const misplaced = findMisplaced(fields);
  if (misplaced) return refused(misplaced);

  const { event } = manifest.manifest;
  const announced = Object.entries(event.parts).filter(([name]) => name.startsWith("evidence-"));
  const parts: SealedPart[] = [];
  for (const { name, bytes } of fields.slice(1)) {
    const expected = event.parts[name];
    if (!expected) return refused({ code: "missing-part", part: name });
    const size = expectedSize(name, event.bucket * 1024, announced.length > 0);
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
  return granted({ ...manifest, parts, announced: announced.map(([name, entry]) => ({ name, ...entry })) });
}

/** A second part of the same name could stand for another than the one checked. */
const hasDoubleNames = (fields: readonly Field[]): boolean =>
  new Set(fields.map((field) => field.name)).size !== fields.length;

/** Exactly these parts, in the order that tells nothing (docs/specs/parcel.md). */
function findMisplaced(fields: readonly Field[]): ParcelRefusal | undefined {
  const names = fields.slice(1).map((field) => field.name);
  if (names.some((name) => !partNames.includes(name))) return { code: "unexpected-part", part: "unknown" };
  const missing = partNames.find((name) => !names.includes(name));
  if (missing) return { code: "missing-part", part: missing };
  return names.every((name, n) => name === partNames[n]) ? undefined : { code: "malformed-parcel" };
}

/** The manifest in its one spelling, so that what was signed lies in it byte for byte. */
function readManifest(field: Field | undefined): Pick<ReadParcel, "manifest" | "body"> | undefined {
  // Every member is written in ASCII without escapes; and what is not UTF-8 cannot pass for it.
  if (field?.name !== "manifest" || !isAscii(field.bytes)) return undefined;
  const text = field.bytes.toString("latin1");
  const value = parseJson(text);
  const manifest = text.includes("\\") ? undefined : manifestShape(value);
  if (!manifest || !hasSortedNames(value) || JSON.stringify(value) !== text) return undefined;
  return { manifest, body: field.bytes.subarray(eventStart.length, text.length - restOf(text).length) };
}

/** RFC 8785: the event is the first of the members, and the label key the next. */
const eventStart = '{"event":';
const restOf = (text: string): string => text.slice(text.lastIndexOf(',"labelKey":"'));

/** RFC 8785 §3.2.3, for names in ASCII. With sorted names, what JSON.stringify writes of such a value is canonical. */
function hasSortedNames(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedNames);
  let before = "";
  // Not by lists of names: they were a tenth of all memory that a filing leaves to the collector.
  for (const name in value) {
    if (name < before || !hasSortedNames((value as { readonly [name: string]: unknown })[name])) return false;
    before = name;
  }
  return true;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
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
