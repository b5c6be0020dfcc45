import { type DecisionWords, nameDecision, sectionOf } from "@temwen/casework";
import { type CaseId, type Digest, utf8 } from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import type { SittingView } from "../../../keeper/src/panel/panel-views.ts";

/** The digest by which a decision names the reason that is published with it. */
export const nameReason = (reason: string): Digest => digestOfBytes(utf8(reason.trim()));

/** What a vote at this desk names: computed from what this page shows, and from nothing else. */
export function decisionShown(caseId: CaseId, sitting: DecisionWords): Digest {
  const { sitting: number, decides, findings, measures, outcome, published, explanation } = sitting;
  return nameDecision(caseId, { sitting: number, decides, findings, measures, outcome, published, explanation });
}

/** Why nobody should vote on what stands here; undefined where it is what the others vote on, all of it. */
export function findMismatch(
  caseId: CaseId,
  sitting: SittingView,
): "words-not-open" | "another-decision" | "another-reason" | undefined {
  if (sitting.text === undefined) return "words-not-open";
  if (decisionShown(caseId, sitting) !== sitting.decision) return "another-decision";
  return sitting.published.every((digest) => isReason(sitting.text, digest)) ? undefined : "another-reason";
}

/** Whether the words that say what is published are those that the record names. */
export function isReason(text: string | undefined, digest: Digest): boolean {
  const reason = sectionOf(text, "published");
  return reason !== undefined && nameReason(reason) === digest;
}
