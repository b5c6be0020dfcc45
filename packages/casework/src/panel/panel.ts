import { benchSeats, benchSeatsOfPeople } from "@temwen/office";
import type { StaffId } from "@temwen/vocabulary";
import { isLetIn, isOut, type KnownCase } from "../case/case.ts";
import type { OfficeFacts } from "../case/commands.ts";
import { handsIn } from "../inquiry/fairness.ts";
import { isEligibleFor } from "../intake/letting-in.ts";
import { isAtEnd } from "../owed/opening-again.ts";

/** A member of the panel, and whether they may decide in this case; else why not. */
export type PanelMember = {
  readonly id: StaffId;
  readonly bench: "first" | "reserve";
  readonly civilSociety: boolean;
  /** Whether a seat is theirs in what the case waits for: the first bench's or, at an end, the reserve's. */
  readonly isSeated: boolean;
  readonly standing: "may" | "tied" | "has-no-part" | "had-a-hand" | "not-let-in";
};

type Listed = Pick<OfficeFacts, "staff" | "listed">;
type Unseated = Omit<PanelMember, "isSeated">;

/** Everybody of the panel as the directory lists them, as they stand to a case. The stage is for the kind of decision. */
export function panelOf(theCase: KnownCase, office: Listed): readonly PanelMember[] {
  const members = membersOf(theCase, office);
  const seated = isAtEnd(theCase) ? reserve(members) : seatedFirst(theCase, members);
  return members.map((member) => ({ ...member, isSeated: seated.includes(member) }));
}

/** Who has a seat where the panel decides first, and may decide on this case. */
export function seatsIn(theCase: KnownCase, office: Listed): readonly StaffId[] {
  return seatedFirst(theCase, membersOf(theCase, office))
    .filter(isFree)
    .map(({ id }) => id);
}

/** Whether somebody has a seat where the panel decides first, or, in a review, among those who decide that. */
export function hasSeat(id: StaffId, inReview: boolean, theCase: KnownCase, office: Listed): boolean {
  const members = membersOf(theCase, office);
  return (inReview ? reserve(members) : seatedFirst(theCase, members)).some((member) => member.id === id);
}

/** Whether somebody may decide in this case, were they let in. */
export const isFree = ({ standing }: Pick<PanelMember, "standing">): boolean =>
  standing === "may" || standing === "not-let-in";

function membersOf(theCase: KnownCase, { staff, listed = staff }: Listed): readonly Unseated[] {
  return listed.flatMap(({ id, role, bench, ties, civilSociety }) =>
    role === "panel"
      ? [{ id, bench, civilSociety: civilSociety === true, standing: standingOf(theCase, id, ties) }]
      : [],
  );
}

/** A review is for others than those who decide first; the roots list more of the reserve where too few of it are free. */
const reserve = <M extends Unseated>(members: readonly M[]): readonly M[] =>
  members.filter(({ bench }) => bench === "reserve");

/**
 * The first bench, and for each of its five seats that nobody of it can take, the next free of the reserve in the directory's order:
 * first those of civil society, until two of it sit; then the others, so that some of it are left for a review.
 */
function seatedFirst<M extends Unseated>({ sentBack }: KnownCase, members: readonly M[]): readonly M[] {
  const first = members.filter(({ bench }) => bench === "first");
  const free = first.filter(isFree);
  const ofPeople = free.filter(({ civilSociety }) => civilSociety).length;
  const empty = Math.max(benchSeats - free.length, ofPeople === 0 ? 1 : 0);
  // Who sent a case back does not sit over it again.
  const waiting = reserve(members).filter((one) => isFree(one) && !sentBack?.reviewed.includes(one.id));
  const inOrder = waiting.filter(({ civilSociety }) => civilSociety);
  const people = inOrder.slice(0, Math.min(empty, Math.max(benchSeatsOfPeople - ofPeople, 0)));
  const others = [...waiting.filter(({ civilSociety }) => !civilSociety), ...inOrder.slice(people.length)];
  return [...first, ...people, ...others.slice(0, empty - people.length)];
}

function standingOf(theCase: KnownCase, id: StaffId, ties: readonly string[]): PanelMember["standing"] {
  if (!isEligibleFor(theCase, ties)) return "tied";
  if (isOut(theCase, id)) return "has-no-part";
  if ((theCase.before ?? handsIn(theCase)).includes(id)) return "had-a-hand";
  return isLetIn(theCase, id) ? "may" : "not-let-in";
}
