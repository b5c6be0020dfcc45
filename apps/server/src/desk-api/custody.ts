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
  const shown = facts.flatMap((fact) => (fact.type === "case.delivery-recorded/3" ? fact.shownBy : []));
  if (named.length + shown.length === 0) return undefined;
  const announced = await record.readAnnounced(caseId);
  const strange = named.find(
    ({ part, digest }) => !announced.some((one) => one.name === part && one.digest === digest),
  );
  return strange?.part ?? shown.find((digest) => !announced.some((one) => one.digest === digest));
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
