import { granted, type Result, refused } from "./result.ts";

/** Text as UTF-8. Throws on a lone surrogate: it has no UTF-8 form and would silently become another character. */
export function utf8(text: string): Uint8Array {
  if (hasLoneSurrogate(text)) throw new Error("text with a lone surrogate has no UTF-8 form");
  return encoder.encode(text);
}

const encoder = new TextEncoder();

/** UTF-8 bytes as text, nothing dropped (a byte order mark stays), nothing repaired. */
export function utf8ToText(bytes: Uint8Array): Result<string, "malformed-utf8"> {
  try {
    return granted(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refused("malformed-utf8");
  }
}

/** Whether a JavaScript string holds half of a surrogate pair. `isWellFormed` is fast, and missing on old phones. */
export function hasLoneSurrogate(text: string): boolean {
  if (typeof text.isWellFormed === "function") return !text.isWellFormed();
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/.test(text);
}

/** RFC 4648 §4, padded. */
export function bytesToBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

/** The bits that padding leaves over must be zero, or one byte string would have several spellings. */
const strictBase64 = /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/;

/** RFC 4648 §4, padded and strict: one byte string has exactly one spelling. */
export function parseBase64(text: unknown): Result<Uint8Array, "malformed-base64"> {
  if (typeof text !== "string" || text.length % 4 !== 0 || !strictBase64.test(text)) {
    return refused("malformed-base64");
  }
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return granted(bytes);
}

/** Several byte strings as one. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let size = 0;
  for (const part of parts) size += part.length;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two byte strings are equal. Not for secrets: it stops at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
