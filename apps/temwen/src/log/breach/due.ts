import { type Clock, type Counting, calendarsShape, clockDue, clocksShape } from "@temwen/mission-pack";
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

/** A clock that a filing starts, with the zone and the calendars by which its days are counted. */
export type FiledClock = { readonly clock: Clock; readonly counting: Counting };

const policyShape = fieldsOf(
  { type: oneOf("temwen.deadlines/1"), pack: textUpTo(64), zone: textUpTo(64), clocks: clocksShape },
  { calendars: calendarsShape },
);

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
  return granted({ clock, counting: read });
}

/** When the clock is due, counted from the end of the second at which witnesses had seen the filing. */
export const dueAfter = ({ clock, counting }: FiledClock, seconds: bigint): Instant =>
  clockDue(clock, millisToInstant(Number(seconds) * 1000 + 999), counting);
