import { mayReadMatter } from "@temwen/casework/matters";
import { findActive, type Standing } from "@temwen/office";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { MatterRoom } from "./matter-room.ts";

/**
 * Who was given the newest key and has no part in the matter any more: left the office, stepped back, or was found to have a tie. What
 * is written next is open to them until there is another key.
 */
export function findLeavers(
  { matter, happened }: Pick<MatterRoom, "matter" | "happened">,
  standing: Standing,
  now: Instant,
): readonly StaffId[] {
  const newest = happened.findLastIndex((fact) => "recipient" in fact);
  const given = happened.slice(newest).flatMap((fact) => ("grants" in fact ? fact.grants.map(({ to }) => to) : []));
  return [...new Set(given)].filter((id) => {
    const member = findActive(standing, id, now);
    return member === undefined || !mayReadMatter(matter, member);
  });
}
