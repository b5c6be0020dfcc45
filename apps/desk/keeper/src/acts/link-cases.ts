import { counterReason, type LinkReason, teamOf } from "@temwen/casework";
import { type CaseId, granted, type Result, refused } from "@temwen/vocabulary";
import { hasReadWords } from "../room/case-room.ts";
import type { KeeperRefusal } from "../views.ts";
import { type Desk, type Entered, sendAct } from "./send-act.ts";

type Enter = (caseId: CaseId) => Promise<Result<Entered, KeeperRefusal>>;
type Sides = readonly [CaseId, CaseId];

/** Whether both cases say it; what one of them says alone is repeated when the same is asked again. */
export type Linked = { readonly both: boolean; readonly refusal?: KeeperRefusal };

/** Links two cases, each in its own record and in its own readers' words; whoever links reads both. */
export async function linkCases(
  desk: Desk,
  enter: Enter,
  sides: Sides,
  { reason, text }: { readonly reason: LinkReason; readonly text: string },
): Promise<Result<Linked, KeeperRefusal>> {
  return inBoth(enter, sides, async (here, other, isFirst) => {
    const said = isFirst ? reason : counterReason(reason);
    if (here.room.theCase.links?.some((link) => link.other === other.room.caseId)) return granted(undefined);
    const team = said === "retaliation-for" ? teamOf(other.room.theCase) : [];
    const says = { other: other.room.caseId, reason: said, team };
    return sendAct(desk, here, { act: "link-case", says, text }, undefined);
  });
}

/** Takes a link back that was a mistake, in both. */
export async function unlinkCases(
  desk: Desk,
  enter: Enter,
  sides: Sides,
  text: string,
): Promise<Result<Linked, KeeperRefusal>> {
  return inBoth(enter, sides, async (here, other) => {
    if (!here.room.theCase.links?.some((link) => link.other === other.room.caseId)) return granted(undefined);
    return sendAct(desk, here, { act: "unlink-case", says: { other: other.room.caseId }, text }, undefined);
  });
}

/** Both cases are opened before either is written to: whoever cannot read one of them links neither. */
async function inBoth(
  enter: Enter,
  [first, second]: Sides,
  act: (here: Entered, other: Entered, isFirst: boolean) => Promise<Result<unknown, KeeperRefusal>>,
): Promise<Result<Linked, KeeperRefusal>> {
  if (first === second) return refused({ code: "links-itself" });
  const here = await enter(first);
  if (!here.ok) return here;
  const there = await enter(second);
  if (!there.ok) return refused(there.refusal.code === "unknown-case" ? { code: "unknown-link" } : there.refusal);
  if (!hasReadWords(here.value.room) || !hasReadWords(there.value.room)) return refused({ code: "not-granted" });
  const done = await act(here.value, there.value, true);
  if (!done.ok) return done;
  const other = await act(there.value, here.value, false);
  return granted(other.ok ? { both: true } : { both: false, refusal: other.refusal });
}
