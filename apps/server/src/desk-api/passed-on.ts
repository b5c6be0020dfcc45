import { findPassedOn, mayKnowOf } from "@temwen/casework";
import type { Pack } from "@temwen/mission-pack";
import type { StaffMember } from "@temwen/office";
import type { TheRecord } from "@temwen/record";
import type { Instant } from "@temwen/vocabulary";
import { readLate } from "../clocks/late.ts";

/** One answer looks at no more late cases than this. */
const mostLooked = 1000;

/** How many cases are late, by clock, that have become a role's to see to and that it may not see yet. */
export type PassedOnCount = { readonly [clock: string]: number };

/**
 * Counts what has gone on to a role by the deadlines of now, where it stands at a stage that this role's list does not show: so a
 * panel learns that the office lets people wait, and of which cases, not before they are its own.
 */
export async function countPassedOn(
  record: Pick<TheRecord, "readQueue">,
  reader: Pick<StaffMember, "id" | "role" | "ties">,
  { pack, now, shown }: { readonly pack: Pack; readonly now: Instant; readonly shown: readonly string[] },
): Promise<PassedOnCount> {
  const counts: { [clock: string]: number } = {};
  let looked = 0;
  for await (const row of readLate(record, now)) {
    const { clock, stage } = row;
    looked += 1;
    if (looked > mostLooked) break;
    const known = pack.clocks.find(({ id }) => id === clock?.id);
    if (!clock || !known || shown.includes(stage) || !mayKnowOf(row, reader)) continue;
    if (findPassedOn(known, clock.due, { at: now, zone: pack.zone })?.to !== reader.role) continue;
    counts[clock.id] = (counts[clock.id] ?? 0) + 1;
  }
  return counts;
}
