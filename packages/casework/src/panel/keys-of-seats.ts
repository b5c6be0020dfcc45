import type { StaffId } from "@temwen/vocabulary";
import { isLetIn, type KnownCase, newestKey } from "../case/case.ts";
import type { Actor, CaseRefusal, Deciding, GrantAccess, OfficeFacts } from "../case/commands.ts";
import { findBeyondConsent } from "../consent/consent.ts";
import { isFree, panelOf } from "./panel.ts";
import { kindsAt } from "./sitting.ts";

type Listed = Pick<OfficeFacts, "staff" | "listed">;

// Whoever lets in three of five has chosen who decides. So no seat hangs on one person's keys: each member who has one gives them to the others.

/** Who has a seat in what the panel decides next, is free and serves, and cannot read all of the case: to be let in by whoever can. */
export function seatsWithoutKey(theCase: KnownCase, office: Listed): readonly StaffId[] {
  if (kindsAt(theCase).length === 0) return [];
  const waiting = panelOf(theCase, office).filter((member) => member.isSeated && isFree(member));
  return waiting
    .map(({ id }) => id)
    .filter((id) => office.staff.some((one) => one.id === id) && !holdsKeys(theCase, id))
    .filter((id) => findBeyondConsent(theCase, [{ to: id }], office) === undefined);
}

/**
 * Nothing is proposed while somebody who decides cannot read it: whoever proposes lets them in first. As with a new key (`panel/reading-on.ts`),
 * whoever is suspended waits for nothing, and no reader of a history knows who was.
 */
export function againstLeavingOut(
  theCase: KnownCase,
  { office, recordedAs, formerly }: Pick<Deciding, "office" | "recordedAs" | "formerly">,
): CaseRefusal | undefined {
  if (formerly || recordedAs !== undefined) return undefined;
  const left = seatsWithoutKey(theCase, office);
  return left.length > 0 ? { code: "seat-left-out", staff: left } : undefined;
}

/** Whether somebody was given the story's key by name, and the newest. */
const holdsKeys = (theCase: KnownCase, id: StaffId): boolean =>
  ["story", newestKey(theCase)].every((key) => theCase.access.some(({ to, keys }) => to === id && keys.includes(key)));

/**
 * Whether it may be for somebody of the panel to let others in: the case waits for the panel, and they read it and had no hand in it before.
 * Whether they have a seat, and those they let in, the order is asked (`againstLettingIn`).
 */
export const mayLetOthersIn = (order: string, theCase: KnownCase, { id, role }: Actor): boolean =>
  order === "grant-access" &&
  role === "panel" &&
  kindsAt(theCase).length > 0 &&
  isLetIn(theCase, id) &&
  theCase.before?.includes(id) !== true;

/** What stands against letting in by a member of the panel: they have no seat, or it is for anything else than deciding this. */
export function againstLettingIn(
  theCase: KnownCase,
  { reason, grants }: GrantAccess,
  actor: Actor,
  office: Listed,
): CaseRefusal | undefined {
  if (actor.role !== "panel") return undefined;
  if (!isFreeSeat(actor.id, theCase, office)) return { code: "wrong-bench" };
  if (reason !== "before-panel") return { code: "wrong-role", role: actor.role, allowed: ["intake", "investigator"] };
  return grants.some(({ keys }) => !keys.includes("story")) ? { code: "no-grants" } : undefined;
}

/** Whether somebody has a seat in what the panel decides next, and may take it. */
export const isFreeSeat = (id: StaffId, theCase: KnownCase, office: Listed): boolean =>
  panelOf(theCase, office).some((member) => member.id === id && member.isSeated && isFree(member));
