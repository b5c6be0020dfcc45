import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { SealedPart } from "../record.ts";

/** A value in which bytes are their digest: one record answers with Buffers, another with plain arrays of bytes. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `${value.length} bytes, ${createHash("sha256").update(value).digest("hex")}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

/** The parts are the same, in the same order. */
export function assertSameParts(actual: readonly SealedPart[], expected: readonly SealedPart[]): void {
  assert.deepEqual(plain(actual), plain(expected));
}

/** Sorts by one member, as code units. */
export const inOrder =
  <Key extends string>(key: Key) =>
  (a: { readonly [name in Key]: string }, b: { readonly [name in Key]: string }): number =>
    a[key] < b[key] ? -1 : 1;

/** 1, 2, … */
export const numbersUpTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);
