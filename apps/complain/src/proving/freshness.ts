import { type Cosigned, isQuorum, type LogPolicy } from "@temwen/public-log/policy";
import { granted, type Result, refused } from "@temwen/vocabulary";

/** Seconds by which honest clocks may differ. */
const mostAhead = 300n;

/** Why nobody can say that a head is new; `seen` is when witnesses say that they saw it, in seconds since 1970. */
export type AgeRefusal =
  | { readonly code: "no-witness-time" }
  | { readonly code: "clock-differs"; readonly seen: bigint }
  | { readonly code: "too-old"; readonly seen: bigint };

/**
 * The earliest hour by which enough witnesses together had seen a head; null where none says a time. The oldest of all would let
 * one witness alone make a filing older than it is.
 */
export function earliestQuorumTime(policy: LogPolicy, cosigned: readonly Cosigned[]): bigint | null {
  const oldestFirst = [...cosigned].sort((a, b) => (a.time < b.time ? -1 : 1));
  const names = new Set<string>();
  for (const { name, time } of oldestFirst) {
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
}): Result<"fresh", AgeRefusal> {
  const { seen, now, maxAge } = question;
  if (seen === null) return refused({ code: "no-witness-time" });
  if (seen > now + mostAhead) return refused({ code: "clock-differs", seen });
  return now - seen > maxAge ? refused({ code: "too-old", seen }) : granted("fresh");
}
