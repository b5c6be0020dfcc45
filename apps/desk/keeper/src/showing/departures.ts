import { barringForces, type Escrow, isCustody, newestKey, openingFacts } from "@temwen/casework";
import { findActive, type Standing, tiesWith } from "@temwen/office";
import type { Instant, StaffId } from "@temwen/vocabulary";
import type { CaseRoom } from "../room/case-room.ts";
import type { Alarm } from "../views.ts";

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
    ...tiedOf(holders, room, standing).map((staff) => ({ code: "holder-tied", staff }) as const),
    ...(room.theCase.opening?.opened.length ? [{ code: "escrow-spent" } as const] : []),
  ];
}

/** Holders who are tied to a force that came to be known later: their shares count no more, and a reserve is to have one. */
function tiedOf(holders: readonly StaffId[], { theCase }: Known, { directory }: Standing): readonly StaffId[] {
  const ties = new Map(directory.staff.map((member) => [member.id, member.ties]));
  return holders.filter((id) => tiesWith(ties.get(id) ?? [], barringForces(theCase)).length > 0);
}

/**
 * Who holds the newest key, as far as the record tells. Before there was a later one that is also who acted: nobody
 * acts without having opened the story. First readers who never acted are hidden from everybody.
 */
export function readersByName({ theCase, stream }: Known): readonly StaffId[] {
  const key = newestKey(theCase);
  const named = theCase.access.filter(({ keys }) => keys.includes(key)).map(({ to }) => to);
  return [...new Set(key === "story" ? [...handledByReading(stream), ...named] : named)];
}

/** Who acted with the words before them: about an opening those act who cannot read, and stepping back needs no key. */
const handledByReading = ({ happened }: Known["stream"]): readonly StaffId[] =>
  happened.flatMap(({ fact, whose }) =>
    whose === "person" || whose === "clock" || isCustody(fact) || withoutKey.includes(fact.type) ? [] : [whose],
  );

const withoutKey: readonly string[] = ["case.recused/1", ...openingFacts];

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
