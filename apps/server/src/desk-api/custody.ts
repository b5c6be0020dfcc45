import { isCustody, type StaffFact } from "@temwen/casework";
import type { TheRecord } from "@temwen/record";
import type { CaseId } from "@temwen/vocabulary";

/** The piece of evidence that one of these facts is about and that nobody announced; the rules know no pieces. */
export async function findUnannounced(
  caseId: CaseId,
  facts: readonly StaffFact[],
  record: Pick<TheRecord, "readAnnounced">,
): Promise<string | undefined> {
  const named = facts.flatMap((fact) => (isCustody(fact) ? [fact.evidence] : []));
  if (named.length === 0) return undefined;
  const announced = await record.readAnnounced(caseId);
  return named.find(({ part, digest }) => !announced.some((one) => one.name === part && one.digest === digest))?.part;
}
