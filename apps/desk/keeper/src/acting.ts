import { findPassedOn } from "@temwen/casework";
import type { Pack } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import type { Acting, QueueRow, QueueView } from "./views.ts";

/** Whose duty a bearer's is, by role. Whoever else a pack names is not of the office, and no one here acts for them. */
const rolesOf: { readonly [bearer: string]: readonly string[] } = {
  office: ["intake", "investigator", "support", "child-protection"],
  panel: ["panel"],
  registrar: ["registrar"],
};

/**
 * The list with who must act on each case's most pressing clock. By the deadlines of now: a list does not say which ones a case
 * was filed under, and its room does.
 */
export const withActing = (view: QueueView, role: string, pack: Pack): QueueView => ({
  ...view,
  rows: view.rows.map((row) => ({ ...row, ...actingOn(row, { role, pack, now: view.now }) })),
});

function actingOn(
  { clock }: QueueRow,
  { role, pack, now }: { readonly role: string; readonly pack: Pack; readonly now: Instant },
): { readonly acting?: Acting } {
  const known = clock && pack.clocks.find(({ id }) => id === clock.id);
  if (!clock || !known) return {};
  const passedOn = findPassedOn(known, clock.due, { at: now, zone: pack.zone });
  const mine = [known.bearer, passedOn?.to ?? ""].some((bearer) => rolesOf[bearer]?.includes(role));
  return { acting: { bearer: known.bearer, ...(passedOn && { passedOn }), isMine: mine } };
}
