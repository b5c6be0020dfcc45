import { hasLoneSurrogate, utf8, utf8ToText } from "./bytes.ts";
import { granted, type Result, refused } from "./result.ts";

/** What canonical bytes can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one spelling of a JSON value: RFC 8785 (JCS), UTF-8, no Unicode normalisation.
 * ECMAScript's own number and string forms are the ones RFC 8785 §3.2.2 asks for.
 * Throws on what JSON cannot say (NaN, infinities, lone surrogates, undefined): that is a bug of the caller.
 */
export function canonicalBytes(value: Json): Uint8Array {
  return utf8(canonicalText(value));
}

/** The same as text. */
export function canonicalText(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value === "string") return stringText(value);
  if (isList(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object") throw new Error(`canonical bytes cannot hold ${typeof value}`);
  // RFC 8785 §3.2.3: by UTF-16 code units, which is what sort() compares.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${stringText(key)}:${canonicalText(value[key] as Json)}`);
  return `{${members.join(",")}}`;
}

/**
 * Reads bytes that claim to be canonical: anything but the one spelling is refused, so that a signature over the
 * bytes is a signature over the value (duplicate keys, other spacing and other escapes included).
 */
export function parseCanonical(bytes: Uint8Array): Result<Json, "malformed-canonical"> {
  const text = utf8ToText(bytes);
  if (!text.ok) return refused("malformed-canonical");
  try {
    const value = JSON.parse(text.value) as Json;
    return canonicalText(value) === text.value ? granted(value) : refused("malformed-canonical");
  } catch {
    return refused("malformed-canonical");
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error("canonical bytes cannot hold NaN or an infinity");
  return JSON.stringify(value);
}

function stringText(value: string): string {
  if (hasLoneSurrogate(value)) throw new Error("canonical bytes cannot hold a lone surrogate");
  return JSON.stringify(value);
}
