import { type Cosigned, isQuorum, type LogPolicy } from "@temwen/public-log/policy";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { type Finding, secondsToText } from "../speak.ts";

/** Seconds by which honest clocks may differ. */
const mostAhead = 300n;

/**
 * The latest hour, in seconds since 1970, at which enough witnesses together had seen the head; null where none says a time.
 * The newest of all would let one witness alone make an old head look new.
 */
export function quorumTime(policy: LogPolicy, cosigned: readonly Cosigned[]): bigint | null {
  const newestFirst = [...cosigned].sort((a, b) => (a.time < b.time ? 1 : -1));
  const names = new Set<string>();
  for (const { name, time } of newestFirst) {
    names.add(name);
    if (isQuorum(policy, names)) return time;
  }
  return null;
}

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
