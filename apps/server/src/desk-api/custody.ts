import { isCustody, type StaffFact } from "@temwen/casework";
import type { Append, TheRecord } from "@temwen/record";
import { isEvidenceSize } from "@temwen/sealing/inspect";
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

/** Evidence that these facts announce: taken in by staff, and on its way as the person's is. */
export function announcedBy(facts: readonly StaffFact[]): Pick<Append, "announced"> {
  const announced = facts.flatMap((fact) =>
    fact.type === "case.evidence-taken/1"
      ? fact.evidence.map(({ part, digest, size }) => ({ name: part, digest, size }))
      : [],
  );
  return announced.length > 0 ? { announced } : {};
}

/** Whether every piece that a fact announces has one of the few sizes of evidence: none tells more than that. */
export const hasEvidenceSizes = (fact: StaffFact): boolean =>
  fact.type !== "case.evidence-taken/1" || fact.evidence.every(({ size }) => isEvidenceSize(size));
