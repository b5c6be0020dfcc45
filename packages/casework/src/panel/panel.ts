import { tiesWith } from "@temwen/office";
import type { StaffId } from "@temwen/vocabulary";
import { forcesOf, isLetIn, isOut, type KnownCase } from "../case/case.ts";
import type { OfficeFacts } from "../case/commands.ts";
import type { DecisionKind } from "../words/inquiry-words.ts";

/** A review is decided by others than those who decide first. */
export const benchFor = (decides: DecisionKind): "first" | "reserve" => (decides === "review" ? "reserve" : "first");

/** A member of the panel, and whether they may decide in this case; else why not. */
export type PanelMember = {
  readonly id: StaffId;
  readonly bench: "first" | "reserve";
  readonly civilSociety: boolean;
  readonly standing: "may" | "tied" | "has-no-part" | "had-a-hand" | "not-let-in";
};

/** Everybody of the panel who serves now, as they stand to a case. Bench and stage are for the kind of decision. */
export function panelOf(theCase: KnownCase, { staff }: OfficeFacts): readonly PanelMember[] {
  return staff.flatMap(({ id, role, bench, ties, civilSociety }) =>
    role === "panel"
      ? [{ id, bench, civilSociety: civilSociety === true, standing: standingOf(theCase, id, ties) }]
      : [],
  );
}

function standingOf(theCase: KnownCase, id: StaffId, ties: readonly string[]): PanelMember["standing"] {
  if (tiesWith(ties, forcesOf(theCase)).length > 0) return "tied";
  if (isOut(theCase, id)) return "has-no-part";
  if (theCase.before?.includes(id)) return "had-a-hand";
  return isLetIn(theCase, id) ? "may" : "not-let-in";
}
