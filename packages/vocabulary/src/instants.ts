import { granted, type Result, refused } from "./result.ts";

declare const instantBrand: unique symbol;

/** A point in time: UTC, ISO 8601 with milliseconds, for example `2026-11-21T18:00:00.000Z`. */
export type Instant = string & { readonly [instantBrand]: true };

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Reads an instant; a day that does not exist (30 February) is refused. */
export function parseInstant(text: unknown): Result<Instant, "malformed-instant"> {
  if (typeof text !== "string" || !shape.test(text)) return refused("malformed-instant");
  const millis = Date.parse(text);
  if (Number.isNaN(millis) || new Date(millis).toISOString() !== text) return refused("malformed-instant");
  return granted(text as Instant);
}

/** The instant `millis` milliseconds after 1970-01-01T00:00Z. */
export const millisToInstant = (millis: number): Instant => new Date(millis).toISOString() as Instant;

/** Milliseconds after 1970-01-01T00:00Z. */
export const instantToMillis = (instant: Instant): number => Date.parse(instant);
