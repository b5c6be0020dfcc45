import type { StaffId } from "@temwen/vocabulary";
import { isOut, type KnownCase, newestKey } from "../case/case.ts";
import type { CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import type { Grant } from "../words/handed-over.ts";
import { isEligibleFor, isGrantable, mayHold } from "./letting-in.ts";

/**
 * Who holds the newest key by name and still may: they serve, have no tie, and did not step back. A new key is for them too, or one
 * officer could take the case from whoever examines it, or from those who decide.
 */
export function mustReadOn(theCase: KnownCase, { staff }: Pick<OfficeFacts, "staff">): readonly StaffId[] {
  const key = newestKey(theCase);
  const named = new Set(theCase.access.filter(({ keys }) => keys.includes(key)).map(({ to }) => to));
  return staff
    .filter((one) => named.has(one.id) && isGrantable(one) && mayHold(one.role, [key]))
    .filter(({ id, ties }) => isEligibleFor(theCase, ties) && !isOut(theCase, id))
    .map(({ id }) => id);
}

/**
 * What stands against a new key that leaves somebody out. Whoever is suspended is not to get it, and no reader of a history knows who was:
 * there, whoever was left out is taken to have been (docs/specs/casework.md).
 */
export function againstLeavingOut(
  theCase: KnownCase,
  grants: readonly Pick<Grant, "to">[],
  { office, recordedAs }: Pick<Deciding, "office" | "recordedAs">,
): CaseRefusal | undefined {
  if (recordedAs !== undefined) return undefined;
  const left = mustReadOn(theCase, office).filter((id) => !grants.some(({ to }) => to === id));
  return left.length > 0 ? { code: "reader-left-out", staff: left } : undefined;
}
