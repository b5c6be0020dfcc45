// Vectors of deadlines: a small policy with its digest, and due hours over changes of the clock.
import {
  type Clock,
  clockDue,
  deadlinePolicy,
  type Forum,
  type Pack,
  periodOf,
  publishableClocks,
} from "@temwen/mission-pack";
import { bytesToDigest, canonicalBytes, canonicalText, type Digest, type Instant, type Json } from "@temwen/vocabulary";
import { sha256 } from "./test-keys.ts";

export const zone = "America/Port-au-Prince";

const example: Omit<Clock, "id" | "startsOn" | "stopsOn" | "due"> = {
  bearer: "office",
  source: "an example",
  basis: "platform-default",
  publish: true,
};

/** A forum of nowhere. */
const testForum: Forum = {
  ...{ id: "court", name: "A court of nowhere", kind: "haitian-civilian-court", state: "hti" },
  ...{ basis: ["investigates-with-civil-party"], obstacle: ["status-agreement-immunity"], reach: "not-established" },
  ...{ source: "no published source", confidence: "memory", language: "fr" },
};

export const testPack: Pack = {
  id: "example",
  zone,
  forces: [],
  departments: [
    { id: "dep01", names: { ht: "Depatman egzanp", fr: "Département exemple" }, tile: { column: 1, row: 1 } },
  ],
  services: [],
  care: [],
  erasure: { waitDays: 14, backupDays: 90, source: "example", basis: "platform-default" },
  log: { everyMinutes: 15, batch: 64, promiseHours: 24, source: "example", basis: "platform-default" },
  clocks: [
    { ...example, id: "acknowledgement", startsOn: "case.received", stopsOn: "case.acknowledged", due: "P7D" },
    { ...example, id: "safety-assessment", startsOn: "case.acknowledged", stopsOn: "case.assessed", due: "PT24H" },
    { ...example, id: "feedback", startsOn: "case.acknowledged", stopsOn: "case.outcome-told", due: "P3M" },
    {
      ...example,
      id: "confirmation",
      startsOn: "case.non-admission-proposed",
      stopsOn: "case.non-admission-decided",
      due: "P14D",
      publish: false,
    },
  ],
  forums: [testForum],
};

export const testPolicyStops = publishableClocks(testPack);
export const testPolicyDigest = (): Digest => bytesToDigest(sha256(canonicalBytes(deadlinePolicy(testPack))));

/** Start, duration, and what the case shows. Haiti's clocks change on 8 March and 1 November 2026. */
const dues: readonly (readonly [string, string, string])[] = [
  ["2026-11-21T18:00:00.000Z", "P7D", "no change of the clock"],
  ["2026-03-05T17:00:00.000Z", "P7D", "seven days, one of them an hour short"],
  ["2026-10-29T16:00:00.000Z", "P7D", "seven days, one of them an hour long"],
  ["2026-03-07T17:00:00.000Z", "PT24H", "24 hours over a short night"],
  ["2026-10-31T16:00:00.000Z", "PT24H", "24 hours over a long night"],
  [
    "2026-03-07T07:30:00.000Z",
    "P1D",
    "due in the hour that does not exist: the same offset as before, so an hour later",
  ],
  ["2026-10-31T05:30:00.000Z", "P1D", "due in the hour that exists twice: the first of the two"],
  ["2026-11-30T17:00:00.123Z", "P3M", "the last day of November and three months: the last day of February"],
  ["2028-02-29T17:00:00.000Z", "P1Y", "a leap day and a year"],
  ["2026-11-21T18:00:00.000Z", "P1M2W", "months before weeks"],
];

const periods: readonly string[] = [
  "2020-01-01T05:00:00.000Z",
  "2026-12-01T04:59:59.999Z",
  "2026-12-01T05:00:00.000Z",
  "2026-11-21T18:00:00.000Z",
];

export function deadlineVectors(): Json {
  const policy = deadlinePolicy(testPack);
  const clock = (due: string): Clock => ({ ...example, id: "example", startsOn: "a.b", stopsOn: "a.c", due });
  return {
    spec: "docs/specs/deadlines.md",
    zone,
    policy: canonicalText(policy),
    digest: testPolicyDigest(),
    stops: testPolicyStops,
    dues: dues.map(([start, due, shows]) => ({
      start,
      due,
      ends: clockDue(clock(due), start as Instant, { zone }),
      shows,
    })),
    periods: periods.map((at) => ({ at, period: periodOf(at as Instant, zone) })),
  };
}
