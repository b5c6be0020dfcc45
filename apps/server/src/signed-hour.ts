import { type Instant, instantToMillis } from "@temwen/vocabulary";

/** How far the hour that somebody signed may be from the server's, in milliseconds (docs/specs/record.md). */
export const signedHourMillis = 5 * 60_000;

/** Whether two clocks agree well enough for an hour that was signed. */
export const isNear = (signed: Instant, now: Instant): boolean =>
  Math.abs(instantToMillis(now) - instantToMillis(signed)) <= signedHourMillis;
