import { oneOf } from "@temwen/vocabulary";
import { type PartRef, partRef } from "../words/part-ref.ts";

// Who looked at what was sent, and who took it out of the seal. Nothing of the case changes by it: a colleague's act is not
// overtaken, and whoever has only looked has not handled the case.

/** Why a piece of evidence leaves the seal. Append only. */
export const exportReasons = ["offline-machine", "expert-examination", "hand-over", "cannot-be-shown"] as const;
export type ExportReason = (typeof exportReasons)[number];

/** A piece was opened at a desk. The digest is of the sealed bytes, as announced; what is inside stays unsaid. */
export type EvidenceOpenedFact = { readonly type: "case.evidence-opened/1"; readonly evidence: PartRef };

/** A piece was written to a file, where nothing seals it any more. */
export type EvidenceExportedFact = {
  readonly type: "case.evidence-exported/1";
  readonly evidence: PartRef;
  readonly reason: ExportReason;
};

export type CustodyFact = EvidenceOpenedFact | EvidenceExportedFact;

export type OpenEvidence = { readonly type: "open-evidence"; readonly evidence: PartRef };
export type ExportEvidence = {
  readonly type: "export-evidence";
  readonly evidence: PartRef;
  readonly reason: ExportReason;
};

/** Whether a fact only tells who looked at evidence or took a copy. */
export const isCustody = <F extends { readonly type: string }>(fact: F): fact is F & CustodyFact =>
  fact.type === "case.evidence-opened/1" || fact.type === "case.evidence-exported/1";

/** How each custody fact is read, without its header. */
export const custodyFields = {
  "case.evidence-opened/1": { evidence: partRef },
  "case.evidence-exported/1": { evidence: partRef, reason: oneOf(...exportReasons) },
} as const;

/** The one fact that follows from looking or copying. */
export function recordCustody(order: OpenEvidence | ExportEvidence): CustodyFact {
  const { evidence } = order;
  return order.type === "open-evidence"
    ? { type: "case.evidence-opened/1", evidence }
    : { type: "case.evidence-exported/1", evidence, reason: order.reason };
}

/** The order behind a custody fact. */
export function custodyOrder(fact: CustodyFact): OpenEvidence | ExportEvidence {
  const { evidence } = fact;
  return fact.type === "case.evidence-opened/1"
    ? { type: "open-evidence", evidence }
    : { type: "export-evidence", evidence, reason: fact.reason };
}
