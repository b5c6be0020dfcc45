import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Finding, secondsToText } from "../speak.ts";

/** Seconds by which honest clocks may differ. */
const mostAhead = 300n;

/** Whether a head is new enough; all in seconds. What the log itself says of times counts for nothing. */
export function judgeFreshness(question: {
  readonly seen: bigint | null;
  readonly now: bigint;
  readonly maxAge: bigint;
}): Result<"fresh", Finding> {
  const { seen, now, maxAge } = question;
  if (seen === null) return refused({ code: "no-witness-time" });
  if (seen > now + mostAhead) return refused({ code: "clock-differs", cosignedAt: secondsToText(seen) });
  return now - seen > maxAge ? refused({ code: "too-old", cosignedAt: secondsToText(seen) }) : granted("fresh");
}
