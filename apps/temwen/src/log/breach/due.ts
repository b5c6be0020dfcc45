import { type Clock, clockDue, clocksShape } from "@temwen/mission-pack";
import { type Cosigned, isQuorum, type LogPolicy } from "@temwen/public-log/policy";
import type { ComplaintReceived } from "@temwen/sealing/parcel";
import {
  bytesToDigest,
  fieldsOf,
  granted,
  type Instant,
  millisToInstant,
  oneOf,
  parseCanonical,
  type Result,
  refused,
  textUpTo,
} from "@temwen/vocabulary";
import { primitives } from "../primitives.ts";
import type { Finding } from "../speak.ts";

/** A clock that a filing starts, with the zone in which its days are counted. */
export type FiledClock = { readonly clock: Clock; readonly zone: string };

const policyShape = fieldsOf({
  type: oneOf("temwen.deadlines/1"),
  pack: textUpTo(64),
  zone: textUpTo(64),
  clocks: clocksShape,
});

/** The clock of the deadline policy that a filing names; or why it proves nothing. */
export function findClock(policy: Uint8Array, filed: ComplaintReceived, id: string): Result<FiledClock, Finding> {
  if (bytesToDigest(primitives.hasher.sha256(policy)) !== filed.policy) return refused({ code: "another-policy" });
  const value = parseCanonical(policy);
  const read = value.ok ? policyShape(value.value) : undefined;
  const clock = read?.clocks.find((one) => one.id === id);
  if (!read || !clock?.publish || filed.stops[id] === undefined) {
    return refused({ code: "unknown-clock", clocks: Object.keys(filed.stops) });
  }
  if (clock.startsOn !== "case.received") return refused({ code: "clock-not-of-filing" });
  return granted({ clock, zone: read.zone });
}

/**
 * The earliest hour, in seconds since 1970, by which enough witnesses together had seen a head; null where none says a time.
 * The oldest of all would let one witness alone make the filing older than it is.
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

/** When the clock is due, counted from the end of the second at which witnesses had seen the filing. */
export const dueAfter = ({ clock, zone }: FiledClock, seconds: bigint): Instant =>
  clockDue(clock, millisToInstant(Number(seconds) * 1000 + 999), zone);
