import type { StaffId } from "@temwen/vocabulary";
import { isOut, type KnownCase, newestKey } from "../case/case.ts";
import type { CaseRefusal, Deciding, OfficeFacts } from "../case/commands.ts";
import type { Grant } from "../words/handed-over.ts";
import { isEligibleFor, isGrantable, mayHold } from "./letting-in.ts";

type Serving = Pick<OfficeFacts, "staff">;

/** Who holds the newest key by name and still may. */
export const holdersOfNewest = (theCase: KnownCase, office: Serving): readonly StaffId[] => {
  const key = newestKey(theCase);
  const named = new Set(theCase.access.filter(({ keys }) => keys.includes(key)).map(({ to }) => to));
  return stillReading(theCase, office).filter((id) => named.has(id));
};

/** Who may be given the key to words: they serve, are of such a role, have no tie, and did not step back. */
export const stillReading = (theCase: KnownCase, { staff }: Serving): readonly StaffId[] =>
  staff
    .filter((one) => isGrantable(one) && mayHold(one.role, [newestKey(theCase)]))
    .filter(({ id, ties }) => isEligibleFor(theCase, ties) && !isOut(theCase, id))
    .map(({ id }) => id);

/**
 * What stands against letting somebody in to the story and not to what is said since the last new key, whatever the reason named: they would
 * examine or decide half blind. Asked of whoever acts now: what was recorded gave the keys it gave.
 */
export function againstOldKeys(
  theCase: KnownCase,
  grants: readonly Pick<Grant, "keys">[],
  { office, recordedAs }: Pick<Deciding, "office" | "recordedAs">,
): CaseRefusal | undefined {
  if (recordedAs !== undefined) return undefined;
  const newest = newestKey(theCase);
  const isOld = grants.some(({ keys }) => keys.includes("story") && !keys.includes(newest));
  return isOld ? { code: "newest-key-missing", staff: holdersOfNewest(theCase, office) } : undefined;
}
