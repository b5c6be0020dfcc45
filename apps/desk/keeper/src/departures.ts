import { type Escrow, newestKey } from "@temwen/casework";
import { findActive, type Standing } from "@temwen/office";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { CaseRoom } from "./case-room.ts";
import type { Alarm } from "./views.ts";

type Known = Pick<CaseRoom, "theCase" | "stream">;

/** Who can read what comes next, or holds a share, and no longer serves. New keys, or an escrow dealt anew, end it. */
export function alarmDepartures(room: Known, standing: Standing, now: Instant): readonly Alarm[] {
  // Nobody can read anything of it any more.
  if (room.theCase.stage === "erased") return [];
  const isGone = (staff: StaffId): boolean => findActive(standing, staff, now) === undefined;
  const holders = findEscrow(room)?.escrow.shares.map(({ holder }) => holder) ?? [];
  return [
    ...readersByName(room)
      .filter(isGone)
      .map((staff) => ({ code: "reader-left", staff }) as const),
    ...holders.filter(isGone).map((staff) => ({ code: "holder-left", staff }) as const),
  ];
}

/**
 * Who holds the newest key, as far as the record tells. Before there was a later one that is also who acted: nobody
 * acts without having opened the story. First readers who never acted are hidden from everybody.
 */
export function readersByName({ theCase }: Pick<Known, "theCase">): readonly StaffId[] {
  const key = newestKey(theCase);
  const named = theCase.access.filter(({ keys }) => keys.includes(key)).map(({ to }) => to);
  return [...new Set(key === "story" ? [...theCase.handledBy, ...named] : named)];
}

/** The escrow as the office dealt it last; the page's own names no holder. */
export function findEscrow({
  stream,
}: Pick<Known, "stream">): { readonly escrow: Escrow; readonly by: StaffId } | undefined {
  for (const { fact, whose } of stream.happened.toReversed()) {
    const isDealt = fact.type === "case.acknowledged/1" || fact.type === "case.escrow-dealt/1";
    if (isDealt && whose !== "person" && whose !== "clock") return { escrow: fact.escrow, by: whose };
  }
  return undefined;
}
